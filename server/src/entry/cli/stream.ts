import { isUtf8 } from 'node:buffer';
import type { Task } from './tasks.ts';

/** A line of more bytes than this is answered with an error, so that memory stays bounded. */
export const LONGEST_LINE = 64 * 1024 * 1024;
const BATCH_CHARS = 128 * 1024;
const NEWLINE = 0x0a;

/**
 * The lines of a stream as batches of records. A batch goes out when it is full or the writer pauses, so that a
 * slow producer gets its answers line by line. Empty lines are left out.
 */
export async function* recordBatches(input: AsyncIterable<Buffer>): AsyncGenerator<Task[]> {
  let rest: Buffer[] = [];
  let restLength = 0;
  let first = true;
  let batch: Task[] = [];
  let size = 0;
  const take = (bytes: Buffer) => {
    const text = bytes.toString('utf8');
    const line = first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    first = false;
    if (line.trim() === '') return;
    // What is no UTF-8 is read as U+FFFD, which may be written, too.
    const damaged = line.includes('\ufffd') && !isUtf8(bytes);
    batch.push({ kind: 'record', line, ...(damaged ? { fault: 'encoding' } : {}) });
    size += line.length;
  };
  const endLine = (tail: Buffer) => {
    if (restLength > LONGEST_LINE) batch.push({ kind: 'record', line: '', fault: 'long' });
    else take(rest.length > 0 ? Buffer.concat([...rest, tail]) : tail);
    rest = [];
    restLength = 0;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      endLine(chunk.subarray(from, end));
      from = end + 1;
      if (size >= BATCH_CHARS) {
        yield batch;
        batch = [];
        size = 0;
      }
    }
    const tail = chunk.subarray(from);
    restLength += tail.length;
    if (restLength > LONGEST_LINE) rest = [];
    else if (tail.length > 0) rest.push(tail);
    if (batch.length > 0) {
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (restLength > 0) endLine(Buffer.alloc(0));
  if (batch.length > 0) yield batch;
}
