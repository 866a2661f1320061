// Magics that stopped for want of the file that they were to run or load, and what may have made it since.
import type { Execution } from '../model';
import { ambientName } from './ambient-names';
import type { Carried, Prepared } from './prepared';

/** How `%run` and `%load` end where there is no such file. */
const NOT_FOUND: readonly (readonly [ename: string, RegExp, magic: string])[] =
  [
    ['Exception', /^File [`'"].*[`'"] not found/, '%run'],
    ['ValueError', /was not found in history, as a file, url/, '%load']
  ];

/** Calls by which files come to be whose names nobody tells. */
const MAKERS =
  '(?:system|[pP]open|subprocess|shutil|check_(?:call|output)|getoutput|urlretrieve|extract(?:all)?|unpack_archive|clone\\w*|\\w*download\\w*|symlink\\w*)';
const MAKING = new RegExp(`^${MAKERS}$`);
const MAKING_INSIDE = new RegExp(`\\b${MAKERS}\\b`);

/** Shell commands, but for those that install packages or look at what is there. */
const SHELL =
  /^\s*(?:\w+\s*=\s*)?(?:!+|%s[xy]\w*\s|%%(?:bash|sh|script|cmd|system|writefile|file)\b)\s*(?!(?:python\d? -m )?(?:pip|conda|mamba)\b|(?:ls|pwd|cat|head|tail|wc|nvidia-smi|whoami|date)\b[^>]*$)/m;

/** Magics that write files; some do without their sign. */
const WRITING =
  /^\s*(?:%(?:save|edit|hist(?:ory)?)\b|%?(?:cp|mv|ln)\s+[\w./~-]+\s)/m;

/** Opens a file to write to it whose name no constant tells. */
const OPENING =
  /\bopen \( (?!["'])[^\n]*?, (?:mode = )?["'][wax]|\. open \( (?:mode = )?["'][wax]/;

const DIRECTORY = ambientName('directory');

/** The one magic of a source that stopped for want of its file; null where it did not, or another magic ran before. */
export function magicWithoutFile(
  { normalised }: Prepared,
  { status, error }: Execution
): string | null {
  if (status !== 'error' || !error) {
    return null;
  }
  const { ename, evalue } = error;
  const magic = NOT_FOUND.find(
    ([name, text]) => ename === name && text.test(evalue)
  )?.[2];
  return magic !== undefined && normalised.split(magic).length === 2
    ? magic
    : null;
}

/** True for code that may make the file that another code lacked, or look for it in another folder. */
export function mayMakeFile(
  { analysis, effects, files, completeness, spells }: Prepared,
  lacking: string
): boolean {
  return (
    completeness !== 'complete' ||
    effects.some(
      ({ name, action }) => name === DIRECTORY && action !== 'read'
    ) ||
    files.some(
      ({ path, action }) =>
        action !== 'read' &&
        lacking.includes(path.slice(path.lastIndexOf('/') + 1))
    ) ||
    [SHELL, WRITING, OPENING].some(making =>
      making.test(analysis.normalised)
    ) ||
    spells(MAKING)
  );
}

/** True for a body that may make some file when it is called. */
export function mayMakeInside({ analysis: { normalised } }: Carried): boolean {
  return OPENING.test(normalised) || MAKING_INSIDE.test(normalised);
}
