import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A part of the program: what lies under `at` (the longest match counts), and what it may import. */
interface Part {
  readonly at: string;
  /** Other parts. */
  readonly parts: readonly string[];
  /** Packages. */
  readonly packages: RegExp;
}

const NOTHING = /^$/;

/** ARCHITECTURE.md's table. */
const PARTS: readonly Part[] = [
  { at: 'common', parts: [], packages: NOTHING },
  { at: 'server/src/core', parts: [], packages: /^@lezer\/(common|markdown)$/ },
  { at: 'server/src/segment', parts: ['server/src/core'], packages: /^(node:|jieba-wasm\/web$)/ },
  { at: 'server/src/config', parts: ['common', 'server/src/core'], packages: /^re2js$/ },
  {
    at: 'server/src/review',
    parts: ['common', 'server/src/core', 'server/src/config'],
    packages: /^approx-string-match$/,
  },
  {
    at: 'server/src/features',
    parts: ['common', 'server/src/core', 'server/src/config', 'server/src/review', 'server/l10n'],
    packages: /^vscode-languageserver-(types|textdocument)$/,
  },
  {
    at: 'server/src/exports',
    parts: ['common', 'server/src/core', 'server/src/config', 'server/src/features', 'server/src/review'],
    packages: /^(d3-scale|@lezer\/common)$/,
  },
  {
    at: 'server/src/lsp',
    parts: [
      'common',
      'server/src/core',
      'server/src/config',
      'server/src/exports',
      'server/src/features',
      'server/src/review',
      'server/src/segment',
    ],
    packages: /^vscode-languageserver(-types|-textdocument)?$/,
  },
  {
    at: 'server/src/entry',
    parts: [
      'common',
      'server/src/core',
      'server/src/config',
      'server/src/exports',
      'server/src/features',
      'server/src/review',
      'server/src/lsp',
      'server/src/segment',
    ],
    packages: /./,
  },
  { at: 'client/src/loader', parts: ['client/src'], packages: /^(node:|vscode$)/ },
  { at: 'client/src', parts: ['common'], packages: /^vscode(-languageclient(\/(node|browser))?)?$/ },
];

interface Import {
  readonly from: string;
  /** A file of the project, or a package's name. */
  readonly to: string;
  readonly own: boolean;
}

describe('import directions', () => {
  const files = ['common', 'server/src', 'client/src'].flatMap(sources);
  const imports = files.flatMap(importsOf);

  it('are looked at in every part', () => {
    for (const part of PARTS) {
      assert.ok(
        files.some((file) => partOf(file) === part),
        `no file in ${part.at}`,
      );
    }
    assert.deepEqual(
      files.filter((file) => !partOf(file)),
      [],
      'files outside every part',
    );
  });

  it('follow the table', () => {
    const wrong = imports.filter(({ from, to, own }) => {
      const part = partOf(from)!;
      if (!own) return !part.packages.test(to);
      return !to.startsWith(`${part.at}/`) && !part.parts.some((other) => to.startsWith(`${other}/`));
    });
    assert.deepEqual(wrong.map(sentence), []);
  });

  it('lead to files that exist', () => {
    const missing = imports.filter(({ to, own }) => own && to.endsWith('.ts') && !files.includes(to));
    assert.deepEqual(missing.map(sentence), []);
  });

  it('never lead from the command line to the language server, nor from the browser to Node', () => {
    const reached = (entry: string): Set<string> => {
      const seen = new Set([entry]);
      for (const file of seen) for (const { from, to } of imports) if (from === file) seen.add(to);
      return seen;
    };
    const cli = [...reached('server/src/entry/cli.ts')];
    assert.ok(cli.includes('server/src/entry/cli/check.ts'));
    assert.deepEqual(
      cli.filter((file) => /^server\/src\/lsp\/|^vscode-languageserver$/.test(file)),
      [],
    );
    for (const entry of ['server/src/entry/browser.ts', 'client/src/extension.browser.ts']) {
      assert.deepEqual(
        [...reached(entry)].filter((file) => file.startsWith('node:') || file.endsWith('/node')),
        [],
        entry,
      );
    }
  });
});

function partOf(file: string): Part | undefined {
  return PARTS.filter(({ at }) => file.startsWith(`${at}/`)).sort((a, b) => b.at.length - a.at.length)[0];
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(sep).join('/')}`);
}

/** Static and dynamic imports and re-exports, of types too: a type can be missed as well as a value. */
function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements = /^(?:import|export|\})[^'\n]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(statements)].map((match) => {
    const specifier = match.slice(1).find(Boolean)!;
    const own = specifier.startsWith('.');
    const to = own
      ? relative(root, join(root, dirname(from), specifier))
          .split(sep)
          .join('/')
      : specifier;
    return { from, to, own };
  });
}

const sentence = ({ from, to }: Import) => `${from} imports ${to}`;
