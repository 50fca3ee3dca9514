import { availableParallelism } from 'node:os';
import { Command, CommanderError, Option } from 'commander';
import { isDay } from '../../../../common/day.ts';
import type { Locale } from '../../../../common/locale.ts';
import type { SeverityName } from '../../../../common/settings.ts';
import { isSeverity } from '../../config/severity.ts';
import { FAIL_LEVELS, type FailLevel } from '../../exports/format.ts';
import { t } from '../../features/messages.ts';
import { VERSION } from '../node/assets.ts';
import { check, checkStream, type Program } from './check.ts';
import { FORMAT_NAMES, type FormatName } from './formats.ts';
import { languageOf, languageOption } from './language.ts';
import { type CheckOptions, UsageError } from './options.ts';
import { guardStandardStreams } from './output.ts';
import { addReviewCommands } from './programReview.ts';

const SEVERITIES = ['off', 'hint', 'information', 'warning', 'error'];

/** Runs the command line. Answers the exit code. */
export async function run(args: readonly string[], program: Program): Promise<number> {
  const locale = languageOf(args, process.env);
  guardStandardStreams(locale);
  let code = 0;
  const mcp = async (given: Given) => {
    // Loaded when it is asked for: checking files needs none of it.
    const { serveMcp } = await import('./mcp.ts');
    await serveMcp(process.cwd(), readOptions(given, locale), program.dist);
  };
  const command = commands(locale, mcp, async (paths, given, formatGiven) => {
    const options = readOptions(given, locale);
    if (given.stream) {
      if (options.output !== null) throw new UsageError(t(locale, 'cli.streamOutput'));
      if (paths.length > 0) throw new UsageError(t(locale, 'cli.streamPaths'));
      if (formatGiven && options.format !== 'jsonl') throw new UsageError(t(locale, 'cli.streamFormat', { format: options.format }));
      code = await checkStream(options, program);
    } else {
      if (paths.length === 0) throw new UsageError(t(locale, 'cli.noPaths'));
      code = await check(paths, given.stdinFilename ?? '-', options, program);
    }
  });
  addReviewCommands(command, program.dist, locale, (exit) => {
    code = exit;
  });
  try {
    await command.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (!(error instanceof UsageError) && !(error instanceof CommanderError)) throw error;
    const message = error instanceof CommanderError ? translated(error, locale) : error.message;
    // Commander has shown the help itself.
    if (message) process.stderr.write(`claimlens: ${message}\n`);
    return 2;
  }
}

/** Options as commander hands them over. */
interface Given {
  format: FormatName;
  config?: string;
  output?: string;
  rule: string[];
  failOn: FailLevel;
  jobs?: string;
  date?: string;
  stdinFilename?: string;
  stream?: boolean;
  verbose?: boolean;
  color?: boolean;
}

function commands(
  locale: Locale,
  mcp: (given: Given) => Promise<void>,
  action: (paths: string[], given: Given, formatGiven: boolean) => Promise<void>,
): Command {
  const say = (key: Parameters<typeof t>[1], values?: Parameters<typeof t>[2]) => t(locale, key, values);
  const quiet = { writeErr: () => undefined };
  const main = new Command('claimlens')
    .description(say('cli.description'))
    .version(VERSION, '-V, --version', say('cli.version'))
    .helpOption('-h, --help', say('cli.help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput(quiet);
  main
    .command('check')
    .description(say('cli.check'))
    .argument('[paths...]', say('cli.paths'))
    .addOption(
      new Option('--format <format>', say('cli.format', { formats: FORMAT_NAMES.join(', ') })).choices(FORMAT_NAMES).default('pretty'),
    )
    .option('--output <file>', say('cli.output'))
    .option('--config <file>', say('cli.config'))
    .option('--rule <code=severity>', say('cli.rule'), (value: string, all: string[]) => [...all, value], [])
    .addOption(new Option('--fail-on <severity>', say('cli.failOn')).choices(FAIL_LEVELS).default('error'))
    .option('--jobs <n>', say('cli.jobs'))
    .option('--date <yyyy-mm-dd>', say('cli.date'))
    .option('--stdin-filename <name>', say('cli.stdinFilename'))
    .option('--stream', say('cli.stream'))
    .addOption(languageOption(locale))
    .option('--no-color', say('cli.color'))
    .option('--verbose', say('cli.verbose'))
    .helpOption('-h, --help', say('cli.help'))
    .exitOverride()
    .configureOutput(quiet)
    .action((paths: string[], given: Given, command: Command) =>
      action(paths, given, command.getOptionValueSource('format') !== 'default'),
    );
  main
    .command('mcp')
    .description(say('cli.mcp'))
    .option('--config <file>', say('cli.config'))
    .option('--date <yyyy-mm-dd>', say('cli.date'))
    .addOption(languageOption(locale))
    .helpOption('-h, --help', say('cli.help'))
    .exitOverride()
    .configureOutput(quiet)
    .action((given: Partial<Given>) => mcp({ format: 'jsonl', rule: [], failOn: 'never', jobs: '1', ...given }));
  return main;
}

function readOptions(given: Given, locale: Locale): CheckOptions {
  const wrong = (option: string, value: string, allowed: string) =>
    new UsageError(t(locale, 'cli.invalidValue', { option, value, allowed }));
  const rules: Record<string, SeverityName> = {};
  for (const rule of given.rule) {
    const [code = '', severity, ...more] = rule.split('=');
    if (code === '' || !isSeverity(severity) || more.length > 0) throw wrong('--rule', rule, `${code || 'CODE'}=${SEVERITIES.join('|')}`);
    rules[code] = severity;
  }
  const jobs = given.jobs === undefined ? availableParallelism() : Number(given.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) throw wrong('--jobs', given.jobs ?? '', '1–256');
  const { date = null } = given;
  if (date !== null && !isDay(date)) throw wrong('--date', date, 'YYYY-MM-DD');
  return {
    format: given.format,
    config: given.config ?? null,
    rules,
    failOn: given.failOn,
    jobs,
    date,
    locale,
    color: given.color !== false && given.output === undefined && process.stdout.isTTY === true && !process.env['NO_COLOR'],
    verbose: given.verbose === true,
    single: false,
    output: given.output ?? null,
  };
}

/** Commander's errors in the user's language; empty where it has shown help instead. */
function translated(error: CommanderError, locale: Locale): string {
  const value = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.help':
    case 'commander.missingArgument':
      return t(locale, 'cli.noPaths');
    case 'commander.unknownOption':
      return t(locale, 'cli.unknownOption', { value });
    case 'commander.unknownCommand':
      return t(locale, 'cli.unknownCommand', { value });
    case 'commander.optionMissingArgument':
      return t(locale, 'cli.missingValue', { value });
    case 'commander.excessArguments':
      return t(locale, 'cli.excessArguments');
    case 'commander.invalidArgument': {
      const [, option = '', wrong = ''] = /option '([^']*)' argument '([^']*)'/.exec(error.message) ?? [];
      const allowed = /Allowed choices are ([^.]*)/.exec(error.message)?.[1] ?? '';
      return t(locale, 'cli.invalidValue', { option: option.split(' ')[0] ?? '', value: wrong, allowed });
    }
    default:
      return error.message.replace(/^error: /, '');
  }
}
