import type { ExportFormatName } from '../../../common/exports.ts';
import { annotations } from './annotations.ts';
import { claimReview } from './claimReview.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { html } from './html/index.ts';
import { json, jsonl } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';

/** What claims can be written out as. A new format is a file beside this, a line here and one in `common/exports.ts`. */
export const EXPORTS: Readonly<Record<ExportFormatName, Format>> = {
  html,
  markdown,
  csv,
  sarif,
  junit,
  claimreview: claimReview,
  annotations,
  json,
  jsonl,
};
