const LEVELS = {
  off: { zh: '关闭', en: 'Not looked for' },
  hint: { zh: '只淡色标出', en: 'Tinted only' },
  information: { zh: '信息', en: 'Information' },
  warning: { zh: '警告', en: 'Warning' },
  error: { zh: '错误', en: 'Error' },
};

/** What holds for the whole window or the person; the rest may differ from folder to folder. */
const SCOPES = { segmenter: 'window', reviewer: 'machine-overridable', 'highlight.enable': 'resource' };

export function configuration(settings, patterns, text) {
  const keys = Object.keys(settings);
  return {
    title: 'Claimlens',
    properties: Object.fromEntries(keys.map((key, order) => [`claimlens.${key}`, property(key, settings[key], order, patterns, text)])),
  };
}

function property(key, spec, order, patterns, text) {
  const description = text.of(`setting.${key}`, spec);
  return {
    type: spec.type,
    default: spec.default,
    [spec.en.includes('`') ? 'markdownDescription' : 'description']: description,
    order,
    scope: SCOPES[key] ?? 'resource',
    ...(spec.enum && {
      enum: spec.enum.map(([value]) => value),
      enumDescriptions: spec.enum.map(([value, zh, en]) => text.of(`setting.${key}.${value}`, { zh, en })),
    }),
    ...(spec.minimum !== undefined && { minimum: spec.minimum }),
    ...(spec.maximum !== undefined && { maximum: spec.maximum }),
    ...(spec.type === 'array' && { items: { type: 'string' }, uniqueItems: true }),
    ...(key === 'rules' && rules(patterns, text)),
  };
}

/** One property a code, so that the settings editor completes codes and levels; other codes are custom rules. */
function rules(patterns, text) {
  const level = {
    type: 'string',
    enum: Object.keys(LEVELS),
    enumDescriptions: Object.entries(LEVELS).map(([name, texts]) => text.of(`level.${name}`, texts)),
  };
  const codes = Object.entries(patterns).map(([code, { zh, en }]) => [
    code,
    { ...level, description: text.of(`pattern.${code}`, { zh, en }) },
  ]);
  return { properties: Object.fromEntries(codes), additionalProperties: level };
}
