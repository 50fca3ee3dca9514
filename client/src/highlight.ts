import * as vscode from 'vscode';
import { KINDS, type Kind, kindOf } from '../../common/names.ts';
import { isArticle } from './articles.ts';
import { openClaims } from './claims/locate.ts';
import type { ClaimsStore } from './claims/store.ts';
import { rangeIn } from './claims/stretch.ts';

const ALL_KINDS = Object.keys(KINDS) as readonly Kind[];

/**
 * Tints claims by kind in the visible editors. VS Code moves decorations along with edits by itself, so they are
 * set again only when the server has answered, and cleared only when they are switched off: nothing flickers.
 */
export class Highlights implements vscode.Disposable {
  readonly #types: ReadonlyMap<Kind, vscode.TextEditorDecorationType>;
  readonly #shown = new WeakMap<vscode.TextEditor, ReadonlyMap<Kind, readonly vscode.Range[]>>();
  readonly #listeners: vscode.Disposable[];

  constructor(private readonly store: ClaimsStore) {
    this.#types = new Map(ALL_KINDS.map((kind) => [kind, decorationType(kind)]));
    this.#listeners = [
      store.onDidChange((uri) => this.#paintVisible((document) => document.uri.toString() === uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#paintVisible()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('claimlens.highlight.enable')) this.#paintVisible();
      }),
    ];
    this.#paintVisible();
  }

  /** The ranges as they were last set in an editor. */
  shown(editor: vscode.TextEditor): ReadonlyMap<Kind, readonly vscode.Range[]> {
    return this.#shown.get(editor) ?? new Map();
  }

  #paintVisible(which: (document: vscode.TextDocument) => boolean = () => true): void {
    for (const editor of vscode.window.visibleTextEditors) if (which(editor.document)) this.#paint(editor);
  }

  #paint(editor: vscode.TextEditor): void {
    const { document } = editor;
    const known = isArticle(document) ? this.store.get(document.uri) : undefined;
    const enabled = vscode.workspace.getConfiguration('claimlens', document).get('highlight.enable', true);
    if ((!known || !enabled) && !this.#shown.has(editor)) return;
    const ranges = new Map<Kind, vscode.Range[]>(ALL_KINDS.map((kind) => [kind, []]));
    for (const claim of enabled && known ? openClaims(known.claims) : []) {
      ranges.get(kindOf(claim.code))?.push(rangeIn(document, claim));
    }
    for (const [kind, type] of this.#types) editor.setDecorations(type, ranges.get(kind) ?? []);
    this.#shown.set(editor, ranges);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const type of this.#types.values()) type.dispose();
  }
}

/** The border is transparent but in high contrast; at the bottom alone it does not move the text. */
function decorationType(kind: Kind): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor(`claimlens.${kind}Background`),
    borderColor: new vscode.ThemeColor(`claimlens.${kind}Border`),
    borderStyle: 'dotted',
    borderWidth: '0 0 1px 0',
    borderRadius: '2px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
