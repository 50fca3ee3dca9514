import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Writes one decision into the review of ROOT's a.md, and is killed at the STEPth thing it does to the disk, half-way through
// where it writes. Exits 0 when there is no such step.
const [root = '', id = '', given = '0'] = process.argv.slice(2);
let left = Number(given);

/** Answers whether this is the step. */
function counted(): boolean {
  left--;
  return left === 0;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

/** Dies before, or after, in turn: each is a step. */
function patched<A extends unknown[], R>(task: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    if (counted()) die();
    const result = await task(...args);
    if (counted()) die();
    return result;
  };
}

const { open } = fs;
fs.mkdir = patched(fs.mkdir) as typeof fs.mkdir;
fs.rename = patched(fs.rename);
fs.open = patched(async (...args: Parameters<typeof open>) => {
  const file = await open(...args);
  const { writeFile } = file;
  file.writeFile = patched(async (data, ...options) => {
    if (counted()) {
      await writeFile.call(file, String(data).slice(0, String(data).length / 2));
      die();
    }
    return writeFile.call(file, data, ...options);
  }) as typeof writeFile;
  file.sync = patched(file.sync.bind(file));
  file.close = patched(file.close.bind(file));
  return file;
});
syncBuiltinESMExports();

async function main(): Promise<void> {
  const { add } = await import('./writing.ts');
  await add(root, id);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
