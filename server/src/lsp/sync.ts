import type { Connection } from 'vscode-languageserver';
import { CONFIG_NAME } from '../config/project.ts';
import { REVIEW_FOLDER } from '../review/model.ts';
import { OpenArticle } from './article.ts';
import type { Server } from './server.ts';

/** Documents opened, changed, saved and closed; settings and project files changed. */
export function connectSync(connection: Connection, server: () => Server): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const { articles, checker, settings } = server();
    const before = articles.get(uri);
    if (before) checker.close(before);
    const article = new OpenArticle(uri, languageId, version, text);
    articles.set(uri, article);
    if (settings.current.run === 'manual') article.due = false;
    article.loading = server()
      .reviews.load(article)
      .then(() => settings.ready)
      .finally(() => {
        article.loading = null;
      });
    void article.loading.then(() => checker.touch(article));
  });

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const { articles, checker, settings } = server();
    const article = articles.get(textDocument.uri);
    if (!article) return;
    article.update(contentChanges, textDocument.version);
    server().typing(article).edited(article.document, contentChanges);
    article.due = settings.current.run === 'onType';
    checker.touch(article);
  });

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const { articles, checker, settings, client } = server();
    const article = articles.get(uri);
    if (uri.endsWith(`/${CONFIG_NAME}`)) projectsChanged(server());
    if (article) server().typing(article).release();
    if (!article || article.due || settings.current.run !== 'onSave') return;
    article.due = true;
    checker.touch(article);
    if (client.pullsDiagnostics) server().refresh();
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const { articles, checker, client } = server();
    const article = articles.get(uri);
    if (!article) return;
    articles.delete(uri);
    server().typing(article).dispose();
    checker.close(article);
    if (!client.pullsDiagnostics && article.problems) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onDidChangeConfiguration(({ settings }) => void server().settings.change(settings));

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => uri.endsWith(`/${CONFIG_NAME}`))) projectsChanged(server());
    if (changes.some(({ uri }) => uri.includes(`/${REVIEW_FOLDER}/`))) void server().reviews.reload();
  });
}

function projectsChanged(server: Server): void {
  server.platform.forgetProjects();
  server.settingsChanged();
}
