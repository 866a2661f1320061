import type { SpanRule } from './text-rule';

/** How the folder of a replay's copy begins; see `scratchCode`. */
export const SCRATCH_PREFIX = 'retrace-replay-';

const TEMPORARY =
  /^(?:\/private)?\/(?:tmp|var\/tmp|var\/folders|dev\/shm)\/|\\(?:Temp|tmp)\\|ipykernel_\d/i;

const SCRATCH = new RegExp(`^.*${SCRATCH_PREFIX}[\\w.-]*`);

/** Paths of temporary files, and of the copy of the notebook's folder that a replay runs in. */
export const temporaryPath: SpanRule = {
  id: 'temporary-path',
  label: 'temporary paths',
  blind: 'It cannot see that another temporary file was meant.',
  kind: 'span',
  pattern:
    /(?<![\w./\\:])(?:\/|[A-Za-z]:[\\/])[^\s'"<>|:*?,;()[\]{}]+|<ipython-input-[\w-]+>/g,
  accepts: (a, b) =>
    isInCopy(a, b) ||
    isInCopy(b, a) ||
    (TEMPORARY.test(a) && TEMPORARY.test(b) && typeOf(a) === typeOf(b))
};

/** Whether the first is, in the copy, what the second is in the folder. */
function isInCopy(copy: string, original: string): boolean {
  if (!SCRATCH.test(copy)) {
    return false;
  }
  const below = copy.replace(SCRATCH, '');
  return SCRATCH.test(original)
    ? original.replace(SCRATCH, '') === below
    : original.endsWith(below);
}

function typeOf(path: string): string {
  return /\.\w{1,8}$/.exec(path)?.[0] ?? '';
}
