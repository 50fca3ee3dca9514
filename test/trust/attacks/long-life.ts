import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultSettings } from '../../../common/settings.ts';
import { readReview } from '../../../server/src/review/read.ts';
import { PULL, start, type TestClient } from '../../protocol/harness.ts';
import { type Attack, type Trial, Unavailable } from '../lib/attack.ts';
import { Fresh, plain } from '../lib/fresh.ts';
import { ModelDocument } from '../lib/modelDocument.ts';
import { articles } from '../lib/texts.ts';

const ARTICLES = 50;
/** Looked at so often; the first tenth warms up. */
const PARTS = 40;
/** How much more the end may take than the beginning. */
const FLAT = 1.25;

/** Weeks of editing in fast motion: one server, fifty articles, decisions now and then. */
export const attack: Attack = {
  topic: 'life',
  limit: 90,
  async run(trial) {
    if (process.platform !== 'linux') throw new Unavailable('memory and handles are read from /proc, which only Linux has');
    const folder = mkdtempSync(join(tmpdir(), 'claimlens-life-'));
    try {
      await live(trial, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Sample {
  readonly resident: number;
  readonly handles: number;
  /** Processor time of the server an edit, in milliseconds: what else runs on the machine has no part in it. */
  readonly work: number;
  readonly latency: number;
}

async function live(trial: Trial, folder: string): Promise<void> {
  const edits = trial.row(
    `edits over ${ARTICLES} articles, each answered before the next: diagnostics asked for, equal to a fresh analysis now and then`,
  );
  const decisions = trial.row('decisions taken on the way: on disk, every one');
  const { client, process: server, exited } = await start({ capabilities: PULL, folder: pathToFileURL(folder).href });
  const documents = Array.from({ length: ARTICLES }, (_, i) => {
    const uri = pathToFileURL(join(folder, `${i}.md`)).href;
    return new ModelDocument(uri, articles()[i]!.slice(0, 4000), 1);
  });
  const loaded = client.next('window/logMessage', ({ message }: { message: string }) => /egmenter/.test(message));
  for (const { uri, text } of documents) await client.open(uri, text);
  await loaded;

  const fresh = Fresh.shared;
  const samples: Sample[] = [];
  const decided: string[] = [];
  const part = Math.ceil(trial.count(200, 200_000) / PARTS);
  let latencies: number[] = [];
  let spent = processorTime(server.pid!);
  for (const i of trial.times(200, 200_000)) {
    const document = trial.random.pick(documents);
    await edits.hold(async () => {
      latencies.push(await edit(client, document, trial));
      if (i % 500 === 499) await compare(client, document, fresh);
    });
    if (i % 100 === 99) await decisions.hold(async () => decided.push(await decide(client, document)));
    client.seen.length = 0;
    if (i % part !== part - 1) continue;
    const now = processorTime(server.pid!);
    samples.push({
      resident: resident(server.pid!),
      handles: handles(server.pid!),
      work: (now - spent) / latencies.length,
      latency: median(latencies),
    });
    spent = now;
    latencies = [];
  }
  await decisions.hold(() => onDisk(folder, decided));
  judge(trial, samples);
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  assert.equal(await exited, 0);
}

async function edit(client: TestClient, document: ModelDocument, trial: Trial): Promise<number> {
  // An article does not grow for ever.
  const changes = document.text.length > 6000 ? [{ text: articles()[0]!.slice(0, 4000) }] : document.edits(trial.random);
  document.apply(changes, document.version + 1);
  const began = performance.now();
  await client.change(document.uri, document.version, [...changes]);
  await client.pull(document.uri);
  return performance.now() - began;
}

async function compare(client: TestClient, document: ModelDocument, fresh: Fresh): Promise<void> {
  await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: document.uri } });
  const { items } = await client.pull(document.uri);
  const codes = (of: typeof items) => plain(of.map(({ data: _, ...rest }) => rest));
  // A decision is no problem any more.
  const expected = new Set(codes(fresh.diagnostics(document.uri, document.text, defaultSettings())));
  assert.deepEqual(
    codes(items).filter((item) => !expected.has(item)),
    [],
  ); // prettier-ignore
}

/** Dismisses the first claim that nobody has decided on; answers the entry, or an empty string where there is none. */
async function decide(client: TestClient, { uri }: ModelDocument): Promise<string> {
  const { claims } = await client.claims(uri);
  const claim = claims.find(({ suppressed }) => !suppressed);
  if (!claim) return '';
  const answer = await client.decide({ uri, claim: claim.id, change: { status: 'dismissed', reason: '口述' } });
  assert.equal(answer.error, null);
  return answer.entry!;
}

function onDisk(folder: string, decided: readonly string[]): void {
  const review = join(folder, '.claimlens/review');
  const standing = new Set(
    readdirSync(review).flatMap((file) => readReview(readFileSync(join(review, file), 'utf8')).file?.entries.map(({ id }) => id) ?? []),
  );
  assert.deepEqual(
    decided.filter((id) => id !== '' && !standing.has(id)),
    [],
  ); // prettier-ignore
}

function judge(trial: Trial, samples: readonly Sample[]): void {
  const first = samples[Math.ceil(samples.length / 10)]!;
  const last = samples.at(-1)!;
  const flat = (what: string, from: number, to: number, unit: string, limit = from * FLAT) => {
    const row = trial.row(`${what} stays flat from the second tenth to the last`);
    row.holdNow(
      () => assert.ok(!trial.long || to <= limit, `${from.toFixed(2)} → ${to.toFixed(2)} ${unit}`),
      () => what,
    );
    row.note(`${from.toFixed(unit === 'ms' ? 2 : 0)} → ${to.toFixed(unit === 'ms' ? 2 : 0)} ${unit}`);
    return row;
  };
  flat('memory', first.resident, last.resident, 'MB');
  flat('work an edit', first.work, last.work, 'ms').note(`median latency ${first.latency.toFixed(1)} → ${last.latency.toFixed(1)} ms`);
  flat('the number of open handles', first.handles, last.handles, 'handles', first.handles + 2);
}

function resident(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}

function handles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** In milliseconds; the kernel counts hundredths of a second. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
