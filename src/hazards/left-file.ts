import type { HazardRule } from './rule';
import { nameLabel } from './name-label';

/**
 * Finds a cell that looked for a file before code wrote it: a restart leaves files where they are.
 *
 * Why it hurts: the output shows a folder or a file as it was before the notebook ran; a fresh run finds what this one left.
 * Example: cell 1 `os.listdir()`, cell 2 `open("result.txt", "w").write("done")`; or cell 1 adds a line to a file that
 *   cell 2 shows, or rows to a table of a database, longer after each run; or a cell asks whether a file is there, or makes a
 *   folder, before it is there.
 * Cannot see: files under paths that are made up when the code runs, and what was there when files were taken away meanwhile.
 */
export const leftFile: HazardRule = {
  code: 'RT029',
  name: 'left-file',
  causes: ['file-left'],

  message({ names }, { translator }) {
    const file =
      names.length > 0 ? nameLabel(names, translator) : translator.__('a file');
    return translator.__(
      'Ran before %1 was what it is now; files outlast a restart, so a fresh run finds it as it is.',
      file
    );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Take the files away before a fresh run, or write them to a temporary folder.'
    )
};
