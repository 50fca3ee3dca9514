import { type Command, Option } from 'commander';
import { isDay, localDay } from '../../../../common/day.ts';
import type { Locale } from '../../../../common/locale.ts';
import { OUTCOME_NAMES, REVIEW_STATUS_NAMES, type ReviewStatus } from '../../../../common/review.ts';
import { PREDICTION_GROUPS } from '../../../../common/scorecard.ts';
import { t } from '../../features/messages.ts';
import { type DecideOptions, decideOn } from './decide.ts';
import { languageOption } from './language.ts';
import { UsageError } from './options.ts';
import { PREDICTION_FORMATS, type PredictionOptions, predictions } from './predictions.ts';
import { REVIEW_FORMATS, type ReviewFormat, review } from './review.ts';

/** The commands that look after reviews: `review`, `decide`, `predictions`. */
export function addReviewCommands(main: Command, dist: string, locale: Locale, exit: (code: number) => void): void {
  const say = (key: Parameters<typeof t>[1]) => t(locale, key);
  const command = (name: string, description: Parameters<typeof t>[1]) =>
    main
      .command(name)
      .description(say(description))
      .addOption(languageOption(locale))
      .helpOption('-h, --help', say('cli.help'))
      .exitOverride()
      .configureOutput({ writeErr: () => undefined });

  command('review', 'cli.review')
    .argument('<path...>', say('cli.reviewPaths'))
    .addOption(new Option('--format <format>', say('cli.reviewFormat')).choices(REVIEW_FORMATS).default('list'))
    .addOption(new Option('--status <status>', say('cli.reviewStatus')).choices(REVIEW_STATUS_NAMES))
    .action((paths: string[], { format, status }: { format: ReviewFormat; status?: ReviewStatus }) => {
      exit(review(paths, format, status ?? null, locale));
    });

  command('decide', 'cli.decide')
    .argument('<file>', say('cli.decideFile'))
    .option('--claim <id>', say('cli.decideClaim'))
    .option('--line <n>', say('cli.decideLine'))
    .option('--quote <words>', say('cli.decideWords'))
    .option('--entry <id>', say('cli.decideEntry'))
    .option('--code <code>', say('cli.decidePattern'))
    .addOption(new Option('--status <status>', say('cli.decideStatus')).choices(REVIEW_STATUS_NAMES))
    .option('--reason <text>', say('cli.decideWhy'))
    .option('--note <text>', say('cli.decideNote'))
    .option('--source <url or citation>', say('cli.decideSource'), (one: string, all: string[] = []) => [...all, one])
    .option('--seen <yyyy-mm-dd>', say('cli.decideSeen'))
    .addOption(new Option('--outcome <outcome>', say('cli.decideOutcome')).choices(OUTCOME_NAMES))
    .option('--evidence <text>', say('cli.decideEvidence'))
    .option('--on <yyyy-mm-dd>', say('cli.decideOn'))
    .option('--reviewer <name>', say('cli.decideReviewer'))
    .option('--withdraw', say('cli.decideWithdraw'))
    .option('--keep', say('cli.decideKeep'))
    .action(async (file: string, options: DecideOptions) => exit(await decideOn(file, options, localDay(), dist, locale)));

  command('predictions', 'cli.predictions')
    .argument('<path...>', say('cli.predictionsPaths'))
    .addOption(new Option('--format <format>', say('cli.predictionsFormat')).choices(PREDICTION_FORMATS).default('list'))
    .addOption(new Option('--group <group>', say('cli.predictionsGroup')).choices(PREDICTION_GROUPS))
    .option('--today <yyyy-mm-dd>', say('cli.predictionsToday'))
    .option('--stdin-filename <name>', say('cli.stdinFilename'))
    .action(async (paths: string[], options: PredictionOptions & { readonly today?: string }) => {
      const today = options.today ?? localDay();
      if (!isDay(today)) {
        throw new UsageError(t(locale, 'cli.invalidValue', { option: '--today', value: today, allowed: 'YYYY-MM-DD' }));
      }
      exit(await predictions(paths, options, today, dist, locale));
    });
}
