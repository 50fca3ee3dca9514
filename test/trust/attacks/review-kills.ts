import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeReviewFiles } from '../../../server/src/entry/node/reviewFiles.ts';
import type { Attack, Tally } from '../lib/attack.ts';
import { leave, programOf, run, scratch } from '../lib/faults/child.ts';
import { homeOf, type Step, session, stepped } from '../lib/faults/session.ts';
import { inTurns } from '../lib/turns.ts';

/** By the path of the file. */
type State = ReadonlyMap<string, string>;

const STEPS = 84;
/** Most of the time goes by in waiting until the dead count as dead. */
const AT_ONCE = 12;

/** Kills a writer at every operation on files that a long review session needs, and looks at what stands. */
export const attack: Attack = {
  topic: 'review',
  async run(trial) {
    const child = await programOf('sessionChild.ts');
    const steps = session(STEPS);
    const states = statesOf(steps);
    const points = await pointsOf(child, steps);
    const chosen = trial.long ? points.slice(0, trial.count(0, points.length)) : points.filter((_, i) => i % 140 === 8);
    let slowest = 0;
    const whole = trial.row('every file whole, with exactly the decisions that were said to stand, or one more');
    const next = trial.row('the next writer goes on, and nothing is left of the one that died');
    whole.note(`${STEPS} steps, ${points.length} operations on files, killed before each and amid each write`);
    await inTurns(AT_ONCE, chosen, async (point) => {
      const folder = scratch('kill');
      lay(folder, states[point.step]!);
      const root = pathToFileURL(folder).href;
      const { signal, out, err } = await run(child, [root, `${point.step}`, `${STEPS}`], { kill: point.at, half: point.half });
      const said = out.split('\n').filter(Boolean).length;
      const about = `step ${point.step}, operation ${point.at}${point.half ? ', half written' : ''}`;
      await whole.hold(() => {
        assert.equal(signal, 'SIGKILL', `${about}: ${err}`);
        const found = JSON.stringify([...filesOf(folder)]);
        const allowed = [0, 1].map((more) => JSON.stringify([...states[point.step + said + more]!]));
        assert.ok(allowed.includes(found), `${about}: ${said} said\n${found}\n${allowed.join('\n')}`);
      });
      slowest = Math.max(slowest, await goesOn(next, folder, root, steps[point.step]!, about));
      leave(folder);
    });
    next.note(`after ${(slowest / 1000).toFixed(1)} s at most, with ${AT_ONCE} going on at once`);
  },
};

/** The folder after each number of steps. */
function statesOf(steps: readonly Step[]): State[] {
  const states: State[] = [new Map()];
  for (const [i, step] of steps.entries()) {
    const state = new Map(states[i]);
    const path = `review/${step.article}.json`;
    if (step.do !== 'move') state.set(path, stepped(state.get(path) ?? null, step, i));
    else {
      const text = state.get(path);
      state.delete(path);
      const to = step.to === null ? `deleted/${step.article}.json` : `review/${step.to}.json`;
      if (text !== undefined) state.set(free(state, to), text);
    }
    states.push(new Map([...state].sort(([a], [b]) => (a < b ? -1 : 1))));
  }
  return states;
}

/** What is moved never replaces anything. */
function free(state: State, path: string): string {
  for (let n = 0; ; n++) {
    const name = n === 0 ? path : path.replace(/(\.json)?$/, `.${n}$1`);
    if (!state.has(name)) return name;
  }
}

interface Point {
  readonly step: number;
  /** Counted from the step's first. */
  readonly at: number;
  readonly half: boolean;
}

/** Does the session once in one go, counting. */
async function pointsOf(child: string, steps: readonly Step[]): Promise<Point[]> {
  const folder = scratch('count');
  const { code, out, err } = await run(child, [pathToFileURL(folder).href, '0', `${STEPS}`]);
  assert.equal(code, 0, err);
  leave(folder);
  const lines = out.split('\n').filter(Boolean);
  const told = lines.map((line) => JSON.parse(line) as { readonly done: number; readonly writes: readonly number[] });
  assert.equal(told.length, steps.length);
  const { writes } = told.at(-1)!;
  return told.flatMap(({ done }, step) => {
    const first = told[step - 1]?.done ?? 0;
    return Array.from({ length: done - first }, (_, at) => at).flatMap((at) => [
      { step, at, half: false },
      ...(writes.includes(first + at) ? [{ step, at, half: true }] : []),
    ]);
  });
}

function lay(folder: string, state: State): void {
  for (const [path, text] of state) {
    const file = join(folder, '.claimlens', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** All that counts as a review; what writers put beside is theirs. */
function filesOf(folder: string): State {
  const top = join(folder, '.claimlens');
  if (!existsSync(top)) return new Map();
  const paths = readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(top.length + 1))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(top, path), 'utf8')]));
}

async function goesOn(row: Tally, folder: string, root: string, step: Step, about: string): Promise<number> {
  const began = performance.now();
  const home = homeOf(root, step.article);
  const file = join(folder, '.claimlens/review', `${step.article}.json`);
  await row.hold(async () => {
    const before = await nodeReviewFiles.read(home);
    const mine: Step = { do: 'decide', article: step.article, entry: null };
    await nodeReviewFiles.update(home, (text) => stepped(text, mine, 1000));
    assert.equal(await nodeReviewFiles.read(home), stepped(before, mine, 1000), about);
    assert.deepEqual(
      readdirSync(dirname(file)).filter((name) => /\.(tmp|lock)$/.test(name)),
      [],
      about,
    );
  });
  return performance.now() - began;
}
