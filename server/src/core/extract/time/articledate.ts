import { isArabic } from '../quantity/characters.ts';
import { calendarAt } from './calendar.ts';
import { format, parseDate } from './days.ts';

/**
 * The first full date in a stretch of text (`2024-03-27`, `2024/3/27`, `2024年3月27日`, a front-matter value), as
 * `YYYY-MM-DD`; null where there is none. Give it the head of an article or its date line.
 */
export function findArticleDate(text: string): string | null {
  for (let i = 0; i < text.length; i++) {
    if (!isArabic(text, i)) continue;
    const date = calendarAt(text, i);
    if (date !== null && date.year !== null && date.month !== null && date.day !== null && date.lastDay === null) {
      const written = `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
      const day = parseDate(written);
      if (day !== null) return format(day);
    }
    i = date === null ? i : date.end - 1;
    while (isArabic(text, i + 1)) i++;
  }
  return null;
}
