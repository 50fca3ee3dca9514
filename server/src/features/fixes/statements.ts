import { type Meaning, meaningOf } from '../glossary.ts';
import { t } from '../messages.ts';
import type { Write } from './manner.ts';
import { baseOf, saysHowLong } from './periods.ts';
import { toSimplified } from './script.ts';
import { escapeSnippet, type Fix, type FixContext, placeholder } from './types.ts';

/** States what a change is measured from, before its verb: 用户数**较上年同期**增长50%. */
export function baselineFix({ text, analysis, claim, locale, write }: FixContext): Fix[] {
  const said = toSimplified(claim.text);
  // 五倍的增长: what is measured stands in front of a noun, where no 较 fits.
  if (
    !/^[\u4e00-\u9fff]/.test(said) ||
    /的(?:增长|增幅|提升|涨幅|下降|下滑|跌幅)$/.test(said) ||
    /^[一二两三四五六七八九十百千万几数]/.test(said)
  )
    return [];
  const known = baseOf(text, claim.start, analysis.date);
  if (known === null) return [];
  const base = write(known);
  const edit = { start: claim.start, end: claim.start, text: write('较') + base, snippet: write('较') + placeholder(base) };
  return [{ key: 'baseline', title: t(locale, 'fix.baseline'), edits: [edit] }];
}

/** Says by when a prediction is to come true. */
export function horizonFix({ text, analysis, claim, locale, write }: FixContext): Fix[] {
  if (claim.horizon || saysHowLong(text.slice(claim.start, claim.end))) return [];
  const until = write(analysis.date ? `${Number(analysis.date.slice(0, 4)) + 1}年底前` : '三年内');
  const edit = { start: claim.start, end: claim.start, text: until + write('，'), snippet: placeholder(until) + write('，') };
  return [{ key: 'horizon', title: t(locale, 'fix.horizon'), edits: [edit] }];
}

/** Puts a term's meaning in brackets behind it; an empty pair for terms that the glossary does not have. */
export function termFix({ text, claim, locale, lexicon, write }: FixContext): Fix[] {
  // Something in brackets stands there already: a second pair would not help.
  if (/[（(]/.test(text.charAt(claim.end))) return [];
  const found = meaningOf(claim.text, lexicon);
  const at = { start: claim.end, end: claim.end };
  if (!found) {
    const name = write('全称或解释');
    return [
      {
        key: 'term',
        title: t(locale, 'fix.termOpen'),
        edits: [{ ...at, text: write('（') + name + write('）'), snippet: write('（') + placeholder(name) + write('）') }],
      },
    ];
  }
  const meaning = inBrackets(found, write);
  const written = claim.text + meaning;
  return [{ key: 'term', title: t(locale, 'fix.term', { new: written }), edits: [{ ...at, text: meaning }], complete: true }];
}

/** The desk's own words stay as the desk wrote them. */
export function inBrackets({ meaning, own }: Meaning, write: Write): string {
  return own ? write('（') + meaning + write('）') : write(`（${meaning}）`);
}

/** A place for the name of who stays unnamed: 一家**叫……的**公司, 头部券商**……**. */
export function nameFix({ claim, locale, write }: FixContext): Fix[] {
  const title = t(locale, 'fix.name');
  const name = write('名称');
  const [open, close] = [write('“'), write('”')];
  const said = toSimplified(claim.text);
  const some = /^某(?:一)?[家个位]?/.exec(said)?.[0];
  if (some !== undefined) {
    const rest = claim.text.slice(some.length);
    const edit = {
      start: claim.start,
      end: claim.end,
      text: rest + open + name + close,
      snippet: escapeSnippet(rest) + open + placeholder(name) + close,
    };
    return [{ key: 'name', title, edits: [edit] }];
  }
  const counted = /[一有][家个位名只支款种]/.exec(said);
  if (!counted) return [];
  const at = claim.start + counted.index + counted[0].length;
  const edit = { start: at, end: at, text: `叫${open}${name}${close}的`, snippet: `叫${open}${placeholder(name)}${close}的` };
  return [{ key: 'name', title, edits: [edit] }];
}
