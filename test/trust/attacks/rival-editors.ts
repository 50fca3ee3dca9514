import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ClaimItem } from '../../../common/protocol.ts';
import { readReview } from '../../../server/src/review/read.ts';
import { PULL, type Running, start } from '../../protocol/harness.ts';
import { type Attack, type Tally, type Trial, Unavailable } from '../lib/attack.ts';
import { ended } from '../lib/ended.ts';
import { leave, scratch } from '../lib/faults/child.ts';
import { DIST } from '../lib/fresh.ts';
import type { Random } from '../lib/random.ts';
import { articles } from '../lib/texts.ts';

const ARTICLE = 'article.md';
const BRANCHES = ['one', 'two'] as const;
type Branch = (typeof BRANCHES)[number];
/** Two editors and the command line. */
const ACTORS = 3;
const STEPS = 14;
/** What an editor shows follows the disk within this time. */
const PATIENCE_MS = 8000;

/** Two editors and the command line decide on one article at once, while git takes the folder from branch to branch under them. */
export const attack: Attack = {
  topic: 'review',
  async run(trial) {
    if (spawnSync('git', ['--version']).status !== 0) throw new Unavailable('there is no git');
    const decisions = trial.row(
      'two editors, the command line and `git checkout`: each decision that was said to stand stands, on its branch',
    );
    const views = trial.row('what both editors show afterwards: what one shows that has just been opened');
    for (const _ of trial.times(1, 60)) {
      const folder = await Folder.open(trial);
      try {
        for (let i = 0; i < STEPS; i++) {
          if (i % 3 === 2) await decisions.hold(() => folder.change());
          else await decisions.hold(() => folder.decide(), 0);
          await decisions.hold(() => folder.stands(), folder.said.splice(0).length);
        }
        await folder.followsShown(views);
      } finally {
        folder.leave();
      }
    }
  },
};

class Folder {
  readonly path = scratch('rivals');
  readonly random: Random;
  readonly editors: Running[] = [];
  /** Notes by entry, as they must stand on each branch. */
  readonly expected: Record<Branch, Map<string, string>> = { one: new Map(), two: new Map() };
  /** Every note that anybody ever wrote. */
  readonly written = new Set<string>();
  /** Decisions that were said to stand since they were last looked at. */
  readonly said: string[] = [];
  branch: Branch = 'one';
  #version = 1;
  #notes = 0;
  /** An editor that has not been told yet what git made of the text. */
  #late: Running | undefined;

  private constructor(trial: Trial) {
    this.random = trial.random;
  }

  static async open(trial: Trial): Promise<Folder> {
    const folder = new Folder(trial);
    const text = trial.random.pick(articles().filter(({ length }) => length > 1200)).slice(0, 4000);
    folder.git('init', '-q', '-b', 'one');
    folder.git('config', 'user.name', '丙');
    folder.git('config', 'user.email', 'c@example.com');
    writeFileSync(folder.file, text);
    folder.commit();
    folder.git('checkout', '-q', '-b', 'two');
    writeFileSync(folder.file, `业内人士认为，市场规模将达到三千亿元。\n\n${text}`);
    folder.commit();
    folder.git('checkout', '-q', 'one');
    for (const reviewer of ['甲', '乙']) folder.editors.push(await folder.editor(reviewer));
    return folder;
  }

  get file(): string {
    return join(this.path, ARTICLE);
  }

  get uri(): string {
    return pathToFileURL(this.file).href;
  }

  async editor(reviewer: string): Promise<Running> {
    const running = await start({
      capabilities: PULL,
      folder: pathToFileURL(this.path).href,
      options: { settings: { reviewer } },
    });
    await running.client.open(this.uri, readFileSync(this.file, 'utf8'));
    return running;
  }

  git(...args: string[]): void {
    const { status, stderr } = spawnSync('git', args, { cwd: this.path, encoding: 'utf8' });
    assert.equal(status, 0, `git ${args.join(' ')}: ${stderr}`);
  }

  commit(): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'as it stands');
  }

  /** Some of the three decide at once, each on a claim that is its own. */
  async decide(): Promise<void> {
    const actors = [...Array(ACTORS).keys()].filter(() => !this.random.oneIn(3));
    await Promise.all(actors.map((actor) => this.decideAs(actor)));
    await this.#tellLate();
  }

  async decideAs(actor: number): Promise<void> {
    const note = `第${++this.#notes}次`;
    this.written.add(note);
    const editor = this.editors[actor];
    const claims = (await (editor ?? this.editors.find((one) => one !== this.#late)!).client.claims(this.uri)).claims;
    const own = claims.filter(({ id }, i) => i % ACTORS === actor && claims.every((other, k) => k === i || other.id !== id));
    if (own.length === 0) return;
    const claim = this.random.pick(own);
    const entry = editor ? await this.#inEditor(editor, claim, note) : await this.#onCommandLine(claim, note);
    if (entry === null) return;
    this.expected[this.branch].set(entry, note);
    this.said.push(entry);
  }

  async #inEditor({ client }: Running, claim: ClaimItem, note: string): Promise<string | null> {
    const answer = await client.decide({ uri: this.uri, claim: claim.id, change: { status: 'disputed', note } });
    assert.equal(answer.error, null, claim.text);
    return answer.entry;
  }

  async #onCommandLine({ id }: ClaimItem, note: string): Promise<string | null> {
    const args = [join(DIST, 'cli.js'), 'decide', this.file, '--claim', id, '--status', 'verified', '--note', note];
    const { code, err } = await ended(process.execPath, args, this.path);
    assert.equal(code, 0, err);
    const { file } = this.review();
    return file!.entries.find((entry) => entry.note === note)?.id ?? assert.fail(`${note} does not stand, though it was said to`);
  }

  /** Commits, and goes to the other branch: the review is another one from there on, and so is the text. */
  async change(): Promise<void> {
    await this.#tellLate();
    this.commit();
    this.branch = this.branch === 'one' ? 'two' : 'one';
    this.git('checkout', '-q', this.branch);
    this.#version++;
    this.#late = this.random.oneIn(2) ? this.random.pick(this.editors) : undefined;
    for (const editor of this.editors) if (editor !== this.#late) await this.#tell(editor);
  }

  async #tell({ client }: Running): Promise<void> {
    await client.change(this.uri, this.#version, [{ text: readFileSync(this.file, 'utf8') }]);
  }

  async #tellLate(): Promise<void> {
    if (this.#late) await this.#tell(this.#late);
    this.#late = undefined;
  }

  review() {
    const path = join(this.path, '.claimlens/review', `${ARTICLE}.json`);
    return readReview(existsSync(path) ? readFileSync(path, 'utf8') : null);
  }

  stands(): void {
    const { file } = this.review();
    assert.ok(file, 'the review is broken');
    const notes = new Map(file.entries.map(({ id, note }) => [id, note]));
    for (const [entry, note] of this.expected[this.branch]) assert.equal(notes.get(entry), note, `entry ${entry} on ${this.branch}`);
    for (const note of notes.values()) assert.ok(this.written.has(note ?? ''), `nobody wrote ${note}`);
  }

  async followsShown(views: Tally): Promise<void> {
    await this.#tellLate();
    const fresh = await this.editor('丁');
    for (const editor of this.editors) {
      await views.hold(async () => {
        const same = async () => (await shown(editor, this.uri)) === (await shown(fresh, this.uri));
        for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !(await same()); ) await sleep(50);
        assert.equal(await shown(editor, this.uri), await shown(fresh, this.uri));
      });
    }
    fresh.process.kill();
  }

  leave(): void {
    for (const { process } of this.editors) process.kill();
    leave(this.path);
  }
}

async function shown({ client }: Running, uri: string): Promise<string> {
  const { claims } = await client.claims(uri);
  return JSON.stringify(claims.map(({ id, code, review }) => [id, code, review?.status, review?.note, review?.others.length]));
}
