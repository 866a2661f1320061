// Why the content of a file is not known, in words.
import { assertNever, type Run, type Translator } from '../model';
import type { UsedFile } from './data-used';

/** The reason for a file without any hash, as what follows "because"; what was put off never comes once the run is over. */
export function whyUnhashed(
  { last }: UsedFile,
  { closedAt }: Run,
  translator: Translator
): string {
  switch (last.unread) {
    case 'later':
      return closedAt === null
        ? translator.__('it is read when no cell runs')
        : translator.__('the kernel ended before the file was read');
    case 'gone':
      return translator.__('the file was gone when it was to be read');
    case 'changed':
      return translator.__('the file changed before it was read');
    case 'unreadable':
      return translator.__('the file could not be read');
    case 'irregular':
      return translator.__('it is no plain file');
    case 'watched':
      return translator.__('code in the kernel listens to what Python does');
    case 'many':
      return translator.__('other files had the time for reading');
    case 'large':
      return translator.__('the file is larger than what is read');
    case undefined:
      return last.size === null
        ? translator.__('the file was gone when it was to be read')
        : closedAt === null
          ? translator.__('nobody read it so far')
          : translator.__('nobody read it while the kernel ran');
    default:
      return assertNever(last.unread);
  }
}
