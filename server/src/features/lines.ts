/** Line and column, both from 1, of offsets that mostly ascend; `\n`, `\r\n` and `\r` end a line as in LSP. */
export function createLineIndex(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  let end = endOfLine(text, 0);
  return (offset) => {
    if (offset < start) {
      line = 1;
      start = 0;
      end = endOfLine(text, 0);
    }
    while (offset >= end && end < text.length) {
      line++;
      start = end;
      end = endOfLine(text, start);
    }
    // A text that ends with a line break has an empty last line.
    if (offset >= end && end > start && (text[end - 1] === '\n' || text[end - 1] === '\r'))
      return { line: line + 1, column: offset - end + 1 };
    return { line, column: offset - start + 1 };
  };
}

/** Where the next line begins, or the end of the text. */
function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) return i + 1;
    if (c === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}
