import type { Locale } from '../../../../common/locale.ts';
import { t } from '../../features/messages.ts';
import { type Decoded, ENCODING_NAMES } from '../node/decode.ts';

/** What people should know about how a file was read. */
export function notesOn({ encoding, damage }: Exclude<Decoded, { error: unknown }>, path: string, locale: Locale): string[] {
  if (damage) return [t(locale, 'cli.damaged', { path, count: damage.count, line: damage.line })];
  return encoding === 'gb18030' || encoding === 'big5' ? [t(locale, 'cli.encoding', { path, encoding: ENCODING_NAMES[encoding] })] : [];
}
