import type { Format } from './format.ts';
import { json, jsonl } from './json.ts';
import { pretty } from './pretty.ts';

/** The formats of `check --format`, by name. A new one is a file beside this and a line here. */
const all = { pretty, json, jsonl };

export type FormatName = keyof typeof all;
export const FORMATS: Readonly<Record<FormatName, Format>> = all;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
