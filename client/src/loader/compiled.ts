import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

const [PREFIX = ''] = Module.wrap('\n').split('\n');
const DIGEST_BYTES = 32;

/**
 * A CommonJS bundle that is run from what V8 made of it the last time: compiling some hundred kilobytes anew costs an editor more
 * of its start than running them. The bundle has to be ASCII.
 */
export class CompiledBundle {
  readonly exports: unknown;
  /** Whether what was kept was there, whole, and taken by this V8. */
  readonly fromCache: boolean;
  readonly #script: Script;
  readonly #key: string;

  /** Throws what the bundle throws, and where it cannot be read; a cache that cannot be is no failure. */
  constructor(file: string, cache: string | null) {
    const { mtimeMs, size } = statSync(file);
    this.#key = `${file} ${mtimeMs} ${size} ${process.version}`;
    const cachedData = cache === null ? undefined : this.#kept(cache);
    // One byte a character: in half the time, and the memory, of text that may hold anything.
    const source = readFileSync(file, 'latin1');
    this.#script = new Script(Module.wrap(source), { filename: file, columnOffset: -PREFIX.length, cachedData });
    this.fromCache = cachedData !== undefined && this.#script.cachedDataRejected === false;
    const module = { exports: {} };
    this.#script.runInThisContext().call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
    this.exports = module.exports;
  }

  /** Keeps what is compiled by now, for the next start. */
  async keep(cache: string): Promise<void> {
    const data = this.#script.createCachedData();
    const beside = `${cache}.${process.pid}`;
    await mkdir(dirname(cache), { recursive: true });
    await writeFile(beside, Buffer.concat([this.#digest(data), data]));
    await rename(beside, cache);
  }

  /** V8 itself looks at the length of the source only, and does not survive data that was damaged. */
  #kept(cache: string): Buffer | undefined {
    try {
      const bytes = readFileSync(cache);
      const data = bytes.subarray(DIGEST_BYTES);
      return this.#digest(data).equals(bytes.subarray(0, DIGEST_BYTES)) ? data : undefined;
    } catch {
      return undefined;
    }
  }

  #digest(data: Buffer): Buffer {
    return createHash('sha256').update(this.#key).update(data).digest();
  }
}
