import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../../../common/settings.ts';
import { SERVER } from '../../protocol/harness.ts';
import { doubtful } from '../../protocol/texts.ts';
import { type Attack, type Trial, Unavailable } from '../lib/attack.ts';
import { Fresh } from '../lib/fresh.ts';
import { anyText, cutting } from '../lib/texts.ts';

const SCRIPT = fileURLToPath(new URL('../lib/neovim.lua', import.meta.url));
const NUMBER = '接近100万人次';
const ARTICLE = `# 试文\n\n这家公司两年来接待了${NUMBER}。业内人士认为，市场还会更大。\n\n最后一行没有换行`;

/** What the script answers. */
interface Seen {
  readonly version: string;
  readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly lnum: number; readonly col: number }[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly applied: string;
  /** Of every text that was edited: what stands in the buffer in the end, and what is told about it. */
  readonly edited: readonly { readonly text: string; readonly codes: readonly string[] }[];
}

/** Neovim's own client as a second real one beside VS Code's. */
export const attack: Attack = {
  topic: 'protocol',
  async run(trial) {
    const found = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
    if (found.status !== 0) throw new Unavailable('there is no nvim here (Debian: apt-get install neovim)');
    const folder = mkdtempSync(join(tmpdir(), 'claimlens-neovim-'));
    try {
      await edit(trial, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function edit(trial: Trial, folder: string): Promise<void> {
  const scripts = Array.from({ length: trial.count(4, 300) }, () => {
    const { random } = trial;
    // As lines, which is what a buffer is made of; what no file can hold is left out.
    const lines = (text: string) =>
      Buffer.from(text)
        .toString()
        .split(/[\r\n\0]+/); // prettier-ignore
    const edits = Array.from({ length: random.between(1, 6) }, () => ({
      at: random.next(),
      remove: random.below(3),
      insert: lines(random.oneIn(2) ? cutting(random, 80) : anyText(random)),
    }));
    return { lines: lines(cutting(random, 400)), edits };
  });
  writeFileSync(join(folder, 'article.md'), ARTICLE);
  writeFileSync(join(folder, 'first.md'), doubtful());
  writeFileSync(join(folder, 'scripts.json'), JSON.stringify(scripts));
  const seen = await run(folder);

  const row = trial.row(`Neovim ${seen.version}, headless: diagnostics, hover, a code action applied`);
  await row.hold(() => {
    const number = seen.diagnostics.find(({ message }) => message.includes(NUMBER));
    assert.deepEqual([number?.code, number?.lnum], ['unsourced-number', 2]);
    // Neovim counts columns in bytes of UTF-8.
    assert.equal(number?.col, Buffer.byteLength('这家公司两年来接待了'));
  });
  await row.hold(() => assert.match(seen.hover, /1,000,000/));
  await row.hold(() => assert.ok(seen.actions.length > 1, seen.actions.join()));
  await row.hold(() =>
    assert.equal(seen.applied, ARTICLE.replace('这家公司', '<!-- claimlens-disable-next-line unsourced-number -->\n这家公司')),
  );

  const edited = trial.row('texts edited in Neovim: the diagnostics in the end are those of a fresh analysis');
  const fresh = Fresh.shared;
  for (const { text, codes } of seen.edited) {
    await edited.hold(() => {
      const expected = fresh.diagnostics('file:///a.md', text, defaultSettings()).map(({ code, range }) => `${code}:${range.start.line}`);
      assert.deepEqual([...codes].sort(), expected.sort(), JSON.stringify(text));
    });
  }
}

async function run(folder: string): Promise<Seen> {
  const environment = {
    ...process.env,
    CLAIMLENS_SERVER: SERVER,
    CLAIMLENS_NODE: process.execPath,
    CLAIMLENS_FOLDER: folder,
    XDG_STATE_HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
  };
  const child = spawn('nvim', ['--headless', '--clean', '-i', 'NONE', '-n', '-c', `luafile ${SCRIPT}`], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  }); // prettier-ignore
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text)); // prettier-ignore
  const limit = setTimeout(() => child.kill('SIGKILL'), 10 * 60_000);
  const code = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  clearTimeout(limit);
  if (code !== 0) throw new Error(`Neovim ended with ${code}: ${said.slice(-2000)}`);
  return JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8')) as Seen;
}
