import init, { initSync, tag } from 'jieba-wasm/web';
import { type Backend, toSpans } from './backend.ts';

/** jieba-rs tags without reading probabilities of its own for unknown words unless told; the flag tells it. */
const HMM = true;

/** Compiles and starts the WASM jieba from its bytes. Takes about a second and blocks meanwhile. */
export function startWasm(bytes: Uint8Array): Backend {
  initSync({ module: bytes });
  return warm();
}

/** The same where the module comes over the network. */
export async function fetchWasm(url: string): Promise<Backend> {
  await init({ module_or_path: url });
  return warm();
}

/** The dictionary is unpacked at the first call: have it done with. */
function warm(): Backend {
  tag('词', HMM);
  return { name: 'wasm', words: (text) => toSpans(text, tag(text, HMM)) };
}
