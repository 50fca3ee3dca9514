import type { Locale } from '../../../common/locale.ts';
import { RULES, type Severity } from '../core/index.ts';
import { createLineIndex } from '../features/lines.ts';
import { HOME_PAGE, rulePage } from '../features/links.ts';
import { ruleText } from '../features/messages.ts';
import type { ReportedClaim } from '../features/report.ts';
import type { FileResult, Format } from './format.ts';
import { uriOf } from './uri.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF's levels. A hint is no failure at all, so that dashboards that count failures stay quiet. */
const LEVEL: Record<Severity, 'error' | 'warning' | 'note' | 'none'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'none',
};

const INDEX = new Map(RULES.map(({ code }, i) => [code, i]));

/** SARIF 2.1.0, one run; for code scanning and everything that reads it. */
export const sarif: Format = {
  begin({ locale, version }) {
    const driver = {
      name: 'claimlens',
      fullName: `Claimlens ${version}`,
      semanticVersion: version,
      informationUri: HOME_PAGE,
      language: locale === 'en' ? 'en-US' : 'zh-CN',
      rules: RULES.map((rule) => descriptor(rule, locale)),
    };
    const run = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' }).slice(0, -1);
    return `{"version":"2.1.0","$schema":${JSON.stringify(SCHEMA)},"runs":[${run},"results":[\n`;
  },
  separator: ',\n',
  file(result) {
    const place = createLineIndex(result.text);
    return result.report.claims.map((claim) => JSON.stringify(resultOf(result, claim, place))).join(',\n');
  },
  end: () => '\n]}]}\n',
};

function descriptor(rule: (typeof RULES)[number], locale: Locale) {
  const { name, why, advice } = ruleText(rule, locale);
  const level = LEVEL[rule.severity];
  return {
    id: rule.code,
    name: rule.code.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: name },
    fullDescription: { text: why },
    help: { text: `${why} ${advice}` },
    helpUri: rulePage(rule.code),
    defaultConfiguration: { level },
  };
}

function resultOf({ file }: FileResult, claim: ReportedClaim, place: (offset: number) => { line: number; column: number }) {
  const { code, severity, suppressed, start, end, line, column } = claim;
  const last = place(end);
  return {
    ruleId: code,
    ruleIndex: INDEX.get(code) ?? -1,
    kind: severity === 'hint' ? 'informational' : 'fail',
    level: LEVEL[severity],
    message: { text: claim.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: {
            startLine: line,
            startColumn: column,
            endLine: last.line,
            endColumn: last.column,
            charOffset: start,
            charLength: end - start,
            snippet: { text: claim.text },
          },
        },
      },
    ],
    partialFingerprints: { 'claimlens/v1': claim.id },
    suppressions: suppressed
      ? [{ kind: suppressed.by === 'comment' ? 'inSource' : 'external', status: 'accepted', justification: suppressed.reason }]
      : [],
    ...(claim.speaker === null ? {} : { properties: { speaker: claim.speaker } }),
  };
}
