import * as vscode from 'vscode';
import { REVIEW_FILES_REQUEST, type ReviewFilesAnswer, type ReviewFilesParams } from '../../../common/protocol.ts';
import type { Server } from '../connection/server.ts';

/** Lends a server without files of its own those below `.claimlens` of the folders that are open, and no others. */
export function lendReviewFiles(server: Server): vscode.Disposable {
  return server.onRequest<ReviewFilesParams, ReviewFilesAnswer>(REVIEW_FILES_REQUEST, async (params) => {
    try {
      return await serve(params);
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

async function serve(params: ReviewFilesParams): Promise<ReviewFilesAnswer> {
  const { fs } = vscode.workspace;
  const uri = allowed(params.uri);
  switch (params.do) {
    case 'read': {
      const bytes = await fs.readFile(uri).then(undefined, (error: unknown) => {
        if (error instanceof vscode.FileSystemError && /^(FileNotFound|FileNotADirectory)$/.test(error.code)) return null;
        throw error;
      });
      return { text: bytes && decoded(bytes) };
    }
    case 'write':
      await fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
      await fs.writeFile(uri, new TextEncoder().encode(params.text));
      return {};
    case 'move': {
      const there = await fs.stat(uri).then(
        () => true,
        () => false,
      );
      if (!there) return {};
      const target = allowed(params.to);
      await fs.createDirectory(vscode.Uri.joinPath(target, '..'));
      await fs.rename(uri, target, { overwrite: false });
      return {};
    }
  }
}

function allowed(text: string): vscode.Uri {
  const uri = vscode.Uri.parse(text, true);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const root = folder && `${folder.uri.path.replace(/\/$/, '')}/.claimlens/`;
  if (!root || !uri.path.startsWith(root) || uri.path.split('/').includes('..')) throw vscode.FileSystemError.NoPermissions(uri);
  return uri;
}
