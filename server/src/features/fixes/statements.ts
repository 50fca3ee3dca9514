import { glossaryEntry } from '../../core/lexicon/glossary.ts';
import { t } from '../messages.ts';
import { escapeSnippet, type Fix, type FixInput, placeholder } from './types.ts';

/** States what a change is measured from, before its verb: 用户数**较上年同期**增长50%. */
export function baselineFix({ analysis, claim, locale }: FixInput): Fix[] {
  // 五倍的增长: what is measured stands in front of a noun, where no 较 fits.
  if (
    !/^[\u4e00-\u9fff]/.test(claim.text) ||
    /的(?:增长|增幅|提升|涨幅|下降|下滑|跌幅)$/.test(claim.text) ||
    /^[一二两三四五六七八九十百千万几数]/.test(claim.text)
  )
    return [];
  const year = analysis.date ? `${Number(analysis.date.slice(0, 4)) - 1}年` : '上年同期';
  const edit = { start: claim.start, end: claim.start, text: `较${year}`, snippet: `较${placeholder(year)}` };
  return [{ key: 'baseline', title: t(locale, 'fix.baseline'), edits: [edit] }];
}

/** Says by when a prediction is to come true. */
export function horizonFix({ analysis, claim, locale }: FixInput): Fix[] {
  if (claim.horizon) return [];
  const until = analysis.date ? `${Number(analysis.date.slice(0, 4)) + 1}年底前` : '三年内';
  const edit = { start: claim.start, end: claim.start, text: `${until}，`, snippet: `${placeholder(until)}，` };
  return [{ key: 'horizon', title: t(locale, 'fix.horizon'), edits: [edit] }];
}

/** Puts a term's meaning in brackets behind it; an empty pair for terms that the glossary does not have. */
export function termFix({ text, claim, locale }: FixInput): Fix[] {
  // Something in brackets stands there already: a second pair would not help.
  if (/[（(]/.test(text.charAt(claim.end))) return [];
  const entry = glossaryEntry(claim.text);
  const at = { start: claim.end, end: claim.end };
  if (!entry) {
    const name = '全称或解释';
    return [
      { key: 'term', title: t(locale, 'fix.termOpen'), edits: [{ ...at, text: `（${name}）`, snippet: `（${placeholder(name)}）` }] },
    ];
  }
  const written = `${claim.text}（${entry.meaning}）`;
  return [
    { key: 'term', title: t(locale, 'fix.term', { new: written }), edits: [{ ...at, text: `（${entry.meaning}）` }], complete: true },
  ];
}

/** A place for the name of who stays unnamed: 一家**叫……的**公司, 头部券商**……**. */
export function nameFix({ claim, locale }: FixInput): Fix[] {
  const title = t(locale, 'fix.name');
  const name = '名称';
  const some = /^某(?:一)?[家个位]?/.exec(claim.text)?.[0];
  if (some !== undefined) {
    const rest = claim.text.slice(some.length);
    const edit = { start: claim.start, end: claim.end, text: `${rest}“${name}”`, snippet: `${escapeSnippet(rest)}“${placeholder(name)}”` };
    return [{ key: 'name', title, edits: [edit] }];
  }
  const counted = /[一有][家个位名只支款种]/.exec(claim.text);
  if (!counted) return [];
  const at = claim.start + counted.index + counted[0].length;
  const edit = { start: at, end: at, text: `叫“${name}”的`, snippet: `叫“${placeholder(name)}”的` };
  return [{ key: 'name', title, edits: [edit] }];
}
