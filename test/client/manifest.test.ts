import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { COMMANDS } from '../../common/commands.ts';
import { kindOf, PATTERN_CODES, PATTERNS, patternName } from '../../common/names.ts';
import { SETTINGS } from '../../common/settings.ts';
import { CODES } from '../../server/src/core/types.ts';

const root = join(import.meta.dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const manifest = json('package.json');

describe('names', () => {
  it('cover the codes of the core, in its order', () => {
    assert.deepEqual(PATTERN_CODES, CODES);
  });

  it('come in the display language', () => {
    assert.equal(patternName('superlative', 'zh-cn'), '最高级用语');
    assert.equal(patternName('superlative', 'zh-TW'), '最高级用语');
    assert.equal(patternName('superlative', 'de'), 'Superlative');
    assert.equal(patternName('house-rule', 'en'), 'house-rule');
    assert.equal(kindOf('house-rule'), 'reasoning');
  });

  it('differ from each other', () => {
    for (const language of ['zh', 'en'] as const) {
      assert.equal(new Set(Object.values(PATTERNS).map((name) => name[language])).size, PATTERN_CODES.length);
    }
  });
});

describe('manifest', () => {
  it('is what the generator writes', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/generate/manifest.mjs', '--check'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('has every text in both languages, and none too many', () => {
    const used = new Set([...JSON.stringify({ ...manifest, scripts: {} }).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json', 'package.nls.zh-tw.json']) {
      const texts = json(file);
      assert.deepEqual(Object.keys(texts).sort(), [...used].sort(), file);
      for (const [key, value] of Object.entries(texts)) assert.ok(typeof value === 'string' && value !== '', key);
    }
  });

  it('declares every command and setting, with prefix and category', () => {
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }: { command: string }) => command),
      Object.keys(COMMANDS),
    );
    for (const { command, category } of manifest.contributes.commands)
      assert.ok(command.startsWith('claimlens.') && category === 'Claimlens');
    const properties = manifest.contributes.configuration.properties;
    assert.deepEqual(
      Object.keys(properties),
      Object.keys(SETTINGS).map((key) => `claimlens.${key}`),
    );
    assert.deepEqual(Object.keys(properties['claimlens.rules'].properties), [...CODES]);
  });

  it('names only commands and files that exist', () => {
    const { menus, keybindings, grammars, languages, viewsContainers } = manifest.contributes;
    for (const { command } of [...Object.values<{ command: string }[]>(menus).flat(), ...keybindings])
      assert.ok(command in COMMANDS, command);
    const files = [
      manifest.icon,
      ...grammars.map(({ path }: { path: string }) => path),
      ...languages.map(({ configuration }: { configuration: string }) => configuration),
      ...viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
    ];
    for (const file of files) assert.ok(existsSync(join(root, file)), file);
  });

  it('offers what undoes a decision where no claim is open any more, and no way from one open claim to the next', () => {
    const { menus, keybindings } = manifest.contributes;
    const entries: { command: string; when?: string }[] = [...menus.commandPalette, ...menus['view/title'], ...keybindings];
    const keys = new Map<string, Set<string>>();
    for (const { command, when } of entries)
      for (const [key] of when?.matchAll(/claimlens\.has\w+/g) ?? []) keys.set(command, (keys.get(command) ?? new Set()).add(key));
    const navigation = ['claimlens.nextClaim', 'claimlens.previousClaim'];
    assert.ok(keys.has('claimlens.review.withdraw') && keys.has('claimlens.review.reopen') && keys.has('claimlens.review.choose'));
    for (const command of new Set([...navigation, ...keys.keys()]))
      assert.deepEqual(
        [...(keys.get(command) ?? [])],
        [navigation.includes(command) ? 'claimlens.hasOpenClaims' : 'claimlens.hasClaims'],
        command,
      );
  });

  it('is activated by languages and by a panel that was left open, never at large', () => {
    for (const event of manifest.activationEvents) assert.match(event, /^on(Language|WebviewPanel):/);
  });
});

describe('texts of the client', () => {
  it('are one Chinese for both of VS Code, as the server speaks one', () => {
    for (const file of ['l10n/bundle.l10n.zh-cn.json', 'package.nls.zh-cn.json'])
      assert.deepEqual(json(file.replace('zh-cn', 'zh-tw')), json(file), file);
  });

  it('are all translated, and no translation is left over', async () => {
    const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const found = await getL10nJson(
      sources.map((file) => ({ extension: '.ts', contents: readFileSync(join(root, 'client/src', file), 'utf8') })),
    );
    const bundle = json('l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(Object.keys(bundle).sort(), Object.keys(found).sort());
    for (const [source, text] of Object.entries<string>(bundle)) {
      assert.deepEqual([...text.matchAll(/\{\d\}/g)].map(String).sort(), [...source.matchAll(/\{\d\}/g)].map(String).sort(), source);
    }
  });
});
