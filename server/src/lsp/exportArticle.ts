import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../core/index.ts';
import type { FileResult } from '../exports/format.ts';
import type { Checked } from '../features/context.ts';
import { report } from '../features/report.ts';
import { isGone } from '../review/apply.ts';
import type { OpenArticle } from './article.ts';
import { closedArticle } from './closedArticle.ts';
import { foldersAround } from './foldersAround.ts';
import type { Server } from './server.ts';

/** An article checked as it stands now, in an editor or on disk (`text`, where that was read); null where it is none or cannot be read. */
export async function checkedArticle(
  server: Server,
  uri: string,
  token?: CancellationToken,
  text?: string,
): Promise<{ readonly article: OpenArticle; readonly checked: Checked } | null> {
  const open = server.articles.get(uri);
  if (open) {
    const checked = await server.checker.fresh(open, token);
    return checked && { article: open, checked };
  }
  const article = await closedArticle(server, uri, text);
  const rules = article && server.rulesFor(article);
  const checked = rules ? article.checked(rules) : null;
  return article && checked && { article, checked };
}

/** What the formats write of it. */
export function fileResult(server: Server, article: OpenArticle, checked: Checked): FileResult {
  const { analysis, severities, locale } = checked;
  // What a review alone remembers is no finding.
  const claims = analysis.claims.filter((claim) => !isGone(claim));
  const found = claims.length === analysis.claims.length ? analysis : (Object.create(analysis, { claims: { value: claims } }) as Analysis);
  return {
    file: nameOf(article.document.uri, server.client.folders),
    text: analysis.article.text,
    format: analysis.article.format,
    report: report(found, severities, locale),
    placed: article.review.placed(),
  };
}

/** The article's path in the folder that is open, as the command line run there would name it; else its file's name. */
function nameOf(uri: string, folders: readonly string[]): string {
  const [folder] = foldersAround(uri, folders);
  const path = folder !== undefined ? uri.slice(folder.length + 1) : uri.slice(uri.lastIndexOf('/') + 1).replace(/^untitled:/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
