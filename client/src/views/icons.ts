import type { Kind } from '../../../common/names.ts';

/** The codicon of each kind of claim. */
export const KIND_ICONS: Readonly<Record<Kind, string>> = {
  numbers: 'symbol-number',
  time: 'calendar',
  strength: 'megaphone',
  sources: 'quote',
  reasoning: 'lightbulb',
};
