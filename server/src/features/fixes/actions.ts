import type { CodeAction, CodeActionContext, Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { OfferedSource } from '../../../../common/protocol.ts';
import { ruleOf } from '../../config/custom/registry.ts';
import type { Claim, Code } from '../../core/index.ts';
import { type Checked, claimsIn, spanOf } from '../context.ts';
import { termUnder } from '../glossary.ts';
import { ruleText, t } from '../messages.ts';
import { allFixes } from './all.ts';
import { type EditOptions, workspaceEdit } from './edit.ts';
import { fixesFor, SAFE } from './index.ts';
import { mannerOf } from './manner.ts';
import { otherNotation } from './numbers.ts';
import { inBrackets } from './statements.ts';

export const FIX_ALL = 'source.fixAll.claimlens';
const REWRITE = 'refactor.rewrite';
export const ACTION_KINDS = ['quickfix', REWRITE, FIX_ALL];

/** Whether an editor that asks for `only` wants actions of a kind. */
export function wants({ only }: CodeActionContext, kind: string): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** What mends one claim, the first of them preferred. */
export function fixActions(
  checked: Checked,
  claim: Claim,
  diagnostics: Diagnostic[],
  options: EditOptions,
  sources: readonly OfferedSource[],
): CodeAction[] {
  const { analysis, document, locale, lexicon } = checked;
  const fixes = fixesFor({ text: document.getText(), analysis, claim, locale, sources, ...(lexicon && { lexicon }) });
  const base = { kind: 'quickfix', ...(diagnostics.length > 0 ? { diagnostics } : {}) };
  const actions: CodeAction[] = fixes.map((fix, i) => ({
    ...base,
    title: fix.title,
    ...(i === 0 && fix.complete ? { isPreferred: true } : {}),
    edit: workspaceEdit(document, fix.edits, options),
  }));
  if (fixes.some(({ complete }) => complete)) {
    const all = allOf(checked, claim.code, options);
    if (all) actions.push({ ...base, ...all });
  }
  return actions;
}

/** “Fix all of this kind”, where there is more than one; words of judgement are shown before they are changed. */
function allOf(checked: Checked, code: Code, options: EditOptions): { title: string; edit: WorkspaceEdit } | null {
  const edits = allFixes(checked, [code]);
  if (edits.length < 2) return null;
  const title = t(checked.locale, 'fix.all', { name: ruleText(ruleOf(code), checked.locale).name, count: edits.length });
  const annotation = { label: title, needsConfirmation: !SAFE.includes(code) };
  return { title, edit: workspaceEdit(checked.document, edits, options, annotation) };
}

/** Actions beyond the claims: numbers in the other notation, and everything safe at once. */
export function otherActions(checked: Checked, range: Range, context: CodeActionContext, options: EditOptions): CodeAction[] {
  const { analysis, document, locale } = checked;
  const actions: CodeAction[] = [];
  if (wants(context, REWRITE)) {
    const span = spanOf(document, range);
    const here = analysis.quantities.find((q) => q.start <= span.start && span.end <= q.end);
    const other = here && otherNotation(here, mannerOf(document.getText(), here));
    if (other) {
      const title = t(locale, 'fix.number', { new: other.edit.text });
      actions.push({ title, kind: REWRITE, edit: workspaceEdit(document, [other.edit], options) });
    }
  }
  actions.push(...termAction(checked, range, context, options));
  // Only where it is asked for by name: it stands in the Source Action menu, not in every lightbulb.
  if (context.only && wants(context, FIX_ALL)) {
    const edits = allFixes(checked, SAFE);
    if (edits.length > 0) {
      actions.push({
        title: t(locale, 'fix.everything', { count: edits.length }),
        kind: FIX_ALL,
        edit: workspaceEdit(document, edits, options),
      });
    }
  }
  return actions;
}

/** A term that no claim stands at is explained on demand. */
function termAction(checked: Checked, range: Range, context: CodeActionContext, options: EditOptions): CodeAction[] {
  const { document, locale } = checked;
  if (!wants(context, REWRITE) || claimsIn(checked, spanOf(document, range)).some(({ code }) => code === 'unexplained-term')) return [];
  const term = termUnder(checked, range.start);
  const text = document.getText();
  if (!term || /[（(]/.test(text.charAt(term.end))) return [];
  const brackets = inBrackets(term.found, mannerOf(text, term));
  const title = t(locale, 'fix.term', { new: term.word + brackets });
  return [{ title, kind: REWRITE, edit: workspaceEdit(document, [{ start: term.end, end: term.end, text: brackets }], options) }];
}
