// Where a replay runs: in the notebook's folder, or in a copy of it.
import { SCRATCH_PREFIX } from '../../compare';
import { languageOf } from '../../languages';
import { fail, succeed, type Result } from '../../model';
import { pythonCall } from '../../languages';
import { PYTHON_SCRATCH } from './python';
import { rScratch } from './r';
import type { ScratchLimits, ScratchOptions } from './scratch-options';

export type { ScratchLimits } from './scratch-options';

/** What a copy does with more than it may copy: `linked` for reading, or nothing, and then there is no copy. */
export type ScratchKind = 'linked' | 'refused';

/** Enough for what people keep beside notebooks, little enough to be there in a moment. */
export const USUAL_LIMITS: ScratchLimits = {
  fileBytes: 20 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
  files: 5000
};

/** Code by the id of its language; the code runs silently and leaves no name behind. */
const CODE: {
  readonly [language: string]: {
    readonly code: (options: ScratchOptions) => string;
    readonly kind: ScratchKind;
  };
} = {
  python: {
    code: options => pythonCall(PYTHON_SCRATCH, 'retrace_scratch', options),
    kind: 'linked'
  },
  r: { code: rScratch, kind: 'refused' }
};

/** Null for a language in which no copy can be made. */
export function scratchKind(language: string): ScratchKind | null {
  return CODE[languageOf(language)?.id ?? '']?.kind ?? null;
}

/**
 * Code that copies a folder and goes on in the copy; an empty folder is the kernel's working directory. The copy lies in
 * `parent`, by default where the system has temporary files, and goes when the kernel comes to an orderly end. Refused with a
 * sentence for a language in which nobody wrote it.
 */
export function scratchCode(
  language: string,
  folder: string,
  limits: ScratchLimits = USUAL_LIMITS,
  parent = ''
): Result<string> {
  const made = CODE[languageOf(language)?.id ?? ''];
  return made
    ? succeed(made.code({ ...limits, folder, parent, prefix: SCRATCH_PREFIX }))
    : fail(
        `A copy of the folder cannot be made in ${language || 'an unknown language'}; the replay can run in the folder itself.`
      );
}
