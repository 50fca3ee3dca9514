import { type CancellationToken, type Connection, ErrorCodes, ProgressType, ResponseError } from 'vscode-languageserver';
import { localDay } from '../../../common/day.ts';
import {
  EXPORT_FORMAT_NAMES,
  EXPORT_REQUEST,
  type ExportParams,
  type ExportPart,
  type ExportResult,
  REPORT_REQUEST,
  type ReportParams,
  type ReportResult,
} from '../../../common/exports.ts';
import type { FormatContext } from '../exports/format.ts';
import { articleBody, languageOf } from '../exports/html/index.ts';
import { PANEL_STYLE, PANEL_STYLE_HASH } from '../exports/html/style.generated.ts';
import { EXPORTS } from '../exports/index.ts';
import { titleOf } from '../exports/title.ts';
import { DocumentWriter } from '../exports/writer.ts';
import { rangeOf } from '../features/context.ts';
import { checkedArticle, fileResult } from './exportArticle.ts';
import type { Server } from './server.ts';

const PARTS = new ProgressType<ExportPart>();

/** Documents made of checked articles. */
export function connectExports(connection: Connection, server: () => Server): void {
  connection.onRequest(REPORT_REQUEST, async ({ uri }: ReportParams, token): Promise<ReportResult | null> => {
    await server().settings.ready;
    const found = await checkedArticle(server(), uri, token);
    if (!found) return null;
    const { article, checked } = found;
    const result = fileResult(server(), article, checked);
    const context = contextOf(server(), true);
    return {
      title: titleOf(result),
      language: languageOf(context.locale),
      style: PANEL_STYLE,
      styleHash: PANEL_STYLE_HASH,
      body: articleBody(result, context),
      version: article.document.version,
      ranges: Object.fromEntries(result.report.claims.map((claim) => [claim.id, rangeOf(article.document, claim)])),
    };
  });

  connection.onRequest(EXPORT_REQUEST, async (params: ExportParams, token): Promise<ExportResult> => {
    if (!EXPORT_FORMAT_NAMES.includes(params.format))
      throw new ResponseError(ErrorCodes.InvalidParams, `${params.format}: one of ${EXPORT_FORMAT_NAMES.join(', ')}`);
    await server().settings.ready;
    await server().segmented();
    return exportAll(server(), params, token);
  });
}

async function exportAll(server: Server, params: ExportParams, token: CancellationToken): Promise<ExportResult> {
  const { uri, folder = false, format, partialResultToken } = params;
  const uris = folder ? await articlesOf(server, uri) : [uri];
  const writer = new DocumentWriter(EXPORTS[format], contextOf(server, !folder));
  const failed: string[] = [];
  let text = '';
  let done = 0;
  const send = async (part: string) => {
    if (partialResultToken === undefined) text += part;
    else await server.connection.sendProgress(PARTS, partialResultToken, { text: part, done, total: uris.length });
  };
  await send(writer.begin());
  for (const one of uris) {
    if (token.isCancellationRequested) throw new ResponseError(-32800, 'cancelled');
    // Between two articles editors get their answers.
    await new Promise<void>((resolve) => server.platform.later(resolve));
    const text = server.articles.has(one) ? undefined : await server.platform.read(one).catch(() => null);
    if (text === null) failed.push(one);
    const found = text === null ? null : await checkedArticle(server, one, token, text);
    done++;
    await send(found ? writer.file(fileResult(server, found.article, found.checked)) : '');
  }
  await send(writer.end());
  const skipped = writer.files > 0 || failed.length > 0 ? null : folder ? 'noArticles' : 'notArticle';
  return { articles: writer.files, claims: writer.claims, failed, skipped, ...(partialResultToken === undefined && { text }) };
}

/** Those on disk, and those that are open below the folder and not saved yet. */
async function articlesOf(server: Server, folder: string): Promise<string[]> {
  const below = `${folder.replace(/\/$/, '')}/`;
  const open = [...server.articles.values()].filter(({ isArticle, document }) => isArticle && document.uri.startsWith(below));
  return [...new Set([...(await server.articlesIn(folder)), ...open.map(({ document }) => document.uri)])];
}

/** In an editor whatever is underlined as a warning fails. */
function contextOf({ client, platform }: Server, single: boolean): FormatContext {
  return { locale: client.locale, color: false, failOn: 'warning', single, version: platform.version, today: localDay() };
}
