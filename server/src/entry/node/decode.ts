/** A file's text, and in which encoding it was written; without its byte order mark, which offsets do not count. */
export type Decoded =
  | { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' }
  | { readonly error: 'binary' | 'encoding' };

const strict = (encoding: string) => new TextDecoder(encoding, { fatal: true });

/** Reads UTF-8, UTF-16 with its mark, or the GB18030 of older Chinese systems. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    const text = strict('utf-8').decode(bytes);
    return text.includes('\0') ? { error: 'binary' } : { text, encoding: 'utf-8' };
  } catch {
    if (bytes.includes(0)) return { error: 'binary' };
  }
  try {
    return { text: strict('gb18030').decode(bytes), encoding: 'gb18030' };
  } catch {
    return { error: 'encoding' };
  }
}
