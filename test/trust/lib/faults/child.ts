import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Gathered, gathered } from '../gathered.ts';

/** What fs.cjs makes go wrong. */
export interface Fault {
  readonly kill?: number;
  readonly half?: boolean;
  readonly delay?: number;
  readonly stall?: { readonly at: number; readonly ms: number };
  readonly refuse?: string;
  readonly clock?: number;
  readonly jump?: { readonly at: number; readonly ms: number };
}

const here = fileURLToPath(new URL('.', import.meta.url));
const running = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) remove(folder);
});

/** A folder that is gone with this process, if not before. */
export function scratch(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `claimlens-${name}-`));
  folders.add(folder);
  return folder;
}

export function leave(folder: string): void {
  remove(folder);
  folders.delete(folder);
}

/** Not by Node, whose stack deep folders exhaust. */
function remove(folder: string): void {
  spawnSync('rm', ['-rf', folder]);
}

/** A program in TypeScript, its path from this folder, as a file that starts at once. */
export async function programOf(path: string): Promise<string> {
  const outfile = join(scratch('program'), 'program.cjs');
  await build({
    entryPoints: [join(here, path)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    define: { 'import.meta.dirname': '__dirname' },
  });
  return outfile;
}

/** What a program needs so that a fault befalls it. */
export function faulty(fault: Fault): { readonly execArgv: readonly string[]; readonly env: NodeJS.ProcessEnv } {
  return { execArgv: ['--require', join(here, 'fs.cjs')], env: { ...process.env, FAULT: JSON.stringify(fault) } };
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], fault: Fault = {}): Promise<Gathered> {
  const { execArgv, env } = faulty(fault);
  const child = spawn(process.execPath, [...execArgv, program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  return gathered(child).finally(() => running.delete(child));
}
