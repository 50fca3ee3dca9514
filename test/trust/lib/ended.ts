import { spawn } from 'node:child_process';
import { type Gathered, gathered } from './gathered.ts';

const PATIENCE_MS = 90_000;

/** Runs a program to its end, in English; what has not ended by then is killed, and fails. */
export async function ended(program: string, args: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}): Promise<Gathered> {
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...more };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const timer = setTimeout(stop, PATIENCE_MS);
  const all = await gathered(child).finally(() => {
    clearTimeout(timer);
    process.off('exit', stop);
  });
  if (all.signal === 'SIGKILL') throw new Error(`killed: ${args.join(' ')} in ${cwd}\n${all.err.slice(0, 600)}`);
  return all;
}
