import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Rules } from '../config/rules.ts';
import type { Analysis, Change, Format } from '../core/index.ts';
import type { Checked } from '../features/context.ts';
import { ArticleReview } from '../review/articleReview.ts';
import { applyStretch } from './contentChange.ts';
import { difference, type Edit, widen } from './hull.ts';
import { Kept } from './kept.ts';

/** Languages that are articles; `text` is what some editors call plain text. */
const LANGUAGES = new Set(['markdown', 'plaintext', 'text', 'commentary']);

export type Skipped = 'notChinese' | 'tooLarge' | 'disabled' | 'excluded';

/** An analysis with what it was made by. */
export interface Base {
  readonly analysis: Analysis;
  readonly rules: Rules;
  readonly version: number;
}

/** An open document and what is known about it. */
export class OpenArticle {
  readonly document: TextDocument;
  /** The last analysis that was finished, maybe of an earlier version. */
  base: Base | null = null;
  /** What changed since `base`; null when nothing did. */
  change: Change | null = null;
  /** False while the setting `run` keeps newer text from being checked. */
  due = true;
  /** What stood when the text began to be newer than what is to be checked; null where every version is. */
  kept: Kept | null = null;
  /** Whether the base must be made anew from the whole text. */
  renew = false;
  /** Why the current text is not checked; undefined: not known yet. */
  skipped: Skipped | null | undefined;
  /** What the editor was last given, with the id under which it knows it. */
  problems: { readonly id: string; readonly items: Diagnostic[] } | null = null;
  /** What `problems` was made from. */
  listed: readonly unknown[] | null = null;
  tokens: { readonly id: string; readonly data: number[] } | null = null;
  closed = false;
  /** What people have decided about its claims. */
  readonly review = new ArticleReview();
  /** While the review is being read for the first time: nothing is shown before, lest settled claims flash up. */
  loading: Promise<void> | null = null;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.document = TextDocument.create(uri, languageId, version, text);
  }

  get isArticle(): boolean {
    return LANGUAGES.has(this.document.languageId);
  }

  get format(): Format {
    const { languageId, uri } = this.document;
    return languageId === 'markdown' || (languageId === 'commentary' && !uri.endsWith('.txt')) ? 'markdown' : 'plain';
  }

  /** Applies a client's edits and remembers their hull. `due`: whether the text that they lead to is to be checked. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number, due = true): void {
    if (due) this.kept = null;
    // What is shown goes on being shown, whatever was found in between for somebody who needed to know.
    else if ((this.due || !this.kept) && this.base && !this.change) this.kept = new Kept(this.base);
    this.due = due;
    for (const change of changes) {
      if ('range' in change) {
        const edit = applyStretch(this.document, change, version);
        this.change = widen(this.change, edit);
        this.review.edited(edit);
        this.#keep(edit);
        continue;
      }
      const before = this.document.getText();
      this.change = widen(this.change, { start: 0, end: before.length, length: change.text.length });
      const edit = difference(before, change.text);
      this.review.replaced(edit);
      TextDocument.update(this.document, [change], version);
      this.#keep(edit);
    }
    if (changes.length === 0) TextDocument.update(this.document, [], version);
    if (!this.change || this.change.start < 20_000) this.skipped = undefined;
  }

  #keep(edit: Edit): void {
    this.kept?.edited(edit, this.document.getText());
  }

  /** What was found before the text became newer than what is to be checked, at its present places; null where nothing was. */
  shown(): Checked | null {
    if (!this.kept) return null;
    const { severities, locale } = this.kept.base.rules;
    return { document: this.document, analysis: this.review.apply(this.kept.analysis(this.document.getText())), severities, locale };
  }

  /** The analysis of exactly the current text under the given rules, or null. */
  checked(rules: Rules): Checked | null {
    const { base } = this;
    if (!base || this.renew || this.change || base.rules !== rules) return null;
    return { document: this.document, analysis: this.review.apply(base.analysis), severities: rules.severities, locale: rules.locale };
  }
}
