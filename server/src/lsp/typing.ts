import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Position } from 'vscode-languageserver-types';

/** More at once than a hand or an input method writes was pasted, and is judged at once. */
const TYPED = 12;
/** Who pauses this long wants to know, finished or not. */
const PAUSE_MS = 1500;
const ENDS = /[，。；：！？、…,;!?\n\r”’」』）)]/;

/** Keeps the clause that is being typed quiet: what is found anew in it is told when it ends, or when the typing pauses. */
export class Typing {
  readonly #released: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the last stroke ended; null while nothing is being typed. */
  #at: number | null = null;

  constructor(released: () => void) {
    this.#released = released;
  }

  /** Where something is being typed; null: nowhere. What `quiet` answers changes only with it, and with what it is given. */
  get at(): number | null {
    return this.#at;
  }

  /** To be told of every edit, once the document has it. */
  edited(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    const last = changes.at(-1);
    const typed =
      changes.length === 1 && last && 'range' in last && last.text.length <= TYPED && last.range.start.line === last.range.end.line;
    const at = typed ? document.offsetAt(last.range.start) + last.text.length : null;
    clearTimeout(this.#timer);
    // The stroke that ends a clause, or a line, tells at once.
    this.#at = at === null || ENDS.test(document.getText().charAt(at - 1)) ? null : at;
    if (this.#at !== null) this.#timer = setTimeout(() => this.release(), PAUSE_MS);
  }

  release(): void {
    clearTimeout(this.#timer);
    if (this.#at === null) return;
    this.#at = null;
    this.#released();
  }

  /** `found` without what is new in the clause being typed; `shown` is what the editor has. */
  quiet(document: TextDocument, found: readonly Diagnostic[], shown: readonly Diagnostic[]): Diagnostic[] {
    const at = this.#at;
    if (at === null) return [...found];
    const text = document.getText();
    let start = at;
    while (start > 0 && !ENDS.test(text.charAt(start - 1))) start--;
    let end = at;
    while (end < text.length && !ENDS.test(text.charAt(end))) end++;
    const from = document.positionAt(start);
    const until = document.positionAt(end);
    const inside = ({ range }: Diagnostic) => after(range.end, from) && after(until, range.start);
    // Nearly always nothing is: then nothing is compared.
    if (!found.some(inside)) return [...found];
    const old = new Set(shown.map(keyOf));
    return found.filter((one) => !inside(one) || old.has(keyOf(one)));
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

function after(a: Position, b: Position): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}

/** By words rather than by id: that changes with what is typed beside them. */
function keyOf({ code, message }: Diagnostic): string {
  return `${code}\n${message}`;
}
