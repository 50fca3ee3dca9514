import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const syntaxes = join(import.meta.dirname, '../../syntaxes');

const FILES: Readonly<Record<string, string>> = {
  'text.commentary': join(syntaxes, 'commentary.tmLanguage.json'),
  'claimlens.comment.injection': join(syntaxes, 'claimlens-comment.tmLanguage.json'),
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
  'text.html.derivative': require.resolve('tm-grammars/grammars/html-derivative.json'),
  'text.html.basic': require.resolve('tm-grammars/grammars/html.json'),
};

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

let registry: Registry | undefined;

async function load(scope: string): Promise<IGrammar> {
  if (!registry) {
    await loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
    registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      // Grammars of embedded languages are not loaded: what is inside a fence does not matter here.
      loadGrammar: async (name) => {
        const file = FILES[name];
        return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
      },
      getInjections: (name) => (name === 'text.html.markdown' ? ['claimlens.comment.injection'] : undefined),
    });
  }
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar ${scope}`);
  return grammar;
}

/** The tokens of a text, line after line, without line ends. */
export async function tokenize(text: string, scope: 'text.commentary' | 'text.html.markdown' = 'text.commentary'): Promise<Token[]> {
  const grammar = await load(scope);
  const tokens: Token[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      if (startIndex < line.length) tokens.push({ text: line.slice(startIndex, endIndex), scopes });
    }
  }
  return tokens;
}

/** The texts that carry a scope (or one below it), neighbouring tokens of one scope joined. */
export function textsOf(tokens: readonly Token[], scope: string): string[] {
  const texts: string[] = [];
  let open = false;
  for (const token of tokens) {
    const has = token.scopes.some((name) => name === scope || name.startsWith(`${scope}.`));
    if (has && open) texts[texts.length - 1] += token.text;
    else if (has) texts.push(token.text);
    open = has;
  }
  return texts;
}
