import { ruleOf } from '../../../config/custom/registry.ts';
import { ruleText, t } from '../../../features/messages.ts';
import type { ReportedClaim } from '../../../features/report.ts';
import { reaches } from '../options.ts';
import type { Format, FormatContext } from './format.ts';

/** JUnit's XML: a suite for each file, a case for each claim that is more than a hint; those at or above `--fail-on` fail. */
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
  const name = `${line}:${column} ${ruleText(ruleOf(code), context.locale).name} ${claim.text}`;
  const open = `    <testcase name="${xml(name)}" classname="${xml(file)}" file="${xml(file)}" line="${line}"`;
  if (suppressed) return `${open}>\n      <skipped message="${xml(suppressed.reason)}"/>\n    </testcase>\n`;
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
