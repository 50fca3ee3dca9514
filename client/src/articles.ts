import * as vscode from 'vscode';
import { CONFIG_NAME } from '../../common/fileNames.ts';

/** The languages that articles are written in, under every scheme: saved, untitled, virtual. */
export const ARTICLE_LANGUAGES = ['markdown', 'plaintext', 'commentary'] as const;

/** Documents of these languages that are no articles: logs, comment boxes, the other side of a diff. */
const OTHER_SCHEMES: ReadonlySet<string> = new Set([
  'output',
  'debug',
  'comment',
  'git',
  'vscode-scm',
  'search-editor',
  'vscode-notebook-cell',
]);

/** A project's file: the server says what is wrong in it. */
export const PROJECT_FILES = ['json', 'jsonc'].map((language) => ({ language, pattern: `**/${CONFIG_NAME}` }));

/** What the server is told about: articles, and the files that say how to check them. */
export function isServed(document: vscode.TextDocument): boolean {
  return isArticle(document) || (vscode.languages.match(PROJECT_FILES, document) > 0 && !OTHER_SCHEMES.has(document.uri.scheme));
}

export function isArticle(document: vscode.TextDocument): boolean {
  return (ARTICLE_LANGUAGES as readonly string[]).includes(document.languageId) && !OTHER_SCHEMES.has(document.uri.scheme);
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** The editor in front, as long as it holds an article; a panel or a picture that takes the focus does not change it. */
export class ActiveArticle implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners: vscode.Disposable[];
  #editor: vscode.TextEditor | undefined;

  constructor() {
    this.#editor = this.#find();
    const update = (): void => {
      const editor = this.#find();
      if (editor === this.#editor) return;
      this.#editor = editor;
      this.#changed.fire();
    };
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.onDidChangeVisibleTextEditors(update),
      vscode.workspace.onDidOpenTextDocument(update),
      vscode.workspace.onDidCloseTextDocument(update),
    ];
  }

  get editor(): vscode.TextEditor | undefined {
    return this.#editor;
  }

  #find(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active && active.document.uri.scheme !== 'output') return isArticle(active.document) ? active : undefined;
    const last = this.#editor;
    return last && vscode.window.visibleTextEditors.includes(last) && isArticle(last.document) ? last : undefined;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }
}
