import type { CancellationToken, Connection } from 'vscode-languageserver';
import { CLAIMS_REQUEST, type ClaimsParams, type ClaimsResult } from '../../../common/protocol.ts';
import { claimItems } from '../features/claimItems.ts';
import { type ActionData, codeActions, resolveAction } from '../features/codeActions.ts';
import { codeLenses } from '../features/codeLens.ts';
import { type Checked, spanOf } from '../features/context.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { reviewActions } from '../features/reviewActions.ts';
import { documentSymbols, flatSymbols } from '../features/symbols.ts';
import { tokenData, tokenEdits } from '../features/tokens.ts';
import type { OpenArticle } from './article.ts';
import { checkedArticle } from './exportArticle.ts';
import { insistOnCheck } from './insist.ts';
import type { Server } from './server.ts';
import type { WorkspaceCheck } from './workspaceCheck.ts';

/** What editors ask about an open article; a search finds claims of those that a check of the workspace read, too. Everything is answered from the analysis of exactly the current text, or from what is shown until an article is to be checked. */
export function connectFeatures(connection: Connection, server: () => Server, workspace: () => WorkspaceCheck): void {
  const checkedOf = async (uri: string, token: CancellationToken): Promise<{ article: OpenArticle; checked: Checked } | null> => {
    const article = server().articles.get(uri);
    const checked = article && (await server().asked(article, token));
    return checked ? { article, checked } : null;
  };

  /** Who holds what and what terms mean stands in the project's file, not in the analysis. */
  const withLexicon = ({ article, checked }: { article: OpenArticle; checked: Checked }): Checked => {
    const lexicon = server().rulesFor(article)?.lexicon;
    return { ...checked, ...(lexicon && { lexicon }) };
  };

  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const found = await checkedOf(uri, token);
    if (!found) return null;
    const { client } = server();
    return hover(withLexicon(found), position, client.rendersMarkdown, client.commands);
  });

  connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const found = await checkedOf(uri, token);
    if (!found) return [];
    return server().client.nestsSymbols ? documentSymbols(found.checked) : flatSymbols(found.checked);
  });

  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const all = [...workspace().symbols(query)];
    for (const uri of [...server().articles.keys()]) {
      const found = await checkedOf(uri, token);
      if (found) all.push(...flatSymbols(found.checked, query));
    }
    return all;
  });

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }, token) => {
    const found = await checkedOf(uri, token);
    const { client } = server();
    if (!found) return [];
    const actions = codeActions(withLexicon(found), range, context, {
      clientCommands: client.commands,
      resolves: client.resolvesActions,
      edits: client.edits,
      sources: server().reviews.sourcesFor(uri),
    });
    return server().reviews.homeOf(uri) ? [...actions, ...reviewActions(found.checked, range, context, client.commands)] : actions;
  });

  connection.onCodeActionResolve(async (action, token) => {
    const data = action.data as ActionData | undefined;
    const found = data && (await checkedOf(data.uri, token));
    return found ? resolveAction(found.checked, action) : action;
  });

  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    if (!server().settings.of(uri)['codeLens.enable']) return [];
    const found = await checkedOf(uri, token);
    return found ? codeLenses(found.checked) : [];
  });

  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) => {
    if (!server().settings.of(uri)['inlayHints.numbers']) return [];
    const found = await checkedOf(uri, token);
    return found ? inlayHints(found.checked, range) : [];
  });

  let nextId = 0;
  const tokens = async (uri: string, token: CancellationToken) => {
    if (!server().settings.of(uri)['highlight.enable']) return null;
    const found = await checkedOf(uri, token);
    if (!found) return null;
    const before = found.article.tokens;
    const now = { id: `${++nextId}`, data: tokenData(found.checked) };
    found.article.tokens = now;
    return { before, now };
  };

  connection.languages.semanticTokens.on(async ({ textDocument: { uri } }, token) => {
    const answer = await tokens(uri, token);
    return answer ? { resultId: answer.now.id, data: answer.now.data } : { data: [] };
  });

  connection.languages.semanticTokens.onDelta(async ({ textDocument: { uri }, previousResultId }, token) => {
    const answer = await tokens(uri, token);
    if (!answer) return { data: [] };
    const { before, now } = answer;
    if (before?.id !== previousResultId) return { resultId: now.id, data: now.data };
    return { resultId: now.id, edits: tokenEdits(before.data, now.data) };
  });

  connection.languages.semanticTokens.onRange(async ({ textDocument: { uri }, range }, token) => {
    if (!server().settings.of(uri)['highlight.enable']) return { data: [] };
    const found = await checkedOf(uri, token);
    return { data: found ? tokenData(found.checked, spanOf(found.checked.document, range)) : [] };
  });

  connection.onRequest(CLAIMS_REQUEST, async ({ uri }: ClaimsParams, token): Promise<ClaimsResult> => {
    const open = server().articles.get(uri);
    const found = open ? await checkedOf(uri, token) : await checkedArticle(server(), uri, token);
    if (open?.due) insistOnCheck(open, found, server().client.locale, token);
    return claimsResult(server(), uri, found?.checked ?? null);
  });
}

/** The claims of an open article, or why there are none. */
export function claimsResult(server: Server, uri: string, checked: Checked | null): ClaimsResult {
  const article = server.articles.get(uri);
  const version = article?.document.version ?? 0;
  if (checked) return { claims: claimItems(checked), version, date: checked.analysis.date, skipped: null };
  if (!article || article.skipped || article.due)
    return { claims: [], version, date: null, skipped: article ? (article.skipped ?? null) : 'disabled' };
  // Of an older text, where there was one: whoever has its claims keeps them.
  return { claims: [], version: article.base?.version ?? version, date: null, skipped: 'waiting' };
}
