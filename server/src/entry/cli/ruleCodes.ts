import { resolve } from 'node:path';
import { isCode } from '../../config/severity.ts';
import { CODES } from '../../core/index.ts';
import { t } from '../../features/messages.ts';
import { Projects, readProject } from '../node/projects.ts';
import { type CheckOptions, UsageError } from './options.ts';

/** Refuses codes of `--rule` that are neither ours nor declared by a project file that holds for what is checked. */
export function refuseUnknownRules({ rules, config, locale }: CheckOptions, names: readonly string[]): void {
  const others = Object.keys(rules).filter((code) => !isCode(code));
  if (others.length === 0 || names.length === 0) return;
  const projects = new Projects();
  const files = config === null ? names.map((name) => projects.nearest(resolve(name))) : [readProject(resolve(config))];
  // What is wrong with such a file is said instead: its rules may be among those that could not be read.
  if (files.some((file) => file.unreadable !== null || file.problems.length > 0)) return;
  const declared = new Set([...new Set(files)].flatMap((file) => file.config.customRules.map(({ code }) => code)));
  const unknown = others.find((code) => !declared.has(code));
  if (unknown === undefined) return;
  const allowed = [...CODES, ...declared].join(', ');
  throw new UsageError(t(locale, 'cli.invalidValue', { option: '--rule', value: unknown, allowed }));
}
