/** Those of the folders that an address lies in, without a slash at the end, the innermost first. */
export function foldersAround(uri: string, folders: readonly string[]): string[] {
  const inside = folders.map((folder) => folder.replace(/\/$/, '')).filter((folder) => uri.startsWith(`${folder}/`));
  return inside.sort((a, b) => b.length - a.length);
}
