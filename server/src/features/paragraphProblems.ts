import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Position } from 'vscode-languageserver-types';
import type { Locale } from '../../../common/locale.ts';
import type { Severities } from '../config/severity.ts';
import { absolute, type ClaimGroup, numbered, Ordinals } from '../core/index.ts';
import { type Checked, rangeOf } from './context.ts';
import { type ProblemOptions, problemOf, shownAs } from './diagnostics.ts';
import { messageOf } from './messages.ts';

/** The problems of one paragraph as the editor last had them. */
interface Listed {
  readonly severities: Severities;
  readonly locale: Locale;
  readonly hints: boolean;
  /** Where the paragraph began. */
  readonly at: Position;
  /** Ids without ordinals, and the problems with those that they had. */
  readonly ids: readonly string[];
  readonly items: Diagnostic[];
  readonly ordinals: number[];
}

/** By the paragraph's list of claims, which stays while the paragraph does. */
const listed = new WeakMap<object, Listed>();

/**
 * The problems of an article that nobody reviewed and no comment speaks of, paragraph by paragraph: what an edit did not touch is told
 * with the very objects that were told before.
 */
export function problemsByParagraph(checked: Checked, groups: Iterable<ClaimGroup>, options: ProblemOptions): Diagnostic[] {
  const found: Diagnostic[] = [];
  const ordinals = new Ordinals();
  for (const group of groups) {
    const { ids, items, ordinals: had } = listOf(checked, group, options);
    for (let i = 0; i < items.length; i++) {
      if (found.length >= options.maximum) return found;
      const id = ids[i]!;
      const nth = ordinals.next(id);
      if (had[i] !== nth) {
        items[i] = { ...items[i]!, data: { id: numbered(id, nth) } };
        had[i] = nth;
      }
      found.push(items[i]!);
    }
  }
  return found;
}

function listOf(checked: Checked, group: ClaimGroup, options: ProblemOptions): Listed {
  const { document, severities, locale } = checked;
  const { claims, start, block } = group;
  const { hints } = options;
  const at = document.positionAt(start);
  const known = listed.get(claims);
  if (known?.severities === severities && known.locale === locale && known.hints === hints) {
    if (known.at.line === at.line && known.at.character === at.character) return known;
    const items = known.items.map((item) => moved(item, known.at, at));
    const again = { ...known, at, items };
    listed.set(claims, again);
    return again;
  }
  const ids: string[] = [];
  const items: Diagnostic[] = [];
  for (const claim of claims) {
    const severity = shownAs(checked, claim.code, options);
    if (severity === null) continue;
    const span = absolute(block, start, claim);
    const text = textOf(document, span.start, span.end);
    ids.push(claim.id);
    items.push(problemOf(claim, severity, rangeOf(document, span), messageOf({ ...claim, text }, locale)));
  }
  const made = { severities, locale, hints, at, ids, items, ordinals: items.map(() => 1) };
  listed.set(claims, made);
  return made;
}

function textOf(document: TextDocument, start: number, end: number): string {
  return document.getText().slice(start, end);
}

/** A problem of a paragraph that stands elsewhere now. Columns move only in the paragraph's first line. */
function moved(item: Diagnostic, from: Position, to: Position): Diagnostic {
  const place = ({ line, character }: Position): Position => ({
    line: line - from.line + to.line,
    character: line === from.line ? character - from.character + to.character : character,
  });
  return { ...item, range: { start: place(item.range.start), end: place(item.range.end) } };
}
