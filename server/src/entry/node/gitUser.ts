import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** git's user.name for a folder, read from its files: git itself, which a folder's settings could make run things, is not started. */
export function gitUser(folder: string): string {
  const { GIT_AUTHOR_NAME, XDG_CONFIG_HOME } = process.env;
  if (GIT_AUTHOR_NAME) return GIT_AUTHOR_NAME;
  const files = [...repositories(folder), join(homedir(), '.gitconfig'), join(XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'git/config')];
  for (const file of files) {
    const name = nameIn(file);
    if (name) return name;
  }
  return '';
}

function repositories(folder: string): string[] {
  return dirname(folder) === folder ? [] : [join(folder, '.git/config'), ...repositories(dirname(folder))];
}

function nameIn(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
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
