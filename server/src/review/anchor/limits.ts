/** How much text around a claim is kept: enough to find it again, little enough to read in a diff. */
export const CONTEXT = 32;
/** Quotes up to this long say little by themselves: they need their very text and their surroundings. */
export const SHORT = 4;
/** From this length on a quote is seldom said twice. */
export const LONG = 12;
/** So long a quote that stood once in a text tells its place by itself. */
export const TELLING = 8;
/** The share of a quote that may differ. */
export const FUZZY = 0.4;
