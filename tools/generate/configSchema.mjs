// Writes resources/schemas/config.schema.json, the JSON schema of claimlens.config.json, from common/settings.ts and common/names.ts.
//   node tools/generate/configSchema.mjs [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { SETTINGS } = await tsImport('../../common/settings.ts', import.meta.url);
const { PATTERNS } = await tsImport('../../common/names.ts', import.meta.url);

const file = new URL('../../resources/schemas/config.schema.json', import.meta.url);
const both = ({ zh, en }) => `${zh} / ${en}`;
const text = (zh, en) => ({ type: 'string', minLength: 1, description: `${zh} / ${en}` });
const list = (zh, en) => ({ type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true, description: `${zh} / ${en}` });

const level = { enum: ['off', 'hint', 'information', 'warning', 'error'] };
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'claimlens.config.json',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    profile: {
      enum: SETTINGS.profile.enum.map(([value]) => value),
      enumDescriptions: SETTINGS.profile.enum.map(([, zh, en]) => `${zh} / ${en}`),
      description: both(SETTINGS.profile),
    },
    rules: {
      type: 'object',
      description: both(SETTINGS.rules),
      properties: Object.fromEntries(Object.entries(PATTERNS).map(([code, name]) => [code, { ...level, description: both(name) }])),
      additionalProperties: level,
    },
    include: list('要检查的文章，写法同 .gitignore；空则全部', 'Articles to check, written as in .gitignore; empty: all'),
    exclude: list('不检查的文章，写法同 .gitignore', 'Articles not to check, written as in .gitignore'),
    providers: list(SETTINGS.providers.zh, SETTINGS.providers.en),
    terms: list('读者都懂、无需解释的术语', 'Terms that need no explanation'),
    glossary: {
      type: 'object',
      description: '自家的术语表：术语与其含义，用于悬停和快速修复 / Terms and what they mean, for hovers and quick fixes',
      additionalProperties: { type: 'string', minLength: 1 },
    },
    names: list('人名与公司名', 'Names of people and companies'),
    speakers: {
      type: 'array',
      description: '说话人与其利益 / Speakers and what they hold',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: text('姓名', 'Name'),
          aliases: list('别名', 'Other names'),
          interests: list('持有、投资或推销什么', 'What the speaker holds, backs or sells'),
        },
      },
    },
    customRules: {
      type: 'array',
      description: '自定的规则 / Rules of your own',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code'],
        anyOf: [{ required: ['words'] }, { required: ['patterns'] }],
        defaultSnippets: [
          // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's placeholder
          { label: 'rule', body: { code: '${1:house-rule}', words: ['$2'], message: '“{text}”：$3', examples: { bad: [], good: [] } } },
        ],
        properties: {
          code: {
            type: 'string',
            pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
            description: '代号：小写字母、数字和连字符 / Lower-case letters, digits and hyphens',
          },
          name: text('显示的名称', 'The name shown'),
          severity: { enum: level.enum.slice(1), default: 'warning' },
          message: text('说明；{text} 为所标出的文字', 'The message; {text} is what was found'),
          why: text('为什么要紧', 'Why it matters'),
          advice: text('怎么办', 'What to do'),
          words: list('要标出的词', 'Words to find'),
          patterns: list('要标出的模式（RE2 写法）', 'Patterns to find, in RE2 syntax'),
          except: list('出现在这些话里则不算', 'Phrases within which a finding does not count'),
          examples: {
            type: 'object',
            additionalProperties: false,
            description: '例子会被核对 / Examples are checked',
            properties: {
              bad: list('应标出的例子，可用 ⟦⟧ 标明何处', 'Must be found, exactly at ⟦⟧ where marked'),
              good: list('不应标出的例子', 'Nothing may be found'),
            },
          },
        },
      },
    },
  },
};

const content = `${JSON.stringify(schema, null, 2)}\n`;
let old = '';
try {
  old = readFileSync(file, 'utf8');
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
if (old === content) console.log('nothing to write');
else if (process.argv.includes('--check')) {
  console.error('config.schema.json is stale: run node tools/generate/configSchema.mjs');
  process.exitCode = 1;
} else {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, content);
  console.log('written: config.schema.json');
}
