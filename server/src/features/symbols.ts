import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { ruleOfClaim } from '../config/custom/registry.ts';
import type { Claim } from '../core/index.ts';
import { type Checked, rangeOf, severityOf } from './context.ts';
import { type Kind, kindOf } from './kinds.ts';
import { excerpt, ruleText, t } from './messages.ts';

/** LSP's symbol kinds that come nearest; headings are strings, as in Markdown. */
const HEADING: SymbolKind = 15;
const SYMBOL: Record<Kind, SymbolKind> = { number: 16, time: 24, strength: 22, source: 11, reasoning: 12 };

/** Headings with the claims under them. */
export function documentSymbols(checked: Checked): DocumentSymbol[] {
  const { analysis, document } = checked;
  const roots: DocumentSymbol[] = [];
  const open: { end: number; symbol: DocumentSymbol }[] = [];
  const add = (symbol: DocumentSymbol) => {
    const parent = open.at(-1)?.symbol;
    if (parent) parent.children = [...(parent.children ?? []), symbol];
    else roots.push(symbol);
  };
  const leave = (offset: number) => {
    while (open.length > 0 && open.at(-1)!.end <= offset) open.pop();
  };
  let next = 0;
  const enter = (offset: number) => {
    for (let section = analysis.sections[next]; section && section.start <= offset; section = analysis.sections[++next]) {
      leave(section.start);
      const symbol: DocumentSymbol = {
        name: section.title.trim() || '#',
        kind: HEADING,
        range: rangeOf(document, section),
        selectionRange: rangeOf(document, section.heading),
        children: [],
      };
      add(symbol);
      open.push({ end: section.end, symbol });
    }
    leave(offset);
  };
  for (const claim of analysis.claims) {
    if (claim.suppressed || severityOf(checked, claim) === null) continue;
    enter(claim.start);
    const range = rangeOf(document, claim);
    add({
      name: excerpt(claim.text, 60) || '…',
      detail: detailOf(checked, claim),
      kind: SYMBOL[kindOf(claim.code)],
      range,
      selectionRange: range,
    });
  }
  enter(document.getText().length);
  return roots;
}

function detailOf({ locale }: Checked, claim: Claim): string {
  const name = ruleText(ruleOfClaim(claim), locale).name;
  return claim.speaker ? `${name} — ${claim.speaker}` : name;
}

/** Whether a search over the workspace finds a symbol that was kept: by its words, its pattern or who said it. */
export function symbolMatches({ name, containerName }: SymbolInformation, query: string): boolean {
  const wanted = query.toLowerCase();
  return name.toLowerCase().includes(wanted) || containerName?.toLowerCase().includes(wanted) === true;
}

/** The same without nesting, for editors that know only that; also what a search over the workspace finds. */
export function flatSymbols(checked: Checked, query = ''): SymbolInformation[] {
  const { analysis, document, locale } = checked;
  const uri = document.uri;
  const wanted = query.toLowerCase();
  const matches = (...texts: (string | null)[]) => texts.some((text) => text?.toLowerCase().includes(wanted));
  const headings = analysis.sections
    .filter((section) => matches(section.title))
    .map(
      (section): SymbolInformation => ({
        name: section.title.trim() || '#',
        kind: HEADING,
        location: { uri, range: rangeOf(document, section.heading) },
      }),
    );
  const claims = analysis.claims.flatMap((claim): SymbolInformation[] => {
    if (claim.suppressed || severityOf(checked, claim) === null) return [];
    const name = ruleText(ruleOfClaim(claim), locale).name;
    if (!matches(claim.text, name, claim.code, claim.speaker)) return [];
    const containerName = `${name} — ${claim.speaker ?? t(locale, 'symbol.author')}`;
    return [
      {
        name: excerpt(claim.text, 60) || '…',
        kind: SYMBOL[kindOf(claim.code)],
        containerName,
        location: { uri, range: rangeOf(document, claim) },
      },
    ];
  });
  return [...headings, ...claims];
}
