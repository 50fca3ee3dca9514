import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Settings } from '../../../common/settings.ts';
import { EMPTY_CONFIG } from '../../../server/src/config/project.ts';
import { RulesFactory } from '../../../server/src/config/rules.ts';
import { isChineseEnough } from '../../../server/src/core/index.ts';
import { segmenterFiles } from '../../../server/src/entry/node/assets.ts';
import type { Checked } from '../../../server/src/features/context.ts';
import { problems } from '../../../server/src/features/diagnostics.ts';
import { unusedComments } from '../../../server/src/features/unusedComments.ts';
import { loadBackend, OnDemandSegmenter } from '../../../server/src/segment/load.ts';

export const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));

/** What a server that has seen nothing but the present text would say about it. */
export class Fresh {
  /** One for all, since a segmenter takes its time to load. */
  static readonly shared = new Fresh();
  readonly #segmenter = new OnDemandSegmenter(
    () => loadBackend('auto', segmenterFiles(DIST), () => undefined),
    (reason) => {
      throw new Error(reason);
    },
  );
  /** Analyzers live on in one: nothing of one text may show in another. */
  readonly #factory = new RulesFactory(this.#segmenter);

  check(uri: string, text: string, settings: Settings): Checked | null {
    if (!settings.enable || !isChineseEnough(text, settings.minimumChinese)) return null;
    const format = uri.endsWith('.md') ? 'markdown' : 'plain';
    const rules = this.#factory.make(settings, EMPTY_CONFIG, 'en');
    const analysis = rules.analyzer.analyze({ text, format });
    return { document: TextDocument.create(uri, format, 0, text), analysis, severities: rules.severities, locale: 'en' };
  }

  diagnostics(uri: string, text: string, settings: Settings): Diagnostic[] {
    const checked = this.check(uri, text, settings);
    if (!checked) return [];
    const maximum = settings['problems.maximum'];
    const found = problems(checked, { hints: settings['problems.hints'], maximum });
    return [...found, ...unusedComments(checked, maximum - found.length)];
  }
}

/** Diagnostics in a form to compare. */
export function plain(items: readonly Diagnostic[]): string[] {
  return items.map(({ range, code, severity, message, data }) => JSON.stringify([range, code, severity, message, data])).sort();
}
