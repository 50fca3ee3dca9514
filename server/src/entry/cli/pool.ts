import { parentPort, Worker, workerData } from 'node:worker_threads';
import { TaskChecker } from './checkTask.ts';
import type { CheckOptions } from './options.ts';
import type { Outcome, Task } from './tasks.ts';

/** How many batches may be under way for each worker: enough that none waits, few enough that memory stays bounded. */
const AHEAD = 3;

interface WorkerData {
  readonly options: CheckOptions;
  readonly dist: string;
}

type Batches = AsyncIterable<Task[]> | Iterable<Task[]>;

/** The outcomes of batches of tasks in their order, here and now. */
export async function* inline(batches: Batches, options: CheckOptions, dist: string): AsyncGenerator<Outcome> {
  const checker = new TaskChecker(options, dist);
  for await (const batch of batches) for (const task of batch) yield checker.check(task);
}

/** The same on worker threads, each of which runs `script` (this very program) with `isMainThread` false. */
export async function* pooled(batches: Batches, options: CheckOptions, dist: string, script: string): AsyncGenerator<Outcome> {
  const workers = Array.from({ length: options.jobs }, () => new PoolWorker(script, { options, dist }));
  const queue: Promise<Outcome[]>[] = [];
  const changed = new Signal();
  let fed = false;
  // Input is read ahead of the answers, so that a slow writer still gets each answer as soon as it is there.
  const feeding = (async () => {
    for await (const batch of batches) {
      const worker = workers.reduce((least, other) => (other.waiting < least.waiting ? other : least));
      const answer = worker.run(batch);
      answer.catch(() => undefined);
      queue.push(answer);
      changed.give();
      while (queue.length >= workers.length * AHEAD) await changed.wait();
    }
  })().finally(() => {
    fed = true;
    changed.give();
  });
  feeding.catch(() => undefined);
  try {
    for (;;) {
      const next = queue[0];
      if (next) {
        const outcomes = await next;
        queue.shift();
        changed.give();
        yield* outcomes;
      } else if (fed) break;
      else await changed.wait();
    }
    await feeding;
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** Wakes everybody who waits. */
class Signal {
  #waiting: (() => void)[] = [];

  wait(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  give(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

class PoolWorker {
  waiting = 0;
  readonly #worker: Worker;
  readonly #answers: { resolve: (outcomes: Outcome[]) => void; reject: (error: Error) => void }[] = [];

  constructor(script: string, data: WorkerData) {
    this.#worker = new Worker(script, { workerData: data });
    this.#worker.on('message', (outcomes: Outcome[]) => {
      this.waiting--;
      this.#answers.shift()?.resolve(outcomes);
    });
    const fail = (error: Error) => {
      for (const { reject } of this.#answers.splice(0)) reject(error);
    };
    this.#worker.on('error', fail);
    this.#worker.on('exit', (code) => fail(new Error(`a worker thread ended with code ${code}`)));
  }

  run(batch: Task[]): Promise<Outcome[]> {
    this.waiting++;
    return new Promise((resolve, reject) => {
      this.#answers.push({ resolve, reject });
      this.#worker.postMessage(batch);
    });
  }

  stop(): Promise<number> {
    return this.#worker.terminate();
  }
}

/** What a worker thread does: batches in, outcomes out, in order. */
export function work(): void {
  const { options, dist } = workerData as WorkerData;
  const checker = new TaskChecker(options, dist);
  parentPort?.on('message', (batch: Task[]) => parentPort?.postMessage(batch.map((task) => checker.check(task))));
}
