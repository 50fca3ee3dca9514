import { among, FACTOR, roleAt, tidy, WAN, YI } from './characters.ts';
import { emit, floorOf, type Step } from './emit.ts';
import { datesRatherThanMeasures } from './exclude.ts';
import { areSteps } from './points.ts';
import { unitAt } from './units.ts';

const BARE = { kind: 'other', word: '', currency: null } as const;

/** 半年, 半小时, 半个月, 半个百分点. */
export const halfOf: Step = (text, i, out) => {
  // 半个亿, 半亿
  const big = roleAt(text, text[i + 1] === '个' ? i + 2 : i + 1);
  if ((big === WAN || big === YI) && roleAt(text, i - 1) === 0 && text[i - 1] !== '个') {
    const end = text[i + 1] === '个' ? i + 3 : i + 2;
    const value = 0.5 * FACTOR[big]!;
    const found = unitAt(text, end);
    const { kind, word, currency } = found === null ? BARE : { kind: found.unit.kind, word: found.word, currency: found.unit.currency };
    emit(text, i, end + word.length, value, value, 'none', kind, word === '' ? null : word, currency, out);
    return out.at(-1)!.end;
  }
  const unit = unitAt(text, i + 1);
  if (unit?.unit.kind === 'percentagePoint' && !among('上下前后大过一多两三', text, i - 1)) {
    if (unit.word === '码' && !areSteps(text, i)) return i + 1;
    const value = tidy(0.5 * unit.unit.factor);
    emit(text, i, i + 1 + unit.length, value, value, 'none', unit.unit.kind, unit.word, null, out);
    return out.at(-1)!.end;
  }
  // 升半成, 不足半成
  if (unit?.word === '成' && !among('上下前后大过一多两三减折各对', text, i - 1)) {
    emit(text, i, i + 2, 5, 5, 'none', 'percent', '成', null, out);
    return out.at(-1)!.end;
  }
  const measure =
    unit !== null && /^(?:weight|length|area)$/.test(unit.unit.kind) && unit.word !== '米' && text[i + 1 + (unit?.length ?? 0)] !== '八';
  if (unit === null || (unit.unit.kind !== 'duration' && !measure) || among('上下前后大过一多两三', text, i - 1)) return i + 1;
  const end = i + 1 + unit.length;
  if (text[end - 1] === '天' || text[end - 1] === '日') return end;
  const floor = floorOf(out);
  if (datesRatherThanMeasures(text, i, end, floor)) return end;
  emit(text, i, end, 0.5, 0.5, 'none', unit.unit.kind, unit.word, null, out);
  return out.at(-1)!.end;
};
