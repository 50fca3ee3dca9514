import { spawn } from 'node:child_process';

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeout?: number, capture?: boolean }} [options]
 *   `capture` collects both streams instead of showing them.
 * @returns {Promise<{ code: number | null, signal: string | null, output: string, stdout: string }>}
 *   never rejects for an exit code; rejects when the program cannot be started.
 */
export function run(command, args, { capture = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const child = spawn(command, args, { stdio, ...options });
    let output = '';
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output, stdout }));
  });
}

/** Like {@link run}, captured; throws with the program's own words unless it exits 0. Returns its standard output. */
export async function mustRun(command, args, options = {}) {
  const { code, signal, output, stdout } = await run(command, args, { capture: true, ...options });
  if (code === 0) return stdout;
  throw new Error(`${[command, ...args].join(' ')} ended with ${code ?? signal}\n${shortened(output.trim())}`);
}

/** The beginning and the end of a long text: what went wrong stands at either. */
const shortened = (text) => (text.length <= 6000 ? text : `${text.slice(0, 3000)}\n…\n${text.slice(-3000)}`);
