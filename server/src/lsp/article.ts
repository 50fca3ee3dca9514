import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Rules } from '../config/rules.ts';
import type { Analysis, Change, Format } from '../core/index.ts';
import type { Checked } from '../features/context.ts';
import { ArticleReview } from '../review/articleReview.ts';
import { applyStretch } from './contentChange.ts';
import { difference, widen } from './hull.ts';

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

  /** Applies a client's edits and remembers their hull. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) {
        const edit = applyStretch(this.document, change, version);
        this.change = widen(this.change, edit);
        this.review.edited(edit);
        continue;
      }
      const before = this.document.getText();
      this.change = widen(this.change, { start: 0, end: before.length, length: change.text.length });
      this.review.replaced(difference(before, change.text));
      TextDocument.update(this.document, [change], version);
    }
    if (changes.length === 0) TextDocument.update(this.document, [], version);
    if (!this.change || this.change.start < 20_000) this.skipped = undefined;
  }

  /** The analysis of exactly the current text under the given rules, or null. */
  checked(rules: Rules): Checked | null {
    const { base } = this;
    if (!base || this.renew || this.change || base.rules !== rules) return null;
    return { document: this.document, analysis: this.review.apply(base.analysis), severities: rules.severities, locale: rules.locale };
  }
}
