/** Every match of a global expression, one after the other. */
export function eachMatch(pattern: RegExp, text: string, found: (m: RegExpExecArray) => void): void {
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) found(m);
}
