import { readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Locale } from '../../../../common/locale.ts';
import { RulesFactory } from '../../config/rules.ts';
import { isChineseEnough, type Lexicon } from '../../core/index.ts';
import type { Checked } from '../../features/context.ts';
import { t } from '../../features/messages.ts';
import { problemSentence } from '../../features/reviewFacts.ts';
import { place } from '../../review/anchor/place.ts';
import { applyReviews, type PlacedEntry } from '../../review/apply.ts';
import type { ReviewHome } from '../../review/files.ts';
import { EMPTY_REVIEW, type ReviewFile } from '../../review/model.ts';
import { loadBackend, OnDemandSegmenter } from '../../segment/load.ts';
import { segmenterFiles } from '../node/assets.ts';
import { decode } from '../node/decode.ts';
import { Projects } from '../node/projects.ts';
import { nodeReviewFiles } from '../node/reviewFiles.ts';
import { ReviewLookup, readReviewFile } from '../node/reviewLookup.ts';
import { type Refused, repositoryOf, walk } from '../node/walk.ts';
import { formatOf, MINIMUM_CHINESE } from './checkTask.ts';
import { kindOf } from './paths.ts';

/** An article that was read with its review; the analysis has the review applied. */
export interface ReadArticle extends Checked {
  readonly path: string;
  readonly home: ReviewHome;
  readonly file: ReviewFile;
  /** The review is still where the article was before it was renamed. */
  readonly stray: boolean;
  readonly placed: readonly PlacedEntry[];
  readonly lexicon: Lexicon;
}

/** Reads articles for the commands that look after reviews: by the rules of their projects, as `check` does. */
export class ArticleReader {
  readonly #locale: Locale;
  readonly #factory: RulesFactory;
  readonly #projects = new Projects();
  readonly #lookup = new ReviewLookup();

  constructor(dist: string, locale: Locale) {
    this.#locale = locale;
    const nothing = () => undefined;
    this.#factory = new RulesFactory(new OnDemandSegmenter(() => loadBackend('auto', segmenterFiles(dist), nothing), nothing));
  }

  /** The files of paths: what is named, and what folders have. */
  *files(paths: readonly string[], refused: Refused): Generator<{ readonly path: string; readonly found: boolean }> {
    for (const path of paths) {
      const kind = kindOf(path, refused);
      if (kind === 'folder') for (const file of walk(path, refused)) yield { path: file, found: true };
      else if (kind !== 'refused') yield { path, found: false };
    }
  }

  /** `found`: met in a folder, and passed over where it is no article. Answers a sentence where it cannot be read. */
  read(path: string, found = false): ReadArticle | string | null {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return t(this.#locale, missing ? 'cli.notFound' : 'cli.unreadable', {
        path,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
    return this.take(path, bytes, found);
  }

  /** The same of an article that has been read already, as from standard input. */
  take(path: string, bytes: Uint8Array, found = false): ReadArticle | string | null {
    const locale = this.#locale;
    const decoded = decode(bytes);
    if ('error' in decoded) return found ? null : t(locale, decoded.error === 'binary' ? 'cli.binary' : 'cli.badEncoding', { path });
    const { text } = decoded;
    const project = this.#projects.nearest(resolve(path));
    if (found && (!isChineseEnough(text, MINIMUM_CHINESE) || project.excludes(resolve(path)))) return null;
    const home = this.#home(resolve(path));
    const root = fileURLToPath(home.root);
    // Of a text without a name nobody knows a review.
    const own = path === '-' ? null : readReviewFile(root, home.article);
    const stray = own || path === '-' ? null : this.#lookup.stray(root, home.article, () => text);
    const stored = own ?? stray?.read ?? { file: EMPTY_REVIEW, problem: null };
    if (!stored.file) return problemSentence(stored.problem, home.article, locale);
    const format = formatOf(path);
    const rules = this.#factory.make({ rules: {}, profile: 'editor', providers: [] }, project.config, locale);
    const placed = stored.file.entries.map((entry) => ({ entry, at: place(text, entry.target) }));
    const analysis = applyReviews(rules.analyzer.analyze({ text, format }), placed);
    const document = TextDocument.create(pathToFileURL(resolve(path)).href, format, 0, text);
    const { severities, lexicon } = rules;
    return { path, home, file: stored.file, stray: stray !== null, placed, document, analysis, severities, locale, lexicon };
  }

  /** Where reviews are already, else the repository, else the folder that the command was given in. */
  #home(path: string): ReviewHome {
    const cwd = process.cwd();
    const top =
      this.#lookup.root(dirname(path)) ??
      repositoryOf(dirname(path)) ??
      (path.startsWith(cwd.endsWith(sep) ? cwd : cwd + sep) ? cwd : dirname(path));
    return nodeReviewFiles.home(pathToFileURL(path).href, [pathToFileURL(top).href])!;
  }
}
