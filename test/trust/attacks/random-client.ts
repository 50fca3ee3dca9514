import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { defaultSettings, type Settings } from '../../../common/settings.ts';
import { readSettings } from '../../../server/src/lsp/settings.ts';
import { PULL, start, type TestClient } from '../../protocol/harness.ts';
import { doubtful } from '../../protocol/texts.ts';
import type { Attack, Tally } from '../lib/attack.ts';
import { Fresh, plain } from '../lib/fresh.ts';
import { ModelDocument } from '../lib/modelDocument.ts';
import type { Random } from '../lib/random.ts';
import { cutting } from '../lib/texts.ts';

/** A client that does anything, beside a model of what the documents must be by then. */
export const attack: Attack = {
  topic: 'protocol',
  limit: 60,
  async run(trial) {
    const fresh = Fresh.shared;
    const kinds = [
      ['asks for diagnostics', true, [200, 75_000]],
      ['is sent diagnostics', false, [80, 30_000]],
    ] as const;
    for (const [what, pulls, steps] of kinds) {
      const row = trial.row(`a random client that ${what}: after each step they equal those of a fresh analysis`);
      const walk = new Walk(row, trial.random, fresh, pulls);
      await walk.start();
      for (const i of trial.times(steps[0], steps[1])) if (row.lost < 5) await walk.step(i);
      await walk.end();
      row.note(`${walk.compared.toLocaleString('en')} comparisons, ${walk.cancelled.toLocaleString('en')} requests cancelled`);
    }
  },
};

const REQUESTS = [
  'hover',
  'documentSymbol',
  'codeAction',
  'codeLens',
  'inlayHint',
  'semanticTokens/full',
  'semanticTokens/range',
  'semanticTokens/full/delta',
];
/** How long an editor that is sent them may wait, on the busiest machine. */
const PATIENCE_MS = 10_000;
const ANSWERS_TO_CANCELLING = [-32800, -32801, -32802];

class Walk {
  compared = 0;
  cancelled = 0;
  readonly #row: Tally;
  readonly #random: Random;
  readonly #fresh: Fresh;
  readonly #pulls: boolean;
  readonly #open = new Map<string, ModelDocument>();
  #client!: TestClient;
  #exited!: Promise<number | null>;
  #settings: Settings = defaultSettings();
  #trace: string[] = [];
  /** The last id of diagnostics, and what it stood for. */
  readonly #known = new Map<string, { id: string; items: string[] }>();

  constructor(row: Tally, random: Random, fresh: Fresh, pulls: boolean) {
    this.#row = row;
    this.#random = random;
    this.#fresh = fresh;
    this.#pulls = pulls;
  }

  async start(): Promise<void> {
    const { client, exited } = await start(this.#pulls ? { capabilities: PULL } : {});
    this.#client = client;
    this.#exited = exited;
    // Until the segmenter is there the answers are provisional; it is asked for only where the analysis is in doubt, as in these.
    const loaded = client.next('window/logMessage', ({ message }: { message: string }) => /segmenter|Segmenter/.test(message));
    await client.open('file:///first.md', doubtful());
    await loaded;
  }

  async step(i: number): Promise<void> {
    this.#client.seen.length = 0;
    const document = await this.#act();
    this.#trace = this.#trace.slice(-6);
    if (document) await this.#row.hold(() => this.#compare(document));
    else this.#row.tried++;
    if (i % 1000 === 999) for (const one of this.#open.values()) await this.#compare(one).catch((error: unknown) => this.#row.lose(error));
  }

  async end(): Promise<void> {
    await this.#row.hold(async () => {
      await this.#client.connection.sendRequest('shutdown');
      await this.#client.connection.sendNotification('exit');
      assert.equal(await this.#exited, 0);
    });
  }

  /** Does one thing; answers the document that it was about. */
  async #act(): Promise<ModelDocument | null> {
    const random = this.#random;
    const documents = [...this.#open.values()];
    const chance = random.below(100);
    if (documents.length === 0 || (chance < 6 && documents.length < 12)) return this.#opens();
    const document = random.pick(documents);
    if (chance < 10) return this.#closes(document);
    if (chance < 14) return this.#settingsChange(document);
    if (chance < 24) return this.#asks(document);
    if (chance < 28) return this.#nonsense(document);
    if (chance < 38) return this.#saves(document);
    return this.#edits(document);
  }

  async #opens(): Promise<ModelDocument> {
    const random = this.#random;
    // One that is open already may be opened again: it is the text given last that counts.
    const uri = `file:///articles/${random.below(16)}.${random.pick(['md', 'txt'])}`;
    const text = cutting(random, random.oneIn(40) ? 24_000 : random.below(900));
    const document = new ModelDocument(uri, text, random.between(-3, 50));
    this.#open.set(uri, document);
    this.#known.delete(uri);
    this.#trace.push(`open ${uri} ${JSON.stringify(text.slice(0, 400))}`);
    await this.#client.open(uri, text, uri.endsWith('.md') ? 'markdown' : 'plaintext', document.version);
    return document;
  }

  async #closes({ uri }: ModelDocument): Promise<null> {
    this.#trace.push(`close ${uri}`);
    this.#open.delete(uri);
    this.#known.delete(uri);
    await this.#client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    if (this.#pulls) assert.deepEqual((await this.#client.pull(uri)).items, []);
    return null;
  }

  async #edits(document: ModelDocument): Promise<ModelDocument | null> {
    const random = this.#random;
    // Several in a row, as fast typing sends them; now and then with a number that jumps, or falls back.
    for (let n = random.oneIn(5) ? random.between(2, 6) : 1; n > 0; n--) {
      const changes = document.edits(random);
      const version = document.version + (random.oneIn(20) ? random.between(-5, 1000) : 1);
      this.#trace.push(`edit ${document.uri} ${JSON.stringify(document.text.slice(0, 600))} ${JSON.stringify(changes)}`);
      document.apply(changes, version);
      await this.#client.change(document.uri, version, [...changes]);
    }
    return random.oneIn(4) ? null : document;
  }

  async #saves(document: ModelDocument): Promise<ModelDocument> {
    document.typing = false;
    await this.#client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: document.uri } });
    return document;
  }

  async #settingsChange(document: ModelDocument): Promise<ModelDocument> {
    const random = this.#random;
    const claimlens = random.oneIn(3)
      ? {}
      : {
          enable: !random.oneIn(6),
          profile: random.pick(['editor', 'compliance', 'everything', 'nonsense']),
          rules: { [random.pick(['superlative', 'advice', 'no-such-rule'])]: random.pick(['off', 'error', 'nonsense']) },
          problems: { hints: random.oneIn(2), maximum: random.pick([3, 1000]) },
          minimumChinese: random.pick([0, 0.3, 1, 'x']),
        };
    this.#settings = readSettings(claimlens);
    this.#trace.push(`settings ${JSON.stringify(claimlens)}`);
    await this.#client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { claimlens } });
    return document;
  }

  /** Asks something; every other time it is taken back at once, or a moment later. */
  async #asks(document: ModelDocument): Promise<ModelDocument> {
    const random = this.#random;
    const { uri } = document;
    const [start, end] = [document.somewhere(random), document.somewhere(random)];
    const params = {
      textDocument: { uri },
      position: start,
      range: { start, end },
      context: { diagnostics: [] },
      previousResultId: `${random.below(9)}`,
    };
    const source = new CancellationTokenSource();
    const answer = this.#client.connection.sendRequest(`textDocument/${random.pick(REQUESTS)}`, params, source.token);
    if (random.oneIn(2)) {
      if (random.oneIn(2)) await new Promise((resolve) => setImmediate(resolve));
      source.cancel();
      this.cancelled++;
      await answer.catch(({ code }: { code: number }) => assert.ok(ANSWERS_TO_CANCELLING.includes(code), `${code}`));
    } else await answer;
    return document;
  }

  /** What no client should say: it is answered, or ignored, and nothing else comes of it. */
  async #nonsense(document: ModelDocument): Promise<ModelDocument> {
    const { connection } = this.#client;
    const nowhere = { uri: 'file:///nowhere.md' };
    switch (this.#random.below(6)) {
      case 0:
        await this.#client.change(nowhere.uri, 3, [{ text: '去年收入3亿元。' }]);
        break;
      case 1:
        await connection.sendNotification('textDocument/didClose', { textDocument: nowhere });
        break;
      case 2:
        await connection.sendNotification('textDocument/didSave', { textDocument: nowhere });
        break;
      case 3:
        await assert.rejects(connection.sendRequest('claimlens/noSuchRequest', { uri: document.uri }));
        break;
      case 4:
        await connection.sendNotification('$/noSuchNotification', [1, 2, 3]);
        break;
      default:
        assert.deepEqual(await connection.sendRequest('textDocument/documentSymbol', { textDocument: nowhere }), []);
    }
    return document;
  }

  async #compare(document: ModelDocument): Promise<void> {
    const { uri, text, typing } = document;
    const expected = plain(this.#fresh.diagnostics(uri, text, this.#settings));
    // While somebody types, less may be told, but nothing else.
    const differences = (actual: readonly string[]) => [
      ...actual.filter((item) => !expected.includes(item)).map((item) => `- ${item}`),
      ...(typing ? [] : expected.filter((item) => !actual.includes(item)).map((item) => `+ ${item}`)),
    ];
    const found = differences(
      this.#pulls ? await this.#pulled(uri) : await this.#published(document, (items) => differences(items).length === 0),
    );
    this.compared++;
    if (found.length > 0) throw new Error([uri, ...found, JSON.stringify(text.slice(0, 1500)), ...this.#trace].join('\n'));
  }

  async #pulled(uri: string): Promise<string[]> {
    const known = this.#known.get(uri);
    const report = await this.#client.pull(uri, known && !this.#random.oneIn(3) ? known.id : undefined);
    const items = report.kind === 'unchanged' ? known!.items : plain(report.items);
    if (report.resultId) this.#known.set(uri, { id: report.resultId, items });
    return items;
  }

  async #published({ uri, version }: ModelDocument, accept: (items: readonly string[]) => boolean): Promise<string[]> {
    // Answered when the present text is checked; what was sent before has arrived before.
    const { version: checked } = await this.#client.claims(uri);
    assert.equal(checked, version);
    for (;;) {
      const again = this.#client.published1(uri);
      const items = plain(this.#client.published.get(uri)?.diagnostics ?? []);
      // What need not be analysed anew is answered at once, the word for the editor comes when it is its turn.
      if (accept(items)) return items;
      const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
      if ((await Promise.race([again, late])) === null) return items;
    }
  }
}
