import * as vscode from 'vscode';
import { ARTICLE_ENDINGS, CONFIG_NAME } from '../../../common/fileNames.ts';
import { FILES_REQUEST, type FilesAnswer, type FilesParams, type LentEntry } from '../../../common/protocol.ts';
import type { Server } from './server.ts';

/** What is kept with a folder's articles: all of it is lent, and nothing else is written. */
const KEPT = '.claimlens/';
/** What else may be read, besides articles. */
const READABLE: readonly string[] = [CONFIG_NAME, '.gitignore'];

/** Lends a server without files of its own those of the folders that are open, as far as they concern it. */
export function lendFiles(server: Server): vscode.Disposable {
  return server.onRequest<FilesParams, FilesAnswer>(FILES_REQUEST, async (params) => {
    try {
      return await serve(server, params);
    } catch (error) {
      if (error instanceof NotUtf8) return { error: { kind: 'encoding', message: error.message } };
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof vscode.FileSystemError ? error.code : '';
      const kind = code === 'NoPermissions' ? 'readOnly' : /quota|ENOSPC|no space/i.test(message) ? 'full' : 'failed';
      return { error: { kind, message } };
    }
  });
}

class NotUtf8 extends Error {}

/** What is not UTF-8 would be read with signs of damage, and written back with them. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotUtf8('not UTF-8');
  }
}

async function serve(server: Server, params: FilesParams): Promise<FilesAnswer> {
  const { fs } = vscode.workspace;
  switch (params.do) {
    case 'list':
      return { entries: await list(server, placeOf(params.uri).uri) };
    case 'read': {
      const bytes = await orNull(fs.readFile(readable(params.uri)));
      return { text: bytes && decoded(bytes) };
    }
    case 'write': {
      const uri = kept(params.uri);
      await fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await fs.writeFile(uri, new TextEncoder().encode(params.text));
      return {};
    }
    case 'move': {
      const [uri, target] = [kept(params.uri), kept(params.to)];
      if ((await orNull(fs.stat(uri))) === null) return {};
      await fs.createDirectory(vscode.Uri.joinPath(target, '..'));
      await fs.rename(uri, target, { overwrite: false });
      return {};
    }
  }
}

/** As on a disk, links are not followed. */
async function list(server: Server, folder: vscode.Uri): Promise<LentEntry[]> {
  const { fs } = vscode.workspace;
  const found = ((await orNull(fs.readDirectory(folder))) ?? []).map(async ([name, type]): Promise<LentEntry | null> => {
    const uri = vscode.Uri.joinPath(folder, name);
    const entry = { name, uri: server.toProtocol(uri), folder: type === vscode.FileType.Directory };
    if (entry.folder) return entry;
    if (type !== vscode.FileType.File || !isReadable(placeOf(uri.toString()))) return null;
    // What cannot be looked at is listed all the same: reading it will say why.
    const stat = await fs.stat(uri).then(undefined, () => null);
    return stat ? { ...entry, stamp: `${stat.mtime} ${stat.size}` } : entry;
  });
  return (await Promise.all(found)).filter((entry) => entry !== null);
}

/** Null in place of the error that there is no such file. */
function orNull<T>(asked: Thenable<T>): Promise<T | null> {
  return Promise.resolve(asked).catch((error: unknown) => {
    if (error instanceof vscode.FileSystemError && /^(FileNotFound|FileNotADirectory)$/.test(error.code)) return null;
    throw error;
  });
}

interface Place {
  readonly uri: vscode.Uri;
  /** Its path in the folder that is open. */
  readonly path: string;
}

function placeOf(text: string): Place {
  const parsed = vscode.Uri.parse(text, true);
  // The root of a file system, spelled without its slash.
  const uri = parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/$/, '');
  if (root === undefined || uri.path.split('/').includes('..')) throw vscode.FileSystemError.NoPermissions(uri);
  return { uri, path: uri.path.slice(root.length + 1) };
}

function isReadable({ path }: Place): boolean {
  return path.startsWith(KEPT) || ARTICLE_ENDINGS.test(path) || READABLE.includes(path.slice(path.lastIndexOf('/') + 1));
}

function readable(text: string): vscode.Uri {
  const place = placeOf(text);
  if (!isReadable(place)) throw vscode.FileSystemError.NoPermissions(place.uri);
  return place.uri;
}

function kept(text: string): vscode.Uri {
  const { uri, path } = placeOf(text);
  if (!path.startsWith(KEPT)) throw vscode.FileSystemError.NoPermissions(uri);
  return uri;
}
