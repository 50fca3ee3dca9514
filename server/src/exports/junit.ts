import { t } from '../features/messages.ts';
import type { ReportedClaim } from '../features/report.ts';
import { type Format, type FormatContext, reaches } from './format.ts';
import { nameOf } from './name.ts';

/**
 * JUnit's XML as Jenkins has published it: a suite for each file, a case for each claim that is more than a hint; those at
 * or above `--fail-on` fail. That schema has no place for a line, which therefore stands in the case's name and its text.
 */
export const junit: Format = {
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimlens">\n',
  file({ file, report }, context) {
    const claims = report.claims.filter(({ severity }) => severity !== 'hint');
    const failures = claims.filter((claim) => fails(claim, context)).length;
    const skipped = claims.filter(({ suppressed }) => suppressed).length;
    const cases =
      claims.length > 0
        ? claims.map((claim) => caseOf(file, claim, context)).join('')
        : `    <testcase name="${xml(t(context.locale, 'report.clean'))}" classname="${xml(file)}"/>\n`;
    const counts = `tests="${Math.max(1, claims.length)}" failures="${failures}" errors="0" skipped="${skipped}"`;
    return `  <testsuite name="${xml(file)}" ${counts}>\n${cases}  </testsuite>\n`;
  },
  end: () => '</testsuites>\n',
};

function caseOf(file: string, claim: ReportedClaim, context: FormatContext): string {
  const { line, column, code, severity, suppressed } = claim;
  const name = `${line}:${column} ${nameOf(claim, context.locale)} ${claim.text}`;
  const open = `    <testcase name="${xml(name)}" classname="${xml(file)}"`;
  if (suppressed) return `${open}>\n      <skipped>${xml(suppressed.reason)}</skipped>\n    </testcase>\n`;
  const message = xml(claim.message);
  if (fails(claim, context)) {
    return `${open}>\n      <failure type="${code}" message="${message}">${xml(`${file}:${line}:${column}`)} ${message}</failure>\n    </testcase>\n`;
  }
  return `${open}>\n      <system-out>${xml(t(context.locale, `severity.${severity}`))} ${message}</system-out>\n    </testcase>\n`;
}

function fails({ severity, suppressed }: ReportedClaim, { failOn }: FormatContext): boolean {
  return !suppressed && reaches(severity, failOn);
}

/** For element content and attributes; what XML cannot carry at all becomes a replacement character. */
function xml(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}
