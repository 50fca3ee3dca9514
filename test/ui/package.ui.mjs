import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pack, stage } from '../../tools/package/stage.mjs';
import { openWorkbench } from './workbench.mjs';

const largest = 8e6;
const target = `${process.platform}-${process.arch}`;

describe('The package, installed from its file into a VS Code that never saw Claimlens', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'claimlens-package-'));
  const staged = join(scratch, 'staged');
  /** @type {import('./driver.mjs').WorkbenchDriver} */
  let vscode;

  before(() => stage(staged));
  // Before the next, not after each: when a test fails its picture is taken first.
  beforeEach(() => vscode?.close());
  after(async () => {
    await vscode?.close();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  it('for this platform: checks a sample with the native segmenter', async function () {
    if (!existsSync(join(staged, 'dist/nodejieba'))) this.skip();
    const folder = await install({ target });
    assert.ok(existsSync(join(folder, 'dist/nodejieba/nodejieba.node')));
    await checksSample('nodejieba');
  });

  it('for every platform: checks it with the WebAssembly one', async () => {
    const folder = await install({ universal: true });
    assert.ok(!existsSync(join(folder, 'dist/nodejieba')));
    await checksSample('wasm');
  });

  /** Packs, opens VS Code with what was packed, and returns the folder it was installed into. */
  async function install(options) {
    const packagePath = join(scratch, `${options.target ?? 'universal'}.vsix`);
    await pack(staged, { ...options, packagePath });
    assert.ok(statSync(packagePath).size < largest, `${statSync(packagePath).size} bytes`);
    vscode = await openWorkbench({ vsix: packagePath });
    const [installed, ...others] = readdirSync(vscode.extensionsDir).filter((name) => name.startsWith('claimlens.'));
    assert.deepEqual(others, []);
    const folder = join(vscode.extensionsDir, installed);
    isWhole(folder);
    return folder;
  }

  async function checksSample(segmenter) {
    await vscode.openFile('interview.md');
    await vscode.countSquiggles('warning');
    assert.match(await vscode.hover('接近100万人次', { expected: '无来源数字' }), /1,000,000 人次/);
    assert.deepEqual(await vscode.notifications(), []);
    await vscode.insist(vscode.page.locator('.part.panel .view-line'), () => vscode.command('Claimlens: 显示日志'));
    // The panel draws the lines in sight alone; the file behind it has them all.
    await vscode.eventually(`分词器：${segmenter}`, log, (text) => text.includes(`分词器：${segmenter}`));
  }

  function log() {
    const logs = join(vscode.userDataDir, 'logs');
    const files = readdirSync(logs, { recursive: true }).filter((name) => basename(name) === 'Claimlens.log');
    return files.map((name) => readFileSync(join(logs, name), 'utf8')).join('');
  }
});

/** Everything the manifest names is there, and nothing that only its makers need. */
function isWhole(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const named = [...JSON.stringify(manifest).matchAll(/"(\.\/[^"*]+|(?:resources|syntaxes|dist)\/[^"*]+)"/g)].map((match) => match[1]);
  assert.ok(named.length > 8, named.join());
  for (const file of [...named, 'LICENSE.txt', 'dist/ThirdPartyNotices.txt', 'dist/cli.js'])
    assert.ok(existsSync(join(folder, file)), file);
  for (const language of ['package.nls.json', 'package.nls.zh-cn.json', 'package.nls.zh-tw.json']) {
    const pictures = JSON.stringify(JSON.parse(readFileSync(join(folder, language), 'utf8'))).match(/docs\/images\/[^"]+/g);
    for (const picture of pictures) assert.ok(existsSync(join(folder, picture)), `${language}: ${picture}`);
  }
  const kinds = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => extname(e.name)),
  );
  for (const kind of ['.ts', '.mjs', '.map', '.vsix', '.tsbuildinfo']) assert.ok(!kinds.has(kind), `${kind} files in the package`);
}
