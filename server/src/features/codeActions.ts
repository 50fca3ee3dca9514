import type { CodeAction, CodeActionContext, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import type { OfferedSource, RuleTarget } from '../../../common/protocol.ts';
import { IGNORE_WITH_REASON, SET_RULE } from '../../../common/protocol.ts';
import { ruleOfClaim } from '../config/custom/registry.ts';
import type { Claim } from '../core/index.ts';
import { type Checked, claimsIn, spanOf } from './context.ts';
import { SOURCE } from './diagnostics.ts';
import { fixActions, otherActions, wants } from './fixes/actions.ts';
import type { EditOptions } from './fixes/edit.ts';
import { disableInFile, ignoreLine } from './ignore.ts';
import { ruleText, t } from './messages.ts';
import { unusedActions } from './unusedComments.ts';

/** What the server remembers in an action until the editor asks for its edit. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly id: string;
  readonly kind: 'ignore' | 'ignoreReason' | 'offFile';
}

export interface ActionOptions {
  /** Commands that the client carries out itself; what needs another one is not offered. */
  readonly clientCommands: ReadonlySet<string>;
  /** Whether the client asks for the edit of the action chosen; else each carries its own. */
  readonly resolves: boolean;
  readonly edits: EditOptions;
  /** Sources used lately. */
  readonly sources: readonly OfferedSource[];
}

export function codeActions(checked: Checked, range: Range, context: CodeActionContext, options: ActionOptions): CodeAction[] {
  const others = otherActions(checked, range, context, options.edits);
  if (!wants(context, 'quickfix')) return others;
  const fixes: { readonly length: number; readonly actions: CodeAction[] }[] = [];
  const actions: CodeAction[] = [];
  const seen = new Set<string>();
  for (const claim of claimsIn(checked, spanOf(checked.document, range))) {
    if (claim.suppressed || seen.has(claim.code)) continue;
    // One set of actions a pattern: a long selection would drown in repetitions.
    seen.add(claim.code);
    const diagnostics = diagnosticsOf(claim, context.diagnostics);
    fixes.push({ length: claim.end - claim.start, actions: fixActions(checked, claim, diagnostics, options.edits, options.sources) });
    actions.push(...actionsFor(checked, claim, diagnostics, options));
  }
  // What mends comes before what silences, and a word before the clause around it.
  fixes.sort((a, b) => a.length - b.length);
  return [...unusedActions(checked, range, context), ...fixes.flatMap((fix) => fix.actions), ...others, ...actions];
}

function actionsFor(checked: Checked, claim: Claim, diagnostics: Diagnostic[], { clientCommands, resolves }: ActionOptions): CodeAction[] {
  const { document, locale } = checked;
  const name = ruleText(ruleOfClaim(claim), locale).name;
  const base = { kind: 'quickfix', ...(diagnostics.length > 0 ? { diagnostics } : {}) };
  const uri = document.uri;
  const edited = (title: string, kind: ActionData['kind']): CodeAction => {
    const data: ActionData = { uri, version: document.version, id: claim.id, kind };
    const action: CodeAction = { ...base, title, data };
    return resolves ? action : resolveAction(checked, action);
  };
  const withReason = t(locale, 'action.ignoreReason', { name });
  const rule = (title: string, target: RuleTarget): CodeAction[] =>
    clientCommands.has(SET_RULE)
      ? [{ ...base, title, command: { title, command: SET_RULE, arguments: [{ code: claim.code, severity: 'off', target, uri }] } }]
      : [];
  return [
    edited(t(locale, 'action.ignore', { name }), 'ignore'),
    clientCommands.has(IGNORE_WITH_REASON)
      ? { ...base, title: withReason, command: { title: withReason, command: IGNORE_WITH_REASON, arguments: [{ uri, id: claim.id }] } }
      : edited(withReason, 'ignoreReason'),
    edited(t(locale, 'action.offFile', { name }), 'offFile'),
    ...rule(t(locale, 'action.offWorkspace', { name }), 'workspace'),
    ...rule(t(locale, 'action.offUser', { name }), 'user'),
  ];
}

/** Fills in the edit. An action whose claim is gone meanwhile stays without one. */
export function resolveAction(checked: Checked, action: CodeAction): CodeAction {
  const data = action.data as ActionData;
  const claim = checked.analysis.claims.find((candidate) => candidate.id === data.id);
  if (!claim) return action;
  const { document, locale } = checked;
  const { format } = checked.analysis.article;
  const edit: TextEdit =
    data.kind === 'offFile'
      ? disableInFile(document, claim.code, format)
      : ignoreLine(document, claim.start, claim.code, format, data.kind === 'ignoreReason' ? t(locale, 'action.reason') : '');
  return { ...action, edit: { changes: { [document.uri]: [edit] } } };
}

function diagnosticsOf(claim: Claim, all: readonly Diagnostic[]): Diagnostic[] {
  return all.filter((d) => d.source === SOURCE && d.code === claim.code && (d.data as { id?: unknown } | undefined)?.id === claim.id);
}
