/** What an article's claims can be written out as: the names that the command line, the server and the client share. */

export interface ExportFormat {
  readonly zh: string;
  readonly en: string;
  /** Of the files, without a dot. */
  readonly extension: string;
}

/** In the order in which they are offered. */
export const EXPORT_FORMATS = {
  html: { zh: 'HTML 报告', en: 'HTML Report', extension: 'html' },
  markdown: { zh: 'Markdown 表格', en: 'Markdown Tables', extension: 'md' },
  csv: { zh: 'CSV（电子表格）', en: 'CSV (Spreadsheet)', extension: 'csv' },
  sarif: { zh: 'SARIF 2.1.0（代码扫描）', en: 'SARIF 2.1.0 (Code Scanning)', extension: 'sarif' },
  junit: { zh: 'JUnit XML（持续集成）', en: 'JUnit XML (CI)', extension: 'xml' },
  claimreview: { zh: 'ClaimReview（schema.org，JSON-LD）', en: 'ClaimReview (schema.org, JSON-LD)', extension: 'jsonld' },
  annotations: { zh: '网络批注（W3C，JSON-LD）', en: 'Web Annotations (W3C, JSON-LD)', extension: 'jsonld' },
  json: { zh: 'JSON', en: 'JSON', extension: 'json' },
  jsonl: { zh: 'JSON Lines', en: 'JSON Lines', extension: 'jsonl' },
} as const satisfies Record<string, ExportFormat>;
export type ExportFormatName = keyof typeof EXPORT_FORMATS;
export const EXPORT_FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as readonly ExportFormatName[];

export function exportName(format: ExportFormatName, language: string): string {
  const { zh, en } = EXPORT_FORMATS[format];
  return /^zh\b/i.test(language) ? zh : en;
}

/**
 * `claimlens/export`: an article's claims, or those of every article of a folder, as a document. Where the request names a
 * `partialResultToken` the document comes in parts (`ExportPart`) as it is made, else whole in the answer.
 */
export const EXPORT_REQUEST = 'claimlens/export';
export interface ExportParams {
  /** An article's, open or not, or a folder's. */
  uri: string;
  folder?: boolean;
  format: ExportFormatName;
  partialResultToken?: string | number;
}
export interface ExportPart {
  text: string;
  /** Articles looked at, and how many there are. */
  done: number;
  total: number;
}
export interface ExportResult {
  /** Articles in the document, and claims that stand in them. */
  articles: number;
  claims: number;
  /** Files that could not be read. */
  failed: string[];
  /** The document, unless it went out in parts. */
  text?: string;
  /** Why there is none though there is an article; null when all went well. */
  skipped: 'notArticle' | 'noArticles' | null;
}

/** `claimlens/report`: an article's HTML report in parts, for a panel that puts its own frame around it. */
export const REPORT_REQUEST = 'claimlens/report';
export interface ReportParams {
  uri: string;
}
export interface ReportResult {
  title: string;
  /** As in HTML's `lang`. */
  language: string;
  /** CSS in the colours of the editor's theme, and what a content security policy calls it by. */
  style: string;
  styleHash: string;
  /** HTML: no script in it, and nothing that is fetched. */
  body: string;
  /** The document version that it was made of; 0 for an article that is not open. */
  version: number;
  /** Where the claims stand, by the ids in `data-claim`. */
  ranges: Record<string, ReportRange>;
}
export interface ReportRange {
  start: { line: number; character: number };
  end: { line: number; character: number };
}
