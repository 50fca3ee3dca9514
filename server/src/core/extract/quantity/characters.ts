import { codeAt } from '../../text/characters.ts';

/** What a character is to a numeral; 1–10 are the Chinese digits 0–9. */
export const TEN = 11;
export const HUNDRED = 12;
export const THOUSAND = 13;
export const WAN = 14;
export const YI = 15;
export const ZHAO = 16;
/** 几, 数: some, 2 to 9. */
export const SEVERAL = 17;
export const ARABIC = 18;
/** 半: a half. */
export const HALF = 19;

/** 廿八, 卅年: so many tens in one character. */
export const TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 2],
  ['卅', 3],
  ['卌', 4],
]);

/** The numeral role of each UTF-16 unit, 0 for none. */
export const NUMERAL = buildNumerals();

function buildNumerals(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const set = (characters: string, role: number) => {
    for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = role;
  };
  const digits = ['零', '一壹', '二两贰俩', '三叁仨', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
  digits.forEach((forms, digit) => {
    set(forms, digit + 1);
  });
  set('十拾', TEN);
  for (const tens of TENS.keys()) set(tens, TEN);
  set('百佰', HUNDRED);
  set('千仟', THOUSAND);
  set('万', WAN);
  set('亿', YI);
  set('兆', ZHAO);
  set('几数', SEVERAL);
  set('0123456789', ARABIC);
  set('半', HALF);
  return table;
}

/** The factor of 十, 百, 千, 万, 亿, 兆; 0 for other roles. */
export const FACTOR: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 100, 1000, 1e4, 1e8, 1e12, 0, 0, 0];

/** The numeral role of the unit at `i`; 0 beyond the text. */
export function roleAt(text: string, i: number): number {
  return i >= 0 && i < text.length ? NUMERAL[text.charCodeAt(i)]! : 0;
}

/** Whether the unit at `i` is one of `characters`; false beyond the text. Makes no string of it, as `text[i]` would. */
export function among(characters: string, text: string, i: number): boolean {
  if (i < 0 || i >= text.length) return false;
  const code = codeAt(text, i);
  for (let k = 0; k < characters.length; k++) if (characters.charCodeAt(k) === code) return true;
  return false;
}

export function isArabic(text: string, i: number): boolean {
  const code = codeAt(text, i);
  return code >= 48 && code <= 57;
}

export function isLetter(text: string, i: number): boolean {
  const code = codeAt(text, i) | 32;
  return code >= 97 && code <= 122;
}

/** A Chinese character of the common block. */
export function isHan(text: string, i: number): boolean {
  const code = codeAt(text, i);
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Floating-point dust of sums and products such as 1.2 × 10⁸ swept away (15 significant digits). */
export function tidy(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : Number.MAX_VALUE;
}
