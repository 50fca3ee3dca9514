// Writes docs/rules/: a page for every rule, from the rule's own file and its translation, and a list of them.
//   node tools/generate/rulePages.mjs           writes
//   node tools/generate/rulePages.mjs --check   fails when a page is stale, missing or left over
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { RULES } = await tsImport('../../server/src/core/rules/index.ts', import.meta.url);
const { legalBasis } = await tsImport('../../server/src/features/legal.ts', import.meta.url);
const { KINDS, kindOf } = await tsImport('../../common/names.ts', import.meta.url);
const english = JSON.parse(readFileSync(new URL('../../server/l10n/rules.en.json', import.meta.url), 'utf8'));
const folder = new URL('../../docs/rules/', import.meta.url);

const levels = {
  hint: ['淡色标出', 'tinted only'],
  information: ['提示', 'information'],
  warning: ['警告', 'warning'],
  error: ['错误', 'error'],
};

const reaches = {
  advertisements: { zh: '商业广告，不约束评论', en: 'commercial advertisements, not on opinions' },
  fundDisclosures: { zh: '公募基金的信息披露', en: 'disclosures of public funds' },
};

const collection = `条文读自公开的法律汇编，以[国家法律法规数据库](https://flk.npc.gov.cn)为准；这里不是法律意见。
The articles were read in a public collection of laws; the [official database](https://flk.npc.gov.cn) prevails. This is no legal advice.`;

const pages = new Map(RULES.map((rule) => [`${rule.code}.md`, page(rule)]));
pages.set('README.md', list());
const there = existsSync(folder) ? readdirSync(folder) : [];
const leftOver = there.filter((file) => !pages.has(file));
if (process.argv.includes('--check')) {
  const stale = [...pages].filter(([file, text]) => !there.includes(file) || readFileSync(new URL(file, folder), 'utf8') !== text);
  const wrong = [...stale.map(([file]) => file), ...leftOver];
  if (wrong.length > 0) {
    console.error(`docs/rules is stale (${wrong.join(', ')}): run \`npm run generate\``);
    process.exit(1);
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const file of leftOver) rmSync(new URL(file, folder));
  for (const [file, text] of pages) writeFileSync(new URL(file, folder), text);
}

function page({ code, severity, text, examples }) {
  const translated = english[code] ?? text;
  const [level, levelEnglish] = levels[severity];
  const lines = [
    `# ${text.name} · ${translated.name}`,
    '',
    `\`${code}\` · 默认级别：${level} · Default: ${levelEnglish}`,
    '',
    text.why,
    '',
    `**怎么办**　${text.advice}`,
    '',
    translated.why,
    '',
    `**What to do**　${translated.advice}`,
    '',
    '## 会标出 · Marked',
    '',
    ...examples.bad.map((example) => `- ${shown(example)}`),
    '',
    '## 不会标出 · Not marked',
    '',
    ...examples.good.map((example) => `- ${shown(example)}`),
    '',
    '## 忽略 · Ignoring',
    '',
    '```markdown',
    `<!-- claimlens-disable-next-line ${code}: 理由 -->`,
    '```',
    '',
  ];
  const basis = legalBasis(code);
  if (basis.length > 0) {
    lines.push('## 依据 · Basis', '');
    for (const { title, article, url, seen, reach, excepted } of basis) {
      const { zh, en } = reaches[reach];
      lines.push(`- [《${title}》${article}](${url})（${seen} 查阅）：约束${zh}${excepted ? '，国家另有规定的除外' : ''}。`);
      lines.push(`  Read on ${seen}; binding on ${en}${excepted ? ', unless the state provides otherwise' : ''}.`);
    }
    lines.push('', collection, '');
  }
  return lines.join('\n');
}

/** Marked words in bold; what Markdown would take for markup is escaped. */
function shown(example) {
  return example
    .replace(/[\\`*_[\]<>#|]/g, '\\$&')
    .replace(/\n+/g, ' ⏎ ')
    .replace(/⟦(.*?)⟧/gs, '**⟦$1⟧**');
}

function list() {
  const lines = ['# 论断类别 · Claim patterns', ''];
  for (const [kind, name] of Object.entries(KINDS)) {
    lines.push(`## ${name.zh} · ${name.en}`, '', '| | | |', '|---|---|---|');
    for (const { code, text } of RULES.filter((rule) => kindOf(rule.code) === kind)) {
      lines.push(`| [${text.name}](${code}.md) | ${english[code]?.name ?? text.name} | ${text.why} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}
