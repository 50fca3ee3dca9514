import assert from 'node:assert/strict';
import { parser as commonmark, GFM } from '@lezer/markdown';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CLIENT_COMMANDS } from '../../../common/commands.ts';
import { parseConfig } from '../../../server/src/config/project.ts';
import { RulesFactory } from '../../../server/src/config/rules.ts';
import { segmenterFiles } from '../../../server/src/entry/node/assets.ts';
import type { Checked } from '../../../server/src/features/context.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { describe } from '../../../server/src/review/anchor/describe.ts';
import { applyReviews } from '../../../server/src/review/apply.ts';
import type { ReviewEntry } from '../../../server/src/review/model.ts';
import { loadBackend, OnDemandSegmenter } from '../../../server/src/segment/load.ts';
import type { Attack } from '../lib/attack.ts';
import { DIST } from '../lib/fresh.ts';
import type { Random } from '../lib/random.ts';
import { ODDITIES } from '../lib/texts.ts';

/** What would become a link, a picture, a command or markup where Markdown is rendered. */
const LURES: readonly string[] = [
  '[点这里](command:workbench.action.terminal.new)',
  '![x](https://tracker.example/x.png)',
  '<img src="https://tracker.example/x.png">',
  '<a href="command:workbench.action.quit">x</a>',
  '<command:workbench.action.quit>',
  'https://evil.example/',
  'www.evil.example',
  'http://evil.example/?a=b&c',
  'a@evil.example',
  '[x]: command:evil',
  '[x][y]',
  '](command:evil)',
  '`](command:evil)`',
  '\\](command:evil)',
  '$(alert)',
  '<script>alert(1)</script>',
  '&lt;script&gt;',
  '**x**',
  '| a | b |',
  '\n\n# x\n\n',
  '\n---\n',
  '~~~\n',
  '<!--',
  '-->',
];

/** Words of articles, notes, names and rules that mean harm, in the card under the pointer, whose links VS Code trusts. */
export const attack: Attack = {
  topic: 'workspace',
  run(trial) {
    const { random } = trial;
    const none = () => undefined;
    const factory = new RulesFactory(new OnDemandSegmenter(() => loadBackend('auto', segmenterFiles(DIST), none), none));
    const row = trial.row('hover cards: no link, command, picture or markup but our own, whatever articles, notes and rules say');
    const commands = new Set<string>(CLIENT_COMMANDS);
    let cards = 0;
    for (let i = trial.count(40, 6000); i > 0; i--) {
      const word = () => lure(random);
      const { config } = parseConfig(
        JSON.stringify({
          customRules: [{ code: 'house', name: word(), message: `{text}${word()}`, why: word(), advice: word(), words: ['收入'] }],
          speakers: [{ name: `周屹${random.pick(['', word()])}`, interests: ['收入'] }],
        }),
      );
      const rules = factory.make({ rules: {}, profile: 'everything', providers: [word()] }, config, random.pick(['en', 'zh-cn'] as const));
      const text = `据${word()}说，收入${word()}超过3亿元。\n\n${word()}周屹说：“${word()}明年一定会涨${word()}30%。”业内人士认为${word()}会更好。\n`;
      const found = rules.analyzer.analyze({ text, format: random.pick(['markdown', 'plain'] as const) });
      const placed = found.claims.map((claim) => ({ entry: entry(text, claim, word), at: claim }));
      const analysis = applyReviews(found, placed, { gone: true });
      const document = TextDocument.create('file:///a.md', 'markdown', 0, text);
      const { severities, lexicon, locale } = rules;
      const checked: Checked = { document, analysis, severities, locale, lexicon };
      for (const claim of analysis.claims) {
        const card = hover(checked, document.positionAt(claim.start), true, commands);
        if (!card) continue;
        cards++;
        const { value } = card.contents as { value: string };
        row.holdNow(
          () => harmless(value),
          () => JSON.stringify(value),
        );
      }
    }
    row.note(`${LURES.length} lures, mixed`);
    assert.ok(cards > 0);
  },
};

function lure(random: Random): string {
  const parts = [random.pick(LURES)];
  if (random.oneIn(3)) parts.push(random.pick(ODDITIES), random.pick(LURES));
  if (random.oneIn(4)) parts.unshift(random.pick(['\\', '[', '!', '<', '`', '*', '']));
  return parts.join('');
}

function entry(
  text: string,
  claim: { readonly start: number; readonly end: number; readonly code: string },
  word: () => string,
): ReviewEntry {
  const at = '2024-02-22T08:00:00Z';
  return {
    id: word(),
    code: claim.code as ReviewEntry['code'],
    status: 'dismissed',
    target: { ...describe(text, claim), reviewed: word() },
    reason: word(),
    note: word(),
    sources: [{ url: word(), citation: word(), seen: '2024-02-22' }],
    outcome: { result: 'true', evidence: word() },
    reviewer: word(),
    created: at,
    updated: at,
  };
}

const parser = commonmark.configure(GFM);
/** Nodes that reach out or bring markup in. */
const FORBIDDEN =
  /^(Image|HTMLBlock|HTMLTag|Autolink|LinkReference|Table|FencedCode|CodeBlock|InlineCode|ATXHeading\d|SetextHeading\d|CommentBlock|Comment)$/;

function harmless(value: string): void {
  parser.parse(value).iterate({
    enter({ name, from, to }) {
      const text = value.slice(from, to);
      assert.doesNotMatch(name, FORBIDDEN, text);
      if (name !== 'URL') return;
      const ours = /^https:\/\/[^)]*$/.test(text) || CLIENT_COMMANDS.some((command) => text.startsWith(`command:${command}?`));
      assert.ok(ours && !/evil|tracker|workbench/.test(decodeURIComponent(text).replace(/%/g, '')), text);
    },
  });
}
