// Where a script goes and what may go wrong there, in words.
import { messageOf, type Translator } from '../../model';

/** `dir/analysis.ipynb` → `dir/`. At the root it is empty, or the prefix of the drive, whose name may be empty. */
export function folderOf(path: string, driveName: string): string {
  const root = driveName === '' ? '' : `${driveName}:`;
  const slash = path.lastIndexOf('/');
  return slash >= 0 ? path.slice(0, slash + 1) : root;
}

/** The first of `name`, `name-2`, `name-3` … that is not taken; the number goes before the extension. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] =
    dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let number = 2; taken.has(candidate); number++) {
    candidate = `${stem}-${number}${extension}`;
  }
  return candidate;
}

/** Why a file could not be saved, in one sentence with what to do. */
export function saveFailure(
  { error, path }: { readonly error: unknown; readonly path: string },
  translator: Translator
): string {
  const status = statusOf(error);
  const message = messageOf(error);
  if (/no space|disk (is )?full|quota|errno 28/i.test(message)) {
    return translator.__(
      'The disk is full, so %1 was not saved. Make room and export again, or copy the script.',
      path
    );
  }
  if (status === 403 || /permission|read-?only|errno (13|30)/i.test(message)) {
    return translator.__(
      'The server may not write %1. Copy the script, or move the notebook to a folder that can be written.',
      path
    );
  }
  if (status === 404) {
    return translator.__(
      'The folder of %1 is gone, so nothing was saved. Copy the script instead.',
      path
    );
  }
  if (status === null) {
    return translator.__(
      'The server could not be reached, so %1 was not saved. Try again when it is back, or copy the script.',
      path
    );
  }
  return translator.__('%1 was not saved: %2', path, message);
}

/** HTTP status of a server's answer; null when there was no answer. */
export function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) {
    return null;
  }
  const { response } = error as { readonly response?: unknown };
  if (typeof response !== 'object' || response === null) {
    return null;
  }
  const { status } = response as { readonly status?: unknown };
  return typeof status === 'number' ? status : null;
}
