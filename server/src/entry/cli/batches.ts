import { statSync } from 'node:fs';
import type { Task } from './tasks.ts';

/** About this much text goes to a worker at once. */
const BATCH_BYTES = 256 * 1024;
const BATCH_TASKS = 64;
/** Below this much text starting workers costs more than it gains. */
const WORTH_BYTES = 2_000_000;

/** Tasks in batches of similar size, and whether worker threads are worth their start. */
export function planBatches(tasks: readonly Task[]): { batches: Task[][]; worthWorkers: boolean } {
  const batches: Task[][] = [];
  let batch: Task[] = [];
  let size = 0;
  let total = 0;
  for (const task of tasks) {
    const bytes = sizeOf(task);
    if (batch.length > 0 && (size + bytes > BATCH_BYTES || batch.length >= BATCH_TASKS)) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(task);
    size += bytes;
    total += bytes;
  }
  if (batch.length > 0) batches.push(batch);
  return { batches, worthWorkers: batches.length > 1 && total >= WORTH_BYTES };
}

function sizeOf(task: Task): number {
  if (task.kind === 'file') return statSync(task.name, { throwIfNoEntry: false })?.size ?? 0;
  return task.kind === 'text' ? task.text.length : task.line.length;
}
