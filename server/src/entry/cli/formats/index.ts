import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json, jsonl } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** The formats of `check --format`, by name. A new one is a file beside this and a line here. */
const all = { pretty, json, jsonl, sarif, junit, csv, markdown, html };

export type FormatName = keyof typeof all;
export const FORMATS: Readonly<Record<FormatName, Format>> = all;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
