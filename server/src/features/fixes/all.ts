import type { Analysis, Code } from '../../core/index.ts';
import { type Checked, severityOf } from '../context.ts';
import { fixesFor } from './index.ts';
import type { FixEdit } from './types.ts';

/** By analysis: editors ask for actions with every move of the cursor. */
const known = new WeakMap<Analysis, Map<string, FixEdit[]>>();

/** The edits of every complete fix of some patterns, in document order; where two meet, the first stands. */
export function allFixes(checked: Checked, codes: readonly Code[]): readonly FixEdit[] {
  const { analysis } = checked;
  const byCodes = known.get(analysis) ?? new Map<string, FixEdit[]>();
  known.set(analysis, byCodes);
  const key = codes.map((code) => `${code}=${checked.severities[code]}`).join(' ');
  let edits = byCodes.get(key);
  if (!edits) {
    edits = collect(checked, codes);
    byCodes.set(key, edits);
  }
  return edits;
}

function collect(checked: Checked, codes: readonly Code[]): FixEdit[] {
  const { analysis, locale, lexicon } = checked;
  const text = checked.document.getText();
  const edits: FixEdit[] = [];
  for (const claim of analysis.claims) {
    if (claim.suppressed || !codes.includes(claim.code) || severityOf(checked, claim) === null) continue;
    const fix = fixesFor({ text, analysis, claim, locale, ...(lexicon && { lexicon }) }).find(({ complete }) => complete);
    if (fix) edits.push(...fix.edits);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  let last = -1;
  return edits.filter((edit) => {
    if (edit.start < last) return false;
    last = edit.end;
    return true;
  });
}
