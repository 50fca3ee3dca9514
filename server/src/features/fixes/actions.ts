import type { CodeAction, CodeActionContext, Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { ruleOf } from '../../config/custom/registry.ts';
import type { Claim, Code } from '../../core/index.ts';
import { type Checked, spanOf } from '../context.ts';
import { ruleText, t } from '../messages.ts';
import { allFixes } from './all.ts';
import { type EditOptions, workspaceEdit } from './edit.ts';
import { fixesFor, SAFE } from './index.ts';
import { otherNotation } from './numbers.ts';

export const FIX_ALL = 'source.fixAll.claimlens';
const REWRITE = 'refactor.rewrite';
export const ACTION_KINDS = ['quickfix', REWRITE, FIX_ALL];

/** Whether an editor that asks for `only` wants actions of a kind. */
export function wants({ only }: CodeActionContext, kind: string): boolean {
  return !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** What mends one claim, the first of them preferred. */
export function fixActions(checked: Checked, claim: Claim, diagnostics: Diagnostic[], options: EditOptions): CodeAction[] {
  const { analysis, document, locale } = checked;
  const fixes = fixesFor({ text: document.getText(), analysis, claim, locale });
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
    const other = here && otherNotation(here);
    if (other) {
      const title = t(locale, 'fix.number', { new: other.edit.text });
      actions.push({ title, kind: REWRITE, edit: workspaceEdit(document, [other.edit], options) });
    }
  }
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
