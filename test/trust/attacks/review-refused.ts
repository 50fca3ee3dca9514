import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ReviewAnswer } from '../../../common/protocol.ts';
import { readReview } from '../../../server/src/review/read.ts';
import { PULL, start, type TestClient } from '../../protocol/harness.ts';
import type { Attack, Trial } from '../lib/attack.ts';
import { faulty, leave, scratch } from '../lib/faults/child.ts';
import { articles } from '../lib/texts.ts';

const REASONS = ['ENOSPC', 'EROFS', 'EACCES', 'EIO'];
/** About how long a decision takes to be written: a disk may give out at any time of it. */
const DECISION_MS = 12;

/** Disks that are full, read-only, forbidden or broken under the built server, before a decision and amid its writing. */
export const attack: Attack = {
  topic: 'review',
  async run(trial) {
    const folder = scratch('refused');
    try {
      await decideOn(trial, folder);
    } finally {
      leave(folder);
    }
  },
};

async function decideOn(trial: Trial, folder: string): Promise<void> {
  const refused = trial.row(
    'disks that give out under the server: what is refused is told and changes nothing, what is said to stand stands',
  );
  const after = trial.row('when they are well again: the next decision stands, and those before it');
  const switched = join(folder, 'refuse');
  const uri = pathToFileURL(join(folder, 'article.md')).href;
  const text = articles().find(({ length }) => length > 1500)!;
  const options = { capabilities: PULL, folder: pathToFileURL(folder).href, options: { settings: { reviewer: '甲' } } };
  const { client, process: server } = await start(options, ['--stdio'], faulty({ refuse: switched }));
  await client.open(uri, text);
  const desk = new Desk(client, uri, join(folder, '.claimlens/review/article.md.json'));
  let told = 0;
  for (const i of trial.times(12, 600)) {
    const reason = REASONS[i % REASONS.length]!;
    await refused.hold(async () => {
      const before = desk.bytes();
      const amid = trial.random.oneIn(2);
      if (!amid) writeFileSync(switched, reason);
      const answer = desk.decide(trial, `坏${i}`);
      if (amid) {
        await sleep(trial.random.below(DECISION_MS));
        writeFileSync(switched, reason);
      }
      const { error } = await answer;
      rmSync(switched);
      if (error === null) return desk.stands();
      told++;
      assert.match(error, /article\.md\.json|write|read|写|读/, reason);
      assert.equal(desk.bytes(), before, `${reason}: told as refused (${error})`);
    });
    await after.hold(async () => {
      const { error } = await desk.decide(trial, `好${i}`);
      assert.equal(error, null, reason);
      desk.stands();
    });
  }
  refused.note(`${told} refused and told`);
  server.kill();
}

class Desk {
  /** Notes by entry, as they were said to stand. */
  readonly #said = new Map<string, string>();

  constructor(
    readonly client: TestClient,
    readonly uri: string,
    readonly path: string,
  ) {}

  bytes(): string | null {
    return existsSync(this.path) ? readFileSync(this.path, 'utf8') : null;
  }

  async decide({ random }: Trial, note: string): Promise<ReviewAnswer> {
    const { claims } = await this.client.claims(this.uri);
    const answer = await this.client.decide({ uri: this.uri, claim: random.pick(claims).id, change: { status: 'disputed', note } });
    if (answer.error === null && answer.entry) this.#said.set(answer.entry, note);
    return answer;
  }

  stands(): void {
    const { file } = readReview(this.bytes());
    const notes = new Map(file?.entries.map(({ id, note }) => [id, note]));
    for (const [entry, note] of this.#said) assert.equal(notes.get(entry), note);
  }
}
