import * as vscode from 'vscode';
import { type ActiveArticle, isArticle } from './articles.ts';
import type { ClaimsStore } from './claims/store.ts';

interface Asked {
  readonly uri?: string;
  readonly codes?: readonly string[];
}

/** What an assistant in the editor may ask, where the editor knows of assistants: it answers from what is on the screen. */
export function registerTools(store: ClaimsStore, active: ActiveArticle): vscode.Disposable {
  // Older and other editors have no such API.
  if (typeof vscode.lm?.registerTool !== 'function') return new vscode.Disposable(() => undefined);
  return vscode.lm.registerTool<Asked>('claimlens_list_claims', {
    async invoke({ input }) {
      const document = documentOf(input, active);
      if (!document) return answer(vscode.l10n.t('No such article is open.'));
      await store.refresh(document);
      const known = store.get(document.uri);
      // After a check that failed only the claims of an older text are known.
      if (!known || known.skipped || known.version !== document.version) return answer(vscode.l10n.t('This article was not checked.'));
      const claims = known.claims
        .filter(({ code }) => !input.codes || input.codes.includes(code))
        .map(({ code, name, line, text, severity, message, speaker, horizon, resolved, suppressed, review }) => ({
          code,
          name,
          line,
          text,
          severity,
          message,
          speaker,
          horizon,
          resolved,
          suppressed,
          review,
        }));
      return answer(JSON.stringify({ uri: document.uri.toString(), date: known.date, claims }));
    },
  });
}

function documentOf({ uri }: Asked, active: ActiveArticle): vscode.TextDocument | undefined {
  if (!uri) return active.editor?.document;
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri && isArticle(document));
}

function answer(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}
