import { isDay } from '../../../../common/day.ts';
import type { MessageKey } from '../../features/messages.ts';

/** A record of `--stream`; `id` may be any JSON value and comes back as it was. */
export type StreamRecord =
  | { readonly id: unknown; readonly text: string; readonly date: string | null; readonly badDate: boolean }
  | { readonly id: unknown; readonly error: MessageKey };

export function parseRecord(line: string): StreamRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'stream.json' };
  }
  if (typeof value !== 'object' || value === null) return { id: null, error: 'stream.shape' };
  const { id = null, text, date } = value as Record<string, unknown>;
  if (typeof text !== 'string') return { id, error: 'stream.shape' };
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const day = typeof date === 'string' && isDay(date) ? date : null;
  // Those who have no date write nothing, null or an empty one.
  return { id, text: bare, date: day, badDate: day === null && date !== undefined && date !== null && date !== '' };
}

/** An answer as a line. An id that is a number too large for JavaScript is written as its record writes it. */
export function withOwnId(answer: object, line: string): string {
  const { id } = answer as { readonly id?: unknown };
  const json = JSON.stringify(answer);
  if (typeof id !== 'number' || Number.isSafeInteger(id)) return `${json}\n`;
  const written = [...line.matchAll(/(?<!\\)"id"\s*:\s*(-?[\d.]+(?:[eE][+-]?\d+)?)/g)].find(([, number]) => Number(number) === id)?.[1];
  if (written === undefined) return `${json}\n`;
  return `${json.replace(`"id":${JSON.stringify(id)}`, `"id":${written}`).replace(`"file":${JSON.stringify(id)}`, `"file":${written}`)}\n`;
}
