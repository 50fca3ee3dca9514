import { StringDecoder } from 'node:string_decoder';
import type { Task } from './tasks.ts';

/** A line longer than this is answered with an error, so that memory stays bounded. */
export const LONGEST_LINE = 64 * 1024 * 1024;
const BATCH_CHARS = 128 * 1024;

/**
 * The lines of a stream as batches of records. A batch goes out when it is full or the writer pauses, so that a
 * slow producer gets its answers line by line. Empty lines are left out.
 */
export async function* recordBatches(input: AsyncIterable<Buffer>): AsyncGenerator<Task[]> {
  const decoder = new StringDecoder('utf8');
  let rest: string[] = [];
  let restLength = 0;
  let tooLong = false;
  let first = true;
  let batch: Task[] = [];
  let size = 0;
  const take = (line: string) => {
    const bare = first && line.charCodeAt(0) === 0xfeff ? line.slice(1) : line;
    first = false;
    if (bare.trim() === '') return;
    batch.push({ kind: 'record', line: bare });
    size += bare.length;
  };
  const endLine = (tail: string) => {
    if (tooLong) batch.push({ kind: 'record', line: '', tooLong: true });
    else take(rest.length > 0 ? rest.join('') + tail : tail);
    rest = [];
    restLength = 0;
    tooLong = false;
  };
  for await (const chunk of input) {
    const text = decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
      endLine(text.slice(from, end));
      from = end + 1;
      if (size >= BATCH_CHARS) {
        yield batch;
        batch = [];
        size = 0;
      }
    }
    if (!tooLong) rest.push(text.slice(from));
    restLength += text.length - from;
    if (restLength > LONGEST_LINE) {
      tooLong = true;
      rest = [];
    }
    if (batch.length > 0) {
      yield batch;
      batch = [];
      size = 0;
    }
  }
  const tail = decoder.end();
  if (tail || restLength > 0) endLine(tail);
  if (batch.length > 0) yield batch;
}
