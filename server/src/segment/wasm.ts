import init, { initSync, tag } from 'jieba-wasm/web';
import { type Backend, toSpans } from './backend.ts';

/** jieba-rs tags without reading probabilities of its own for unknown words unless told; the flag tells it. */
const HMM = true;

/** Compiles and starts the WASM jieba from its bytes. Takes about a second and blocks meanwhile. */
export function startWasm(bytes: Uint8Array): Backend {
  initSync({ module: bytes });
  return warm();
}

/** The same without blocking, from the module's bytes or its address. */
export async function loadWasm(module: Uint8Array<ArrayBuffer> | string): Promise<Backend> {
  await init({ module_or_path: module });
  return warm();
}

/** The dictionary is unpacked at the first call: have it done with. */
function warm(): Backend {
  tag('词', HMM);
  return { name: 'wasm', words: (text) => toSpans(text, tag(text, HMM)) };
}
