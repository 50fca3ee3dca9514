import { parentPort, Worker, workerData } from 'node:worker_threads';
import { crashed, TaskChecker } from './checkTask.ts';
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

interface Job {
  readonly batch: Task[];
  readonly resolve: (outcomes: Outcome[]) => void;
  readonly reject: (error: Error) => void;
}

/** So many threads may end before any has answered anything; then it is no record that ends them. */
const BARREN = 5;

/** A worker thread. Where it dies, of memory or otherwise, another takes its place, and only the task that it died of goes without. */
class PoolWorker {
  readonly #script: string;
  readonly #data: WorkerData;
  #worker: Worker;
  /** In the order in which the thread answers: it is at the first. */
  #jobs: Job[] = [];
  #answered = false;
  #barren = 0;
  #stopped = false;

  constructor(script: string, data: WorkerData) {
    this.#script = script;
    this.#data = data;
    this.#worker = this.#start();
  }

  get waiting(): number {
    return this.#jobs.length;
  }

  run(batch: Task[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => this.#give({ batch, resolve, reject }));
  }

  stop(): Promise<number> {
    this.#stopped = true;
    return this.#worker.terminate();
  }

  #give(job: Job): void {
    this.#jobs.push(job);
    this.#worker.postMessage(job.batch);
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#data });
    let reason: Error | undefined;
    worker.on('message', (outcomes: Outcome[]) => {
      this.#answered = true;
      this.#jobs.shift()?.resolve(outcomes);
    });
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', (code) => {
      if (!this.#stopped) this.#died(reason ?? new Error(`a worker thread ended with code ${code}`));
    });
    return worker;
  }

  #died(reason: Error): void {
    const [first, ...others] = this.#jobs;
    this.#jobs = [];
    if (!this.#answered && ++this.#barren > BARREN) {
      for (const job of first ? [first, ...others] : others) job.reject(reason);
      return;
    }
    this.#worker = this.#start();
    if (first) this.#again(first, reason);
    for (const job of others) this.#give(job);
  }

  /** A batch that a thread died of is gone through task by task. */
  #again({ batch, resolve, reject }: Job, reason: Error): void {
    if (batch.length === 1) resolve([crashed(batch[0]!, this.#data.options.locale, reason.message)]);
    else Promise.all(batch.map((task) => this.run([task]))).then((outcomes) => resolve(outcomes.flat()), reject);
  }
}

/** What a worker thread does: batches in, outcomes out, in order. */
export function work(): void {
  const { options, dist } = workerData as WorkerData;
  const checker = new TaskChecker(options, dist);
  parentPort?.on('message', (batch: Task[]) => parentPort?.postMessage(batch.map((task) => checker.check(task))));
}
