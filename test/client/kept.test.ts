import assert from 'node:assert/strict';
import { Kept } from '../../client/src/review/kept.ts';

/** A question whose answers come when they are told to: the day, and how often it was asked before. */
function asking() {
  let day = '2024-11-30';
  const waiting: ((known?: boolean) => void)[] = [];
  let asked = 0;
  const kept = new Kept<string>(
    (on) => {
      const result = `${on} ${asked++}`;
      return new Promise((resolve) => waiting.push((known = true) => resolve(known ? result : undefined)));
    },
    () => day,
  );
  /** Lets what waits for promises run, then answers the oldest question. */
  const answer = async (known?: boolean) => {
    await settled();
    waiting.shift()!(known);
    await settled();
  };
  return { kept, answer, open: () => waiting.length, turn: (next: string) => (day = next) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Starts asking, lets the answer come. */
async function first(desk: ReturnType<typeof asking>): Promise<void> {
  const current = desk.kept.current();
  await desk.answer();
  assert.equal((await current)?.result, '2024-11-30 0');
}

describe('what is known of the predictions', () => {
  it('is asked for once', async () => {
    const desk = asking();
    await first(desk);
    assert.equal((await desk.kept.current())?.result, '2024-11-30 0');
    assert.equal(desk.open(), 0);
  });

  it('is of the day that it was asked for on, and asked for anew on another', async () => {
    const desk = asking();
    await first(desk);
    desk.turn('2024-12-01');
    assert.equal(desk.kept.outdated, true);
    assert.deepEqual(desk.kept.last, { day: '2024-11-30', result: '2024-11-30 0' });
    const current = desk.kept.current();
    await desk.answer();
    assert.deepEqual(await current, { day: '2024-12-01', result: '2024-12-01 1' });
    assert.equal(desk.kept.outdated, false);
  });

  it('is asked for anew after a change, also where one came while an answer was on its way', async () => {
    const desk = asking();
    await first(desk);
    desk.kept.age();
    const during = desk.kept.current();
    await settled();
    desk.kept.age();
    await desk.answer();
    assert.equal((await during)?.result, '2024-11-30 1');
    const after = desk.kept.current();
    await desk.answer();
    assert.equal((await after)?.result, '2024-11-30 2');
    assert.equal(desk.open(), 0);
  });

  it('is the newest where it is wanted again before the old answer has come', async () => {
    const desk = asking();
    const before = desk.kept.current();
    await settled();
    desk.kept.age();
    const after = desk.kept.current();
    await desk.answer();
    await desk.answer();
    assert.deepEqual(
      [await before, await after].map((known) => known?.result),
      ['2024-11-30 1', '2024-11-30 1'],
    );
  });

  it('stays where no answer is to be had, and is asked for again', async () => {
    const desk = asking();
    await first(desk);
    const failed = desk.kept.renew();
    await desk.answer(false);
    await failed;
    assert.equal(desk.kept.last?.result, '2024-11-30 0');
    const current = desk.kept.current();
    await desk.answer();
    assert.equal((await current)?.result, '2024-11-30 2');
  });
});
