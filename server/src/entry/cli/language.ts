import { Option } from 'commander';
import { type Locale, localeOf } from '../../../../common/locale.ts';
import { t } from '../../features/messages.ts';
import { UsageError } from './options.ts';

/** What the environment may say, and people type: `zh-TW`, `en_US`. */
const SPOKEN = /^(?:zh|en)(?![a-z])/i;

/** The user's language: `--lang`, else the environment's. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const given = at < 0 ? undefined : args[at]!.includes('=') ? args[at]!.slice('--lang='.length) : args[at + 1];
  return localeOf(given ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']));
}

/** `--lang`, which `languageOf` has read before: the help is in that language already. */
export function languageOption(locale: Locale): Option {
  return new Option('--lang <language>', t(locale, 'cli.lang')).argParser((value: string) => {
    if (!SPOKEN.test(value)) throw new UsageError(t(locale, 'cli.invalidValue', { option: '--lang', value, allowed: 'zh-cn, en' }));
    return value;
  });
}
