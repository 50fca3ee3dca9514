import { addCounts, type Counts, countsOf, type FileResult, type Format, type FormatContext, NO_CLAIMS } from './format.ts';

/** Writes checked articles one after another as a document, part by part, in one thread. */
export class DocumentWriter {
  readonly #format: Format;
  readonly #context: FormatContext;
  readonly #digests: unknown[] = [];
  #counts: Counts = NO_CLAIMS;
  #files = 0;
  #parts = 0;

  constructor(format: Format, context: FormatContext) {
    this.#format = format;
    this.#context = context;
  }

  get files(): number {
    return this.#files;
  }

  /** Claims that stand. */
  get claims(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
  }

  begin(): string {
    return this.#format.begin?.(this.#context) ?? '';
  }

  file(result: FileResult): string {
    this.#files++;
    this.#counts = addCounts(this.#counts, countsOf(result.report));
    const digest = this.#format.digest?.(result, this.#context);
    if (digest !== undefined) this.#digests.push(digest);
    const part = this.#format.file(result, this.#context);
    // A file without anything to write leaves no separator behind either.
    return part === '' ? '' : (this.#parts++ > 0 ? (this.#format.separator ?? '') : '') + part;
  }

  end(): string {
    return this.#format.end?.({ files: this.#files, counts: this.#counts, digests: this.#digests }, this.#context) ?? '';
  }
}
