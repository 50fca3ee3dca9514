import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Makes extensions count as installed where they lie, by the list that VS Code keeps of the installed ones. They then behave
 * as for people: an extension under development needs the smoke-test driver, which switches notifications and dialogs off.
 * @param {string} extensionsDir
 * @param {string[]} folders
 */
export async function installInPlace(extensionsDir, folders) {
  const entries = folders.map(async (folder) => {
    const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const path = resolve(folder).replaceAll('\\', '/');
    return {
      identifier: { id: `${publisher}.${name}` },
      version,
      location: { $mid: 1, scheme: 'file', path: path.startsWith('/') ? path : `/${path}` },
      metadata: { isMachineScoped: true, pinned: true, source: 'vsix' },
    };
  });
  await mkdir(extensionsDir, { recursive: true });
  await writeFile(join(extensionsDir, 'extensions.json'), JSON.stringify(await Promise.all(entries)));
}
