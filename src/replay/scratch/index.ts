// Where a replay runs: in the notebook's folder, or in a copy of it.
import { SCRATCH_PREFIX } from '../../compare';
import { languageOf } from '../../languages';
import { fail, succeed, type Result } from '../../model';
import { pythonCall } from '../../languages';
import { PYTHON_SCRATCH } from './python';

/** What is copied, and what is linked instead. */
export type ScratchLimits = {
  /** Larger files are linked. */
  readonly fileBytes: number;
  /** Once so much was copied the rest is linked. */
  readonly totalBytes: number;
  /** So many files are copied at most. */
  readonly files: number;
};

/** Enough for what people keep beside notebooks, little enough to be there in a moment. */
export const USUAL_LIMITS: ScratchLimits = {
  fileBytes: 20 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
  files: 5000
};

/** Code by the id of its language; the code runs silently and leaves no name behind. */
const CODE: { readonly [language: string]: (options: object) => string } = {
  python: options => pythonCall(PYTHON_SCRATCH, 'retrace_scratch', options)
};

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
  const known = languageOf(language);
  const code = known && CODE[known.id];
  return code
    ? succeed(code({ ...limits, folder, parent, prefix: SCRATCH_PREFIX }))
    : fail(
        `A copy of the folder cannot be made in ${language || 'an unknown language'}; the replay can run in the folder itself.`
      );
}
