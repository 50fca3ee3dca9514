/**
 * Text of an article inside Markdown that an editor renders: nothing in it may become markup, a link or HTML.
 * For use within a line: what matters at a line's start only (`-`, `1.`) is left as it is.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#<>~&$|!@^]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/** The same for a line of its own, which may be no heading, list or rule either. */
export function escapeMarkdownLine(text: string): string {
  return escapeMarkdown(text)
    .trimStart()
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
