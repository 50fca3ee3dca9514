import chardet from 'chardet';
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'gb18030' | 'big5';

/** How an encoding is called where people read of it. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'utf-32le': 'UTF-32',
  'utf-32be': 'UTF-32',
  gb18030: 'GB18030',
  big5: 'Big5',
};

/** A file's text, and in which encoding it was written; without its byte order mark, which offsets do not count. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding; readonly damage: Damage | null }
  | { readonly error: 'binary' | 'encoding' };

/** Places that are no UTF-8 in a text that is otherwise: U+FFFD stands there. */
export interface Damage {
  readonly count: number;
  /** Where the first one stands, from 1. */
  readonly line: number;
}

/** So much of a file tells its encoding. */
const SAMPLE = 1 << 16;
/** Less than this tells a detector nothing: it is taken for what older Chinese systems wrote. */
const TELLING = 100;
const KANA = /[\u3040-\u30ff]/;

/** Reads UTF-8, UTF-16 and UTF-32 with their marks, and what older systems wrote Chinese in: GB18030 and Big5. */
export function decode(bytes: Uint8Array): Decoded {
  // Before UTF-16: one of the two marks begins with the other's.
  const utf32 = utf32Of(bytes);
  if (utf32) return whole(iconv.decode(Buffer.from(bytes), utf32), utf32);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return whole(new TextDecoder('utf-16le').decode(bytes), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return whole(new TextDecoder('utf-16be').decode(bytes), 'utf-16be');
  if (bytes.includes(0)) return { error: 'binary' };
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return whole(utf8, 'utf-8');
  const damaged = damagedUtf8(bytes);
  if (damaged) return damaged;
  for (const encoding of likely(bytes)) {
    const text = strictly(encoding, bytes);
    if (text !== null) return whole(text, encoding);
  }
  return { error: 'encoding' };
}

function utf32Of([a, b, c, d]: Uint8Array): Encoding | null {
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null;
}

function whole(text: string, encoding: Encoding): Decoded {
  return { text, encoding, damage: null };
}

/** Null where the bytes are no such text. */
function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  if (encoding === 'big5') {
    // The platform's own leaves out what Hong Kong added.
    const text = iconv.decode(Buffer.from(bytes), 'big5');
    return text.includes('\ufffd') ? null : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 with some bytes broken, as a cut download is. Any decoder of Chinese would take it, bytes being pairs to it, and make
 * other words of it.
 */
function damagedUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  // A broken character leaves up to three signs. In other encodings hardly one in fifty happens to be a character of UTF-8.
  if (sound * 3 < broken) return null;
  const count = text.match(/\ufffd+/g)?.length ?? 0;
  return { text, encoding: 'utf-8', damage: { count, line: text.slice(0, text.indexOf('\ufffd')).split('\n').length } };
}

/** By the frequency of characters; what is written in another language's encoding is none of ours. */
function likely(bytes: Uint8Array): Encoding[] {
  const found = chardet.analyse(bytes.subarray(0, SAMPLE));
  const [first] = found;
  if (first?.name === 'Big5') return ['big5', 'gb18030'];
  const chinese = found.some(({ name, confidence }) => name === 'GB18030' && confidence === first!.confidence);
  if (first?.name === 'GB18030' || bytes.length < TELLING) return ['gb18030', 'big5'];
  // The two share most of their rows, but Japanese is not written without kana.
  return chinese && first?.name === 'EUC-JP' && !KANA.test(strictly('gb18030', bytes) ?? '') ? ['gb18030'] : [];
}
