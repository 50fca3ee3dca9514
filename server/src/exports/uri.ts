/**
 * A file's name as a reference for other programs, relative to where the command ran or to the folder that is open,
 * absolute where the name is. In the web there is no module for paths.
 */
export function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  const drive = /^[a-z]:(?=\/)/i.exec(path)?.[0] ?? '';
  const encoded = drive + path.slice(drive.length).split('/').map(encodeURIComponent).join('/');
  if (drive) return `file:///${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
