// Writes what the code already says into package.json: settings, commands, menus, keybindings, views, colours, languages, grammars;
// and the texts of all of them into package.nls.json and package.nls.zh-cn.json, with copies for zh-tw. Other fields of package.json stay as they are.
//   node tools/generate/manifest.mjs           writes
//   node tools/generate/manifest.mjs --check   fails when a file is stale
import { readFileSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import { colors } from './manifest/colors.mjs';
import { configuration } from './manifest/configuration.mjs';
import { languageModelTools } from './manifest/languageModelTools.mjs';
import { keybindings, menus } from './manifest/menus.mjs';
import { Texts } from './manifest/texts.mjs';
import { views, viewsContainers, viewsWelcome } from './manifest/views.mjs';
import { walkthroughs } from './manifest/walkthroughs.mjs';

const root = new URL('../../', import.meta.url);
const { COMMANDS } = await tsImport('../../common/commands.ts', import.meta.url);
const { SETTINGS } = await tsImport('../../common/settings.ts', import.meta.url);
const { KINDS, PATTERNS } = await tsImport('../../common/names.ts', import.meta.url);

/** The fields that belong to this generator, in the order they stand in; everything else in package.json is left alone. */
function manifest(text) {
  return {
    name: 'claimlens',
    displayName: text.of('displayName', { zh: '论断镜 Claimlens', en: 'Claimlens' }),
    description: text.of('description', {
      zh: '标出中文投资评论里的论断：没有来源的数字、对不上的算术、预测、绝对化用语、模糊信源……并说明怎样改。',
      en: 'Marks the claims in Chinese investment commentary: unsourced numbers, sums that fail, predictions, absolutes, vague sources, and says what to do.',
    }),
    publisher: 'claimlens',
    categories: ['Linters', 'Other'],
    keywords: ['chinese', '中文', 'lint', 'editing', 'fact-checking', 'investment', 'finance', '投资', '校对', '核查'],
    icon: 'resources/icons/claimlens.png',
    galleryBanner: { color: '#1d2b3a', theme: 'dark' },
    main: './dist/extension.js',
    browser: './dist/web/extension.js',
    l10n: './l10n',
    activationEvents: ['onLanguage:markdown', 'onLanguage:plaintext', 'onLanguage:commentary', 'onWebviewPanel:claimlens.report'],
    capabilities: {
      // Nothing of a folder is ever run, and settings name no program.
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    },
    contributes: {
      languages: [
        {
          id: 'commentary',
          aliases: [text.of('language', { zh: '投资评论', en: 'Investment Commentary' }), 'commentary'],
          extensions: ['.commentary.md', '.commentary.txt'],
          configuration: './syntaxes/commentary.language-configuration.json',
        },
      ],
      grammars: [
        { language: 'commentary', scopeName: 'text.commentary', path: './syntaxes/commentary.tmLanguage.json' },
        {
          scopeName: 'claimlens.comment.injection',
          path: './syntaxes/claimlens-comment.tmLanguage.json',
          injectTo: ['text.html.markdown'],
        },
      ],
      // As VS Code has it for Markdown and plain text: Chinese punctuation is no disguised ASCII, prose wraps.
      configurationDefaults: {
        '[commentary]': {
          'editor.unicodeHighlight.ambiguousCharacters': false,
          'editor.unicodeHighlight.invisibleCharacters': false,
          'editor.wordWrap': 'on',
          'editor.quickSuggestions': { comments: 'off', strings: 'off', other: 'off' },
        },
      },
      jsonValidation: [
        { fileMatch: '**/.claimlens/review/**/*.json', url: './resources/schemas/review.schema.json' },
        { fileMatch: 'claimlens.config.json', url: './resources/schemas/config.schema.json' },
      ],
      commands: Object.entries(COMMANDS).map(([command, { zh, en, icon }]) => ({
        command,
        title: text.of(command.replace('claimlens.', 'command.'), { zh, en }),
        category: 'Claimlens',
        ...(icon && { icon: `$(${icon})` }),
      })),
      menus: menus(COMMANDS),
      keybindings,
      viewsContainers: viewsContainers(text),
      views: views(text),
      viewsWelcome: viewsWelcome(text),
      walkthroughs: walkthroughs(text),
      languageModelTools: languageModelTools(text),
      colors: colors(KINDS, text),
      configuration: configuration(SETTINGS, PATTERNS, text),
    },
  };
}

/** The old object with the generated fields put in: known ones in their place, new ones after those known. */
function merge(old, fields) {
  const { name, displayName, description, ...rest } = fields;
  const others = Object.fromEntries(Object.entries(old).filter(([key]) => !(key in fields)));
  const { version, private: hidden, license, engines, ...remaining } = others;
  const head = { name, displayName, description, version, private: hidden, license, engines };
  for (const key of Object.keys(head)) if (head[key] === undefined) delete head[key];
  return { ...head, ...rest, ...remaining };
}

const text = new Texts();
const fields = manifest(text);
const packageFile = new URL('package.json', root);
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
};
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const outputs = [
  [packageFile, json(merge(JSON.parse(read(packageFile)), fields))],
  [new URL('package.nls.json', root), json(text.en)],
  [new URL('package.nls.zh-cn.json', root), json(text.zh)],
  // VS Code looks for a language's own files only: without these its interface were English around a server that answers in Chinese.
  [new URL('package.nls.zh-tw.json', root), json(text.zh)],
  [new URL('l10n/bundle.l10n.zh-tw.json', root), read(new URL('l10n/bundle.l10n.zh-cn.json', root))],
];

const stale = outputs.filter(([file, content]) => read(file) !== content);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file.pathname.split('/').at(-1)} is stale: run node tools/generate/manifest.mjs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, content] of stale) writeFileSync(file, content);
  console.log(stale.length > 0 ? `written: ${stale.map(([file]) => file.pathname.split('/').at(-1)).join(', ')}` : 'nothing to write');
}
