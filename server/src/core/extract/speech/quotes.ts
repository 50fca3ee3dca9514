/** A quotation as its marks show it; offsets of the marks themselves, half-open. */
export interface RawQuote {
  start: number;
  end: number;
  depth: number;
  closed: boolean;
}

export interface RawQuotes {
  readonly quotes: RawQuote[];
  /** Just behind a closing mark that closes nothing here, or -1. */
  readonly closesAt: number;
}

const OPEN = 0x201c;
const CLOSE = 0x201d;
const OPEN_SINGLE = 0x2018;
const CLOSE_SINGLE = 0x2019;
const STRAIGHT = 34;

/** Finds quotations in a normalised paragraph, in order of their opening marks. */
export function findQuotes(text: string): RawQuotes {
  const quotes: RawQuote[] = [];
  if (!/[“”‘"]/.test(text)) return { quotes, closesAt: -1 };
  const stack: { at: number; mark: number; quote: RawQuote }[] = [];
  let closesAt = -1;
  const open = (at: number, mark: number) => {
    const quote = { start: at, end: text.length, depth: stack.length, closed: false };
    quotes.push(quote);
    stack.push({ at, mark, quote });
  };
  const close = (at: number, mark: number) => {
    let i = stack.length - 1;
    while (i >= 0 && stack[i]!.mark !== mark) i--;
    if (i < 0) return false;
    for (const entry of stack.splice(i)) {
      entry.quote.end = at + 1;
      entry.quote.closed = true;
    }
    return true;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === OPEN) {
      if (misusedOpen(text, i) && close(i, OPEN)) continue;
      open(i, OPEN);
    } else if (c === CLOSE) {
      if (!close(i, OPEN) && closesAt < 0) closesAt = i + 1;
    } else if (c === OPEN_SINGLE) open(i, OPEN_SINGLE);
    else if (c === CLOSE_SINGLE) close(i, OPEN_SINGLE);
    else if (c === STRAIGHT) {
      if (!stack.some((s) => s.mark === STRAIGHT)) open(i, STRAIGHT);
      else close(i, STRAIGHT);
    }
  }
  // A single mark that never closes is an apostrophe or a slip.
  return { quotes: quotes.filter((q) => q.closed || text.charCodeAt(q.start) !== OPEN_SINGLE), closesAt };
}

/** `……弱化。“` at a line's end: an opening mark typed for a closing one. */
function misusedOpen(text: string, at: number): boolean {
  return /[。!?]/.test(text[at - 1] ?? '') && !/[\u4e00-\u9fffA-Za-z0-9]/.test(text[at + 1] ?? '');
}

/** Whether quoted words are a statement by their own form: long enough and with a clause's mark in them. */
export function looksLikeStatement(text: string, quote: RawQuote): boolean {
  const inner = text.slice(quote.start + 1, quote.closed ? quote.end - 1 : quote.end).trim();
  if (inner.length < 6) return false;
  if (/[。!?;…]$/.test(inner) && inner.length >= 7) return true;
  return (/[,。!?;]/.test(inner) && inner.length >= 9) || inner.length >= 22;
}
