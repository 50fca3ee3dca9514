import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolderFile } from './folderFile.ts';

/** git's user.name for a folder, read from its files: git itself, which a folder's settings could make run things, is not started. */
export function gitUser(folder: string): string {
  const { GIT_AUTHOR_NAME, XDG_CONFIG_HOME } = process.env;
  if (GIT_AUTHOR_NAME) return GIT_AUTHOR_NAME;
  for (const repository of foldersUpward(folder)) {
    const name = nameIn(() => readFolderFile(repository, join(repository, '.git/config')));
    if (name) return name;
  }
  // The user's own may be links to anywhere.
  for (const file of [join(homedir(), '.gitconfig'), join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'git/config')]) {
    const name = nameIn(() => readFileSync(file, 'utf8'));
    if (name) return name;
  }
  return '';
}

function* foldersUpward(folder: string): Generator<string> {
  for (; dirname(folder) !== folder; folder = dirname(folder)) yield folder;
}

function nameIn(read: () => string | null): string | null {
  let text: string | null;
  try {
    text = read();
  } catch {
    return null;
  }
  if (text === null) return null;
  let section = '';
  let name: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    section = /^\s*\[\s*([^\]]*?)\s*\]/.exec(line)?.[1]?.toLowerCase() ?? section;
    const value = section === 'user' ? /^\s*name\s*=\s*(.*?)\s*$/i.exec(line)?.[1] : undefined;
    // The last one counts, as in git.
    if (value !== undefined) name = value.replace(/^"(.*)"$/, '$1');
  }
  return name;
}
