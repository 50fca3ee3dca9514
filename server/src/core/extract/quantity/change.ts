import { among, isArabic, isLetter, roleAt } from './characters.ts';
import { parseNumeral } from './numeral.ts';
import { PER, unitAt } from './units.ts';

export function perAt(text: string, end: number): number {
  const mark = text[end];
  if (mark !== '/' && mark !== '每') return end;
  const per = PER.at(text, end + 1);
  if (per !== null) {
    const stop = end + 1 + per.word.length;
    const again = text[stop] === '/' ? PER.at(text, stop + 1) : null;
    return again === null ? stop : stop + 1 + again.word.length;
  }
  if (mark === '/' && isArabic(text, end + 1)) {
    const n = parseNumeral(text, end + 1);
    const unit = n === null ? null : unitAt(text, n.end);
    if (n !== null && unit !== null) return n.end + unit.length;
  }
  return end;
}

export const STEPS: Readonly<Record<string, readonly [string, number][]>> = {
  元: [
    ['角', 0.1],
    ['毛', 0.1],
    ['分', 0.01],
  ],
  圆: [
    ['角', 0.1],
    ['毛', 0.1],
    ['分', 0.01],
  ],
  块: [
    ['毛', 0.1],
    ['角', 0.1],
    ['分', 0.01],
  ],
  毛: [['分', 0.01]],
  角: [['分', 0.01]],
};

/** The digit at `at`, Arabic or Chinese; −1 where there is none. */
export function digitAt(text: string, at: number): number {
  if (isArabic(text, at)) return text.charCodeAt(at) - 48;
  const role = roleAt(text, at);
  return role >= 2 && role <= 10 ? role - 1 : -1;
}

/** `1角7分`, `3毛`, and the lone digit of `41块3`, after a money word. */
export function smallChange(text: string, end: number, word: string): { readonly value: number; readonly end: number } | null {
  const steps = STEPS[word];
  if (steps === undefined) return null;
  let at = end;
  let value = 0;
  for (const [name, worth] of steps) {
    const digit = digitAt(text, at);
    if (digit < 0 || text[at + 1] !== name) continue;
    value += digit * worth;
    at += 2;
  }
  if (at > end) {
    // 3块7毛5
    const last = digitAt(text, at);
    if (
      word === '块' &&
      '毛角'.includes(text[at - 1]!) &&
      last > 0 &&
      roleAt(text, at + 1) === 0 &&
      !isLetter(text, at + 1) &&
      !among('个家张次位条天年月只台', text, at + 1)
    ) {
      value += last * 0.01;
      at++;
    }
    if (text[at] === '整' || text[at] === '钱') at++;
    return { value, end: at };
  }
  if (word !== '块' && word !== '毛') return null;
  // 三块零四
  const cents = text[at] === '零' && word === '块';
  if (cents) at++;
  const digit = digitAt(text, at);
  // 七块二五
  const second = word === '块' && !cents ? digitAt(text, at + 1) : -1;
  const alike = isArabic(text, at) === isArabic(text, at + 1) && digit + 1 !== second;
  const ends = roleAt(text, at + 2) === 0 && !isLetter(text, at + 2) && !among('多来折', text, at + 2);
  if (digit > 0 && second > 0 && alike && ends && unitAt(text, at + 2) === null) return { value: digit * 0.1 + second * 0.01, end: at + 2 };
  const next = text[at + 1] ?? '';
  const counted = text[at + 1] === '一' && unitAt(text, at + 2) !== null; // 三毛六一斤
  if (
    digit < 0 ||
    (roleAt(text, at + 1) !== 0 && !counted) ||
    '个家张次位条件斤天年月片只台'.includes(next || '!') ||
    isLetter(text, at + 1)
  )
    return null;
  // 八毛五
  return { value: digit * (word === '块' && !cents ? 0.1 : 0.01), end: at + 1 };
}
