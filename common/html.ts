/** Text inside HTML, as content or in a quoted attribute: nothing of it can become markup; control characters are replaced. */
export function escapeHtml(text: string): string {
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd').replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}

export interface Page {
  /** As in HTML's `lang`. */
  readonly language: string;
  readonly title: string;
  /** CSS; its hash, as a content security policy names it, stands in `policy`. */
  readonly style: string;
  /** What the page may load and run, beside nothing at all. */
  readonly policy: string;
  /** More elements for the head, as HTML. */
  readonly head?: string;
  readonly body: string;
}

/** The frame of the report, in a browser and in the editor's panel. */
export function openPage({ language, title, style, policy, head = '' }: Omit<Page, 'body'>): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${escapeHtml(policy).replaceAll('&#39;', "'")}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
${head}</head>
<body>
`;
}

export const CLOSE_PAGE = '</body>\n</html>\n';

export function htmlPage(page: Page): string {
  return `${openPage(page)}${page.body}${CLOSE_PAGE}`;
}
