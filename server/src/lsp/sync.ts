import type { Connection } from 'vscode-languageserver';
import { CONFIG_NAME } from '../config/project.ts';
import { REVIEW_FOLDER } from '../review/model.ts';
import { OpenArticle } from './article.ts';
import type { Server } from './server.ts';
import type { WorkspaceCheck } from './workspaceCheck.ts';

/** Documents opened, changed, saved and closed; settings and project files changed. */
export function connectSync(connection: Connection, server: () => Server, workspace: () => WorkspaceCheck): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (![uri, languageId, text].every((one) => typeof one === 'string')) return;
    const { articles, checker, settings } = server();
    const before = articles.get(uri);
    if (before) checker.close(before);
    const article = new OpenArticle(uri, languageId, version, text);
    articles.set(uri, article);
    server().textChanged();
    article.loading = server()
      .reviews.load(article)
      .then(() => settings.ready)
      .then(() => server().lookForProject(uri))
      .finally(() => {
        // Known only now; an edit meanwhile has decided already.
        if (article.isArticle && article.document.version === version) article.due = settings.of(uri).run !== 'manual';
        article.loading = null;
      });
    // Whatever its review is like, an article is checked.
    void article.loading.catch((error: unknown) => connection.console.error(`${uri}: ${String(error)}`)).then(() => checker.touch(article));
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const { articles, checker, settings } = server();
    const article = articles.get(textDocument.uri);
    // What is no change at all must not end a server that holds other articles.
    if (!article || !contentChanges.every((change) => typeof change?.text === 'string')) return;
    article.update(contentChanges, textDocument.version, !article.isArticle || settings.of(textDocument.uri).run === 'onType');
    server().textChanged();
    server().typing(article).edited(article.document, contentChanges);
    checker.touch(article);
  });

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const { articles, checker, settings, client, reviews } = server();
    const article = articles.get(uri);
    if (uri.endsWith(`/${CONFIG_NAME}`)) void server().projectsChanged();
    if (article) void reviews.saved(article);
    if (article) server().typing(article).release();
    if (!article || article.due || settings.of(uri).run !== 'onSave') return;
    article.due = true;
    checker.touch(article);
    if (client.pullsDiagnostics) server().refresh();
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const { articles, checker, client } = server();
    const article = articles.get(uri);
    if (!article) return;
    articles.delete(uri);
    server().textChanged();
    server().typing(article).dispose();
    checker.close(article);
    const told = workspace().closed(uri);
    if (!told && !client.pullsDiagnostics && article.problems) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onDidChangeConfiguration(({ settings }) => void server().settings.change(settings));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith(`/${CONFIG_NAME}`))) void server().projectsChanged();
    if (changes.some(({ uri }) => uri.includes(`/${REVIEW_FOLDER}/`))) void server().reviews.reload();
  });
}
