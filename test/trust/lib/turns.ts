/** Does a task for every item, so many at a time. */
export async function inTurns<T>(atOnce: number, items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const work = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await task(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
