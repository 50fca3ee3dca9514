// What the extension costs VS Code's extension host before it gives the thread back: its bundle loaded, as it is packed, `activate`
// run. The editor around it is a stand-in that answers everything, so that only the extension's own work counts; every round is a
// new process. The first start after an update, which compiles, is measured beside those that follow.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, row } from './lib/numbers.mjs';
import { packed } from './lib/packed.mjs';

const ROUNDS = 15;

export async function activation() {
  const storage = mkdtempSync(join(tmpdir(), 'claimlens-storage-'));
  try {
    const first = median(Array.from({ length: ROUNDS }, () => activated(join(storage, 'none'))));
    activated(join(storage, 'kept'), 'stay');
    const next = median(Array.from({ length: ROUNDS }, () => activated(join(storage, 'kept'))));
    const measured = `${next.toFixed(0)} ms; the first after an update ${first.toFixed(0)} ms`;
    return [row('extension activation / 50 ms', next / 50, 1, 'lower', measured)];
  } finally {
    rmSync(storage, { recursive: true, force: true });
  }
}

/** One start, in milliseconds. */
function activated(storage, ...stay) {
  const script = fileURLToPath(new URL('lib/activate.cjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, join(packed, 'extension.js'), storage, ...stay], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0) throw new Error(`activation failed: ${stderr}`);
  const { load, activate } = JSON.parse(stdout);
  return load + activate;
}
