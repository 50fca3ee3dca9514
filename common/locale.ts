/** The languages that Claimlens speaks. */
export type Locale = 'zh-cn' | 'en';

/** Chinese for anything Chinese (`zh-TW`, `zh_CN.UTF-8`), English otherwise. */
export function localeOf(name: string | null | undefined): Locale {
  return /^zh\b|^zh[-_]/i.test(name ?? '') ? 'zh-cn' : 'en';
}
