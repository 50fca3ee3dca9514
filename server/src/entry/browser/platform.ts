import { EMPTY_CONFIG } from '../../config/project.ts';
import type { Platform } from '../../lsp/platform.ts';
import type { Backend } from '../../segment/backend.ts';
import type { LateSegmenter, Loaded } from '../../segment/late.ts';
import { loadWasm } from '../../segment/wasm.ts';

declare const CLAIMLENS_VERSION: string;

/** What is used of a dedicated worker's global scope. */
export interface WorkerScope {
  readonly location: { readonly href: string };
  readonly navigator: { readonly language: string };
}

/** The language server's platform in a web worker: no files, the WASM segmenter. */
export function browserPlatform(scope: WorkerScope): Platform {
  const nothing = { config: EMPTY_CONFIG, excluded: false };
  const tasks: (() => void)[] = [];
  // A message to ourselves is a task without the delay that timers get when nested.
  const channel = new MessageChannel();
  (channel.port1 as unknown as { onmessage: () => void }).onmessage = () => tasks.shift()?.();
  return {
    version: CLAIMLENS_VERSION,
    build: CLAIMLENS_VERSION,
    locale: scope.navigator.language,
    segmenter: (_choice, wasm) => wasmSegmenter(wasm ?? new URL('../jieba.wasm', scope.location.href).href),
    project: () => nothing,
    forgetProjects: () => undefined,
    articles: async () => [],
    fileOf: (uri) => uri,
    read: async (uri) => {
      throw new Error(`${uri}: no files here`);
    },
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
