import * as vscode from 'vscode';
import { escapeHtml, htmlPage } from '../../../common/html.ts';
import type { ReportResult } from '../../../common/protocol.ts';

/** The report in the panel's frame: its own style and its own script, and nothing else. */
export function reportPage(webview: vscode.Webview, extension: vscode.Uri, uri: vscode.Uri, report: ReportResult): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'resources/report/panel.js'));
  return htmlPage({
    language: report.language,
    title: report.title,
    style: report.style,
    policy: `style-src ${report.styleHash}; script-src ${webview.cspSource}`,
    body: `<div id="report" data-uri="${escapeHtml(uri.toString())}">${report.body}</div>
<script src="${escapeHtml(script.toString())}"></script>
`,
  });
}

/** A sentence in place of a report. */
export function messagePage(text: string): string {
  return htmlPage({ language: vscode.env.language, title: '', style: '', policy: "style-src 'none'", body: `<p>${escapeHtml(text)}</p>` });
}
