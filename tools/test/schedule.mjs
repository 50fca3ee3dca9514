/**
 * Runs jobs in their order, several at a time; a job that is `alone` waits until the others are done.
 * @template T
 * @param {{ alone?: boolean, run: () => Promise<T> }[]} jobs
 * @param {number} width how many at a time
 * @returns {Promise<T[]>} in the order of the jobs
 */
export async function schedule(jobs, width) {
  const results = [];
  const active = new Set();
  for (const [index, { alone, run }] of jobs.entries()) {
    while (active.size >= (alone ? 1 : width)) await Promise.race(active);
    const job = run().then((result) => {
      results[index] = result;
      active.delete(job);
    });
    active.add(job);
    if (alone) await job;
  }
  await Promise.all(active);
  return results;
}
