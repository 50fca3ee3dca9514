/** Tasks of one key one after another, in the order given: requests run side by side, and each decides on what the one before left. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const answer = before.then(task, task);
    this.#last.set(key, answer);
    const done = () => {
      if (this.#last.get(key) === answer) this.#last.delete(key);
    };
    answer.then(done, done);
    return answer;
  }
}
