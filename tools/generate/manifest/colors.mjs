/** Tints that text stays readable on: dark, light. High contrast has no tint but a dotted line. */
const PALETTE = {
  numbers: { dark: '#3b9cff2e', light: '#0a6fd61f', line: ['#6fb8ff', '#0f4a85'], chart: 'charts.blue' },
  time: { dark: '#b48cff2e', light: '#7a3fd61c', line: ['#c9a8ff', '#5b2ca0'], chart: 'charts.purple' },
  strength: { dark: '#ff7a6b2e', light: '#d6402c1c', line: ['#ff9b8f', '#8f1d0e'], chart: 'charts.red' },
  sources: { dark: '#e0b34029', light: '#b98a0026', line: ['#ffd75e', '#6b4e00'], chart: 'charts.orange' },
  reasoning: { dark: '#4fc38a29', light: '#1d8a501c', line: ['#7fe0b0', '#0e5730'], chart: 'charts.green' },
};
const NONE = '#00000000';

export function colors(kinds, text) {
  return Object.entries(kinds).flatMap(([kind, { zh, en }]) => {
    const { dark, light, line, chart } = PALETTE[kind];
    return [
      {
        id: `claimlens.${kind}Background`,
        description: text.of(`color.${kind}Background`, { zh: `论断底色:${zh}`, en: `Tint of claims: ${en}` }),
        defaults: { dark, light, highContrast: NONE, highContrastLight: NONE },
      },
      {
        id: `claimlens.${kind}Border`,
        description: text.of(`color.${kind}Border`, { zh: `论断下划点线:${zh}`, en: `Dotted line under claims: ${en}` }),
        defaults: { dark: NONE, light: NONE, highContrast: line[0], highContrastLight: line[1] },
      },
      {
        id: `claimlens.${kind}Foreground`,
        description: text.of(`color.${kind}Foreground`, { zh: `论断列表图标:${zh}`, en: `Icons in the list of claims: ${en}` }),
        defaults: { dark: chart, light: chart, highContrast: chart, highContrastLight: chart },
      },
    ];
  });
}
