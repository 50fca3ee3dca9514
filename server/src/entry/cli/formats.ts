import { EXPORT_FORMAT_NAMES, type ExportFormatName } from '../../../../common/exports.ts';
import type { Format } from '../../exports/format.ts';
import { EXPORTS } from '../../exports/index.ts';
import { pretty } from './pretty.ts';

export type FormatName = 'pretty' | ExportFormatName;

/** The formats of `check --format`, by name: the terminal's own, and those that others read. */
export const FORMATS: Readonly<Record<FormatName, Format>> = { pretty, ...EXPORTS };

export const FORMAT_NAMES: readonly FormatName[] = ['pretty', ...EXPORT_FORMAT_NAMES];
