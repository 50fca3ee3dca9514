import { readdirSync } from 'node:fs';
import type { Attack } from './attack.ts';

const folder = new URL('../attacks/', import.meta.url);

/** The names of all attacks. */
export function attackNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

export async function attackOf(name: string): Promise<Attack> {
  const { attack } = (await import(new URL(`${name}.ts`, folder).href)) as { attack: Attack };
  return attack;
}

/** The seed where none is given: every run tries the same. */
export const SEED = 20240222;
