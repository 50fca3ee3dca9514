import type { Locale } from '../../../common/locale.ts';
import english from '../../l10n/en.json';
import englishReport from '../../l10n/report.en.json';
import chineseReport from '../../l10n/report.zh-cn.json';
import englishReview from '../../l10n/review.en.json';
import chineseReview from '../../l10n/review.zh-cn.json';
import englishRules from '../../l10n/rules.en.json';
import chinese from '../../l10n/zh-cn.json';
import { ruleOfClaim } from '../config/custom/registry.ts';
import type { Claim, RuleInfo, RuleText } from '../core/index.ts';

export type MessageKey = keyof typeof chinese | keyof typeof chineseReview | keyof typeof chineseReport;

const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  en: { ...english, ...englishReview, ...englishReport },
  'zh-cn': { ...chinese, ...chineseReview, ...chineseReport },
};
type Values = Readonly<Record<string, string | number>>;

/** A sentence of the user interface. */
export function t(locale: Locale, key: MessageKey, values: Values = {}): string {
  return fill(MESSAGES[locale][key], values);
}

export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(values, key) ? String(values[key]) : whole));
}

/** A rule's words in the user's language; Chinese where nobody has translated them yet. */
export function ruleText(rule: RuleInfo, locale: Locale): RuleText {
  const translated = (englishRules as Partial<Record<string, RuleText>>)[rule.code];
  return locale === 'en' && translated ? translated : rule.text;
}

/** A claim's message. Long texts are cut: the range shows them anyway. */
export function messageOf(claim: Pick<Claim, 'code' | 'text' | 'detail'>, locale: Locale): string {
  const { message } = ruleText(ruleOfClaim(claim), locale);
  // What a reviewer marked was not reckoned: no calculation follows.
  const shown = claim.detail === undefined ? message.replace(/[:：] ?\{calculation\}/, '') : message;
  return fill(shown, { ...claim.detail, text: excerpt(claim.text, 40) });
}

/** At most `length` characters on one line, cut between characters. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.charCodeAt(length - 2) >> 10 === 0x36 ? length - 2 : length - 1;
  return `${line.slice(0, cut)}…`;
}
