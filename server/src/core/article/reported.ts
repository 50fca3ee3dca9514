import type { Paragraph } from '../paragraph.ts';
import type { TimeExpression } from '../types.ts';

/** Words of saying and thinking: a time before them is that of the saying, one behind them that of what is said. */
export const SAYS = /认为|觉得|相信|判断|预[计测判]|表示|指出|透露|披露|公告|宣布|[聊谈讲称]|说(?!明)|分享/;
/** What is reported and when: `3月27日,公司公告,…`. */
const REPORT = /披露|发布(?!会)|公告|宣布|表示|指出|透露|回应|报道|(?:称|说|认为|预计|预测|讯|电|消息|采访时)$/;
/** What makes news where it has happened and is awaited where it has not. */
const EVENT = /签署|印发|出台|收到|获得|举行|召开/;
/** Reporting in the clause of the forecast itself. */
const SAID = /披露|公告|宣布|表示|指出|透露|回应/;
/** Thinking, which is no report of its day where that is still to come: 6月我认为会降息. */
const THOUGHT = /认为|称(?!为)|说(?!明)/;
/** The report itself lies ahead. */
const AHEAD = /将|拟|计划|有望|[会要]/;

/** 将于6月14日宣布, 预计美联储6月14日宣布: what stands before the time says that it is still to come. */
const AWAITED = /(?:将|拟|计划|有望|料|或|可能|最[快早迟晚]|预[计期料][^,。]{0,12}?)(?:会|将)?[于在]?$/;

/** Whether the words before a time look ahead to it, so that it dates no report. */
export function isAwaited(before: string): boolean {
  return AWAITED.test(before);
}

/** Whether a day or month dates the report that follows it in its clause, rather than what is foretold; `later`: it is still to come. */
export function datesReport(t: TimeExpression, rest: string, later: boolean): boolean {
  return isPoint(t) && (reports(SAID, rest) || (!later && reports(THOUGHT, rest)));
}

/** Whether a day or month of clause `from` dates a report, told of in it or behind it, that the forecast in clause `to` is of. */
export function isReported(p: Paragraph, from: number, to: number, t: TimeExpression, later: boolean): boolean {
  if (!isPoint(t)) return false;
  for (let i = from; i < to; i++) {
    const { start, end } = p.clauses[i]!;
    const told = p.text.slice(i === from ? t.end : start, end);
    if (reports(REPORT, told) || (!later && reports(EVENT, told))) return true;
    // A time that something else happens at is not that of the report.
    if (i === from && told !== '') return false;
  }
  const own = p.clauses[to]!;
  return datesReport(t, p.text.slice(own.start, own.end), later);
}

function reports(words: RegExp, text: string): boolean {
  const found = words.exec(text);
  return found !== null && !AHEAD.test(text.slice(0, found.index));
}

/** Days or a month rather than a longer stretch, which nobody dates a report by. */
function isPoint({ kind, value }: TimeExpression): boolean {
  if (kind === 'ahead') return false;
  switch (value.type) {
    case 'weekday':
      return true;
    case 'partial':
      return value.part.day !== undefined || (value.part.month !== undefined && value.part.lastMonth === undefined);
    case 'offset':
      return (
        value.unit === 'day' || value.part?.day !== undefined || (value.unit !== 'quarter' && value.unit !== 'year' && value.from <= 0)
      );
    case 'fixed':
      return value.from !== null && value.from.slice(0, 7) === value.until?.slice(0, 7);
    default:
      return false;
  }
}
