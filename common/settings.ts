/**
 * Every setting, once: its type, default and description. The manifest's `contributes.configuration` and the schema of
 * `claimlens.config.json` are generated from here (tools/generate/manifest.mjs).
 */

export type SeverityName = 'off' | 'hint' | 'information' | 'warning' | 'error';

export interface Settings {
  enable: boolean;
  run: 'onType' | 'onSave' | 'manual';
  profile: 'editor' | 'compliance' | 'everything';
  rules: Record<string, SeverityName>;
  'problems.hints': boolean;
  'problems.maximum': number;
  'highlight.enable': boolean;
  minimumChinese: number;
  maximumSize: number;
  providers: string[];
  'inlayHints.numbers': boolean;
  'codeLens.enable': boolean;
  segmenter: 'auto' | 'nodejieba' | 'wasm';
  reviewer: string;
}

export interface SettingSpec<T> {
  readonly type: 'boolean' | 'number' | 'string' | 'array' | 'object';
  readonly default: T;
  /** Chinese and English, shown in the settings editor. */
  readonly zh: string;
  readonly en: string;
  readonly enum?: readonly (readonly [value: string, zh: string, en: string])[];
  readonly minimum?: number;
  readonly maximum?: number;
}

export const SETTINGS: { readonly [K in keyof Settings]: SettingSpec<Settings[K]> } = {
  enable: { type: 'boolean', default: true, zh: '检查文章里的论断。', en: 'Check articles for claims.' },
  run: {
    type: 'string',
    default: 'onType',
    zh: '什么时候检查。',
    en: 'When to check.',
    enum: [
      ['onType', '输入时', 'While typing'],
      ['onSave', '保存时', 'On save'],
      ['manual', '只在执行命令时', 'Only by command'],
    ],
  },
  profile: {
    type: 'string',
    default: 'editor',
    zh: '各类论断的默认级别。',
    en: 'Default severities of the claim patterns.',
    enum: [
      ['editor', '编辑：只把最要紧的列为问题，其余仅淡色标出', 'Editor: only what matters most becomes a problem, the rest is tinted'],
      ['compliance', '合规：收益承诺、最高级、利益相关等从严', 'Compliance: strict on promised returns, superlatives and interests'],
      ['everything', '全部：每类论断都列为问题', 'Everything: every pattern becomes a problem'],
    ],
  },
  rules: {
    type: 'object',
    default: {},
    zh: '逐类设定级别，例如 `"superlative": "warning"`；`off` 关闭。',
    en: 'Severity by pattern, such as `"superlative": "warning"`; `off` switches it off.',
  },
  'problems.hints': {
    type: 'boolean',
    default: false,
    zh: '把级别为 hint 的论断也作为诊断发给编辑器（默认只淡色标出）。',
    en: 'Also send claims of severity hint to the editor as diagnostics (by default they are only tinted).',
  },
  'problems.maximum': {
    type: 'number',
    // Each keystroke in a long article sends them all: twice as many take twice the time.
    default: 500,
    minimum: 1,
    zh: '每篇文章最多列出多少个问题；论断列表不受此限。',
    en: 'The most problems listed for one article; the list of claims has them all.',
  },
  'highlight.enable': { type: 'boolean', default: true, zh: '在正文里按类别淡色标出论断。', en: 'Tint claims in the text by kind.' },
  minimumChinese: {
    type: 'number',
    default: 0.3,
    minimum: 0,
    maximum: 1,
    zh: '中文占比达到多少才当作文章检查。',
    en: 'The share of Chinese from which a text is checked as an article.',
  },
  maximumSize: {
    type: 'number',
    default: 16,
    minimum: 0,
    zh: '大于多少 MB 的文章不检查。',
    en: 'Articles larger than this many MB are not checked.',
  },
  providers: {
    type: 'array',
    default: [],
    zh: '自家认可的数据提供方；提到它们的数字算有来源。',
    en: 'Data providers of your own; a number that names one counts as sourced.',
  },
  'inlayHints.numbers': { type: 'boolean', default: false, zh: '在中文数字后显示读数。', en: 'Show numbers read out after the words.' },
  'codeLens.enable': {
    type: 'boolean',
    default: false,
    zh: '在标题上方显示该节的论断数。',
    en: 'Show the number of claims above headings.',
  },
  segmenter: {
    type: 'string',
    default: 'auto',
    zh: '分词器。',
    en: 'Word segmenter.',
    enum: [
      ['auto', 'nodejieba，不可用时用 WASM', 'nodejieba, or WASM where it cannot load'],
      ['nodejieba', '只用 nodejieba', 'nodejieba only'],
      ['wasm', '只用 WASM', 'WASM only'],
    ],
  },
  reviewer: {
    type: 'string',
    default: '',
    zh: '复核人姓名；留空则取 git 的 user.name。',
    en: "The reviewer's name; empty takes git's user.name.",
  },
};

/** The defaults alone, in the shape that the server works with. */
export function defaultSettings(): Settings {
  return Object.fromEntries(Object.entries(SETTINGS).map(([key, spec]) => [key, spec.default])) as unknown as Settings;
}
