import type { FileResult } from './format.ts';

const LONGEST_LINE = 40;
/** Comments at the head are for the checker. */
const COMMENTS = /^(?:\s*<!--[\s\S]*?-->)+/;

/** What an article calls itself: in its front matter, its first heading, or a short first line; else its file's name. */
export function titleOf({ file, text, format }: Pick<FileResult, 'file' | 'text' | 'format'>): string {
  const body = text.replace(/^\ufeff/, '');
  if (format === 'markdown') {
    const matter = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)/.exec(body)?.[1] ?? '';
    const named = /^title:[ \t]*(\S.*)$/m.exec(matter)?.[1]?.trim();
    const unquoted = named && (/^(["'])(.*)\1$/.exec(named)?.[2] ?? named);
    if (unquoted) return unquoted;
    const heading = /^#{1,2}[ \t]+(\S.*?)[ \t#]*$/m.exec(body)?.[1];
    if (heading) return heading;
  } else {
    const first = /\S.*/.exec(body.replace(COMMENTS, ''))?.[0].trim() ?? '';
    if (first && first.length <= LONGEST_LINE && !/[。！？；]/.test(first)) return first;
  }
  return nameOf(file);
}

/** The last part of a path. */
export function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) || file;
}
