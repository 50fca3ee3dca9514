// What the extension costs VS Code's extension host before it gives the thread back: its bundle loaded, as it is packed, `activate`
// run. The editor around it is a stand-in that answers everything, so that only the extension's own work counts; every round is a
// new process.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, row } from './lib/numbers.mjs';
import { packed } from './lib/packed.mjs';

const ROUNDS = 15;

export async function activation() {
  const script = fileURLToPath(new URL('lib/activate.cjs', import.meta.url));
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, join(packed, 'extension.js')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`activation failed: ${stderr}`);
    times.push(JSON.parse(stdout));
  }
  const all = median(times.map(({ load, activate }) => load + activate));
  const measured = `load ${median(times.map((t) => t.load)).toFixed(0)}, activate ${median(times.map((t) => t.activate)).toFixed(0)} ms`;
  return [row('extension activation / 50 ms', all / 50, 1, 'lower', measured)];
}
