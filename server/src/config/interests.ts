import { identity, numbered, Ordinals } from '../core/article/identity.ts';
import type { Analysis, Analyzer, Claim, Span, SpeakerEntry } from '../core/index.ts';
import { suppress } from './custom/analyzer.ts';
import { extendedAnalyzer, withMore } from './extended.ts';

/** Words by which a thing is talked up, in Chinese of either script. */
const PRAISE =
  /看好|看多|领先|領先|最好|最强|最強|很好|极好|優秀|优秀|出色|强劲|強勁|值得|机会|機會|潜力|潛力|龙头|龍頭|首选|首選|推荐|推薦|买入|買入|低估|便宜|翻倍|翻番|稳健|穩健|不错|不錯|第一|独家|獨家|突破|无敌|無敵|颠覆|顛覆|一定会|一定會|必然|增长|增長|赢|贏|成长性|成長性|护城河|護城河|好公司|好生意|好产品|好產品/g;
/** Right before praise these turn it round. */
const DENIED = /[不没沒未非难難无無别別]{1}[^，。；]{0,3}$/;
const SENTENCE_END = /[。！？!?\n]/;

/** An analyzer that also finds speakers who talk up what, by the project's register, they hold, back or sell. */
export function withInterests(inner: Analyzer, speakers: readonly SpeakerEntry[]): Analyzer {
  const holders = speakers.filter(({ interests }) => interests && interests.length > 0);
  if (holders.length === 0) return inner;
  return extendedAnalyzer(inner, (analysis) => {
    const own = suppress(analysis, interested(analysis, holders));
    return own.length === 0 ? analysis : withMore(analysis, own);
  });
}

function interested(analysis: Analysis, holders: readonly SpeakerEntry[]): Claim[] {
  const { text } = analysis.article;
  const claims: Claim[] = [];
  const ordinals = new Ordinals();
  for (const { name, aliases = [], interests = [] } of holders) {
    const names = new Set([name, ...aliases]);
    const said = speechOf(analysis, names);
    if (said.length === 0) continue;
    for (const interest of interests) {
      for (let start = text.indexOf(interest); start >= 0; start = text.indexOf(interest, start + interest.length)) {
        const end = start + interest.length;
        const speech = said.find((one) => one.start <= start && end <= one.end);
        if (!speech || !praised(text, sentenceAt(text, start, end), { start, end })) continue;
        // What the article tells of itself needs no second mark.
        const sentence = sentenceAt(text, start, end);
        const told = analysis.claims.some(
          (claim) => claim.code === 'self-interest' && claim.start < sentence.end && claim.end > sentence.start,
        );
        if (told) continue;
        const base = identity('self-interest', text, start, end);
        claims.push({
          id: numbered(base, ordinals.next(base)),
          code: 'self-interest',
          start,
          end,
          text: interest,
          speaker: speech.speaker,
          evidence: ['register'],
          suppressed: null,
        });
      }
    }
  }
  return claims.sort((a, b) => a.start - b.start);
}

/** What somebody says: quotations, and sentences in which a claim is theirs. */
function speechOf({ quotes, claims, article }: Analysis, names: ReadonlySet<string>): (Span & { readonly speaker: string })[] {
  const quoted = quotes.flatMap(({ start, end, speaker }) => (speaker !== null && names.has(speaker) ? [{ start, end, speaker }] : []));
  const told = claims.flatMap(({ start, end, speaker }) =>
    speaker !== null && names.has(speaker) ? [{ ...sentenceAt(article.text, start, end), speaker }] : [],
  );
  return [...quoted, ...told];
}

function sentenceAt(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && !SENTENCE_END.test(text[from - 1]!)) from--;
  let until = end;
  while (until < text.length && !SENTENCE_END.test(text[until]!)) until++;
  return { start: from, end: until };
}

/** Whether a sentence has a word of praise that is not turned round and does not lie in the thing's own name. */
function praised(text: string, sentence: Span, thing: Span): boolean {
  const words = text.slice(sentence.start, sentence.end);
  for (const { index, 0: word } of words.matchAll(PRAISE)) {
    const at = sentence.start + index;
    if (at < thing.end && at + word.length > thing.start) continue;
    if (!DENIED.test(words.slice(Math.max(0, index - 5), index))) return true;
  }
  return false;
}
