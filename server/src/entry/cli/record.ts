import type { MessageKey } from '../../features/messages.ts';

/** A record of `--stream`; `id` may be any JSON value and comes back as it was. */
export type StreamRecord =
  | { readonly id: unknown; readonly text: string; readonly date: string | null }
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
  return { id, text: bare, date: typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null };
}
