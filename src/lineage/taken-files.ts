// Which files a source takes away.
import { isIn } from './ambient-names';
import type { Prepared } from './prepared';

/** True where it names the file, or a folder that it is in, among what it takes away. */
export function removes({ files }: Prepared, path: string): boolean {
  return files.some(one => one.removes && isIn(path, one.path));
}
