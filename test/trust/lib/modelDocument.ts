import type { Random } from './random.ts';
import { anyText, cutting, ODDITIES, PIECES } from './texts.ts';

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface ContentChange {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** A document as the protocol defines it: written for itself, so that the server's own arithmetic has something to be held to. */
export class ModelDocument {
  readonly uri: string;
  version: number;
  text: string;
  /** While the server may hold back what is found in the clause being typed. */
  typing = false;

  constructor(uri: string, text: string, version: number) {
    this.uri = uri;
    this.text = text;
    this.version = version;
  }

  apply(changes: readonly ContentChange[], version: number): void {
    for (const { range, text } of changes) {
      if (!range) {
        this.text = text;
        continue;
      }
      // A range that is turned round means the same stretch.
      const [from, to] = [this.offset(range.start), this.offset(range.end)].sort((a, b) => a - b) as [number, number];
      this.text = this.text.slice(0, from) + text + this.text.slice(to);
    }
    this.version = version;
    const [only] = changes;
    this.typing = changes.length === 1 && only?.range !== undefined && only.text.length <= 12;
  }

  /** A character beyond the line's end is its end, a line beyond the last is the text's end. */
  offset({ line, character }: Position): number {
    const start = this.lineStart(line);
    if (start === null) return this.text.length;
    const rest = this.text.slice(start);
    const length = /[\r\n]/.exec(rest)?.index ?? rest.length;
    return start + Math.min(character, length);
  }

  lineStart(line: number): number | null {
    let at = 0;
    for (; line > 0; line--) {
      const rest = this.text.slice(at);
      const end = /\r\n|\r|\n/.exec(rest);
      if (!end) return null;
      at += end.index + end[0].length;
    }
    return at;
  }

  get lines(): number {
    return this.text.split(/\r\n|\r|\n/).length;
  }

  /** Some place, now and then one that is not there. */
  somewhere(random: Random): Position {
    if (random.oneIn(25)) return { line: this.lines + random.below(3), character: random.below(9) };
    const line = random.below(this.lines);
    const start = this.lineStart(line)!;
    const length = /[\r\n]/.exec(this.text.slice(start))?.index ?? this.text.length - start;
    return { line, character: random.oneIn(25) ? length + random.below(1000) : random.below(length + 1) };
  }

  /** Some edits: typing, pasting, deleting, several at once, the whole text anew. */
  edits(random: Random): ContentChange[] {
    if (random.oneIn(30)) return [{ text: anyText(random) }];
    if (random.oneIn(60)) return [];
    const scratch = new ModelDocument(this.uri, this.text, 0);
    return Array.from({ length: random.oneIn(8) ? random.between(2, 5) : 1 }, () => {
      const change = scratch.edit(random);
      scratch.apply([change], 0);
      return change;
    });
  }

  edit(random: Random): ContentChange {
    const start = this.somewhere(random);
    const end = random.oneIn(2) ? start : this.#near(start, random);
    const much = this.text.length > 2500 && !random.oneIn(3);
    const text = much || random.oneIn(6) ? '' : this.#typed(random);
    return { range: random.oneIn(25) ? { start: end, end: start } : { start, end }, text };
  }

  #near({ line, character }: Position, random: Random): Position {
    return random.oneIn(4)
      ? { line: line + random.below(3), character: random.below(20) }
      : { line, character: character + random.below(30) };
  }

  #typed(random: Random): string {
    switch (random.below(6)) {
      case 0:
        return random.pick(ODDITIES);
      case 1:
      case 2:
        return random.pick(PIECES);
      case 3:
        return cutting(random, random.between(1, 60));
      case 4:
        return random.pick(['，', '。', '\n', '\n\n', '\r\n', '3', '亿', '元', '最']);
      default:
        return cutting(random, random.between(1, 6));
    }
  }
}
