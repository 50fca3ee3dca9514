import ignore from 'ignore';
import type { ProjectConfig } from '../config/project.ts';

/** Which paths, with slashes and from the project file's folder, its patterns leave out. */
export function leftOutBy({ include, exclude }: ProjectConfig): (path: string) => boolean {
  const included = include.length > 0 ? ignore().add([...include]) : null;
  const excluded = ignore().add([...exclude]);
  return (path) => excluded.ignores(path) || (included !== null && !included.ignores(path));
}
