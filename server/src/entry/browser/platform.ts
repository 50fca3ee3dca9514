import type { Connection } from 'vscode-languageserver';
import type { Platform } from '../../lsp/platform.ts';
import type { Backend } from '../../segment/backend.ts';
import type { LateSegmenter, Loaded } from '../../segment/late.ts';
import { loadWasm } from '../../segment/wasm.ts';
import { LentFiles } from './files.ts';
import { LentProjects } from './projects.ts';
import { walkLent } from './walk.ts';

declare const CLAIMLENS_VERSION: string;

/** What is used of a dedicated worker's global scope. */
export interface WorkerScope {
  readonly location: { readonly href: string };
  readonly navigator: { readonly language: string };
}

/** The language server's platform in a web worker: the client's files, the WASM segmenter. */
export function browserPlatform(scope: WorkerScope, connection: Connection): Platform {
  const files = new LentFiles(connection);
  const projects = new LentProjects(files);
  const stamps = new Map<string, string>();
  const tasks: (() => void)[] = [];
  // A message to ourselves is a task without the delay that timers get when nested.
  const channel = new MessageChannel();
  (channel.port1 as unknown as { onmessage: () => void }).onmessage = () => tasks.shift()?.();
  return {
    version: CLAIMLENS_VERSION,
    build: CLAIMLENS_VERSION,
    locale: scope.navigator.language,
    segmenter: (_choice, wasm) => wasmSegmenter(wasm ?? new URL('../jieba.wasm', scope.location.href).href),
    project: (uri) => projects.of(uri),
    lookForProject: (uri, folders) => projects.look(uri, folders),
    forgetProjects: () => projects.forget(),
    async articles(folder) {
      const top = folder.replace(/\/$/, '');
      const seen = await walkLent(files, top);
      for (const uri of stamps.keys()) if (uri.startsWith(`${top}/`)) stamps.delete(uri);
      for (const [uri, stamp] of seen.stamps) stamps.set(uri, stamp);
      await Promise.all(seen.articles.map((uri) => projects.look(uri, [folder])));
      return seen.articles;
    },
    fileOf: (uri) => uri,
    async read(uri) {
      const text = await files.read(uri);
      if (text === null) throw Object.assign(new Error(`${uri}: no such file`), { code: 'ENOENT' });
      // As in an editor, the mark at the beginning is no part of the text.
      return text.replace(/^\ufeff/, '');
    },
    stamp: (uri) => stamps.get(uri) ?? null,
    later(task) {
      tasks.push(task);
      channel.port2.postMessage(null);
    },
  };
}

function wasmSegmenter(module: string | Uint8Array<ArrayBuffer>): LateSegmenter {
  let backend: Backend | undefined;
  let loading: Promise<Loaded> | undefined;
  return {
    words: (text) => backend?.words(text) ?? null,
    load() {
      loading ??= loadWasm(module).then(
        (loaded) => {
          backend = loaded;
          return { name: loaded.name, reason: null };
        },
        (error: unknown) => ({ name: null, reason: String(error) }),
      );
      return loading;
    },
    dispose() {
      backend = undefined;
    },
  };
}
