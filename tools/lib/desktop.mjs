import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findOnPath } from './npm.mjs';

/** Whether a window could be shown. */
export function hasDisplay() {
  if (process.platform !== 'linux') return !process.env.SSH_CONNECTION;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The command that opens folders in the desktop VS Code: what `VSCODE` names, else `code` on the PATH, else an
 * application in its usual place. Undefined where there is none.
 */
export function findDesktopCommand() {
  const { VSCODE } = process.env;
  if (VSCODE) return existsSync(VSCODE) ? VSCODE : findOnPath(VSCODE);
  const names = process.platform === 'win32' ? ['code.cmd', 'code-insiders.cmd'] : ['code', 'code-insiders', 'codium'];
  return findOnPath(...names) ?? usualPlaces().find(existsSync);
}

/**
 * The desktop VS Code itself, as test runs need it, not the command that talks to it: what `VSCODE_EXECUTABLE` names,
 * else the one behind the command. Undefined where there is none.
 */
export function findDesktopExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const command = findDesktopCommand();
  if (!command) return undefined;
  const bin = dirname(realpathSync(command));
  const candidates = {
    darwin: ['Electron', 'Code', 'Code - Insiders'].map((name) => join(bin, '../../../MacOS', name)),
    win32: ['Code.exe', 'Code - Insiders.exe'].map((name) => join(bin, '..', name)),
  }[process.platform] ?? [join(bin, '..', basename(command))];
  return candidates.find(existsSync);
}

function usualPlaces() {
  const { LOCALAPPDATA, PROGRAMFILES } = process.env;
  const bundled = 'Visual Studio Code.app/Contents/Resources/app/bin/code';
  if (process.platform === 'darwin') return ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, bundled));
  if (process.platform === 'win32')
    return [LOCALAPPDATA && join(LOCALAPPDATA, 'Programs'), PROGRAMFILES]
      .filter(Boolean)
      .map((folder) => join(folder, 'Microsoft VS Code/bin/code.cmd'));
  return ['/usr/share/code/bin/code', '/snap/bin/code', '/var/lib/flatpak/exports/bin/com.visualstudio.code'];
}
