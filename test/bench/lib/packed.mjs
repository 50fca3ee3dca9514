// What is measured is what ships: bundles made as for the package, once a run, into a folder of their own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../tools/lib/project.mjs';

/** The folder of bundles, told to the sections' processes by their environment. */
export const packed = process.env.CLAIMLENS_BENCH_PACKED ?? pack();

function pack() {
  const folder = mkdtempSync(join(tmpdir(), 'claimlens-packed-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), '--minify', '--outdir', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the bundles could not be made: ${stderr}`);
  process.env.CLAIMLENS_BENCH_PACKED = folder;
  return folder;
}
