import type { Locale } from '../../../common/locale.ts';
import { type Analyzer, createAnalyzer, type Lexicon, RULES, type Segmenter } from '../core/index.ts';
import { withCustomRules } from './custom/analyzer.ts';
import { withInterests } from './interests.ts';
import type { ProjectConfig } from './project.ts';
import { type Profile, type Severities, severities, switchedOff } from './severity.ts';

/** An analyzer with the severities of what it finds; the same object as long as nothing that matters changes. */
export interface Rules {
  readonly analyzer: Analyzer;
  readonly severities: Severities;
  readonly locale: Locale;
  readonly lexicon: Lexicon;
}

/** What a user decides beside the project's file: settings, or the command line's options. */
export interface Choices {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly profile: Profile;
  readonly providers: readonly string[];
}

/** So many combinations are kept; a folder seldom has more. */
const MOST = 100;

/** Makes rules from choices and project files, once for each combination. */
export class RulesFactory {
  readonly #made = new Map<string, Rules>();
  readonly #last = new WeakMap<ProjectConfig, { choices: Choices; locale: Locale; rules: Rules }>();
  readonly #segmenter: Segmenter | undefined;

  constructor(segmenter: Segmenter | undefined) {
    this.#segmenter = segmenter;
  }

  make(choices: Choices, project: ProjectConfig, locale: Locale): Rules {
    const last = this.#last.get(project);
    if (last?.choices === choices && last.locale === locale) return last.rules;
    const { customRules } = project;
    const all = severities([...RULES, ...customRules], choices.rules, project, choices.profile);
    const lexicon = { ...project.lexicon, providers: [...(project.lexicon.providers ?? []), ...choices.providers] };
    const key = JSON.stringify([all, lexicon, locale, customRules]);
    let rules = this.#made.get(key);
    if (!rules) {
      const shipped = createAnalyzer({ off: switchedOff(all), lexicon, ...(this.#segmenter ? { segmenter: this.#segmenter } : {}) });
      const core = all['self-interest'] === 'off' ? shipped : withInterests(shipped, lexicon.speakers ?? []);
      const on = customRules.filter(({ code }) => all[code] !== 'off');
      const analyzer = on.length > 0 ? withCustomRules(core, on) : core;
      rules = { analyzer, severities: all, locale, lexicon };
      // Every state of a project's file that is being written makes its own.
      if (this.#made.size >= MOST) this.#made.delete(this.#made.keys().next().value as string);
      this.#made.set(key, rules);
    }
    this.#last.set(project, { choices, locale, rules });
    return rules;
  }
}
