// What all replays of the page begin with: a kernel, and the request but for its steps.
import { succeed, type Environment, type Result } from '../../model';
import { maskOutputs } from '../../recording';
import { quietCode, scratchCode, type ReplayRequest } from '../../replay';
import { cleanStart, type CleanStart } from './clean';
import type { OrderOptions, OrderServices, Preparing } from './order-types';

/** Which kernel runs whose cells. */
type Where = {
  readonly kernelName: string;
  readonly path: string;
  readonly language: string;
};

/** A kernel like the notebook's, or one in an environment that is built anew. */
export async function startOf(
  { kernelName, language, path }: Where,
  environment: Environment | null,
  { kernels, translator }: OrderServices,
  { cancel, place, tell }: Preparing
): Promise<Result<CleanStart>> {
  return place === 'same'
    ? succeed({
        startKernel: kernels.starter(kernelName, path),
        lacking: undefined
      })
    : cleanStart({
        kernels,
        kernelName,
        notebookPath: path,
        language,
        environment,
        tell,
        cancel,
        translator
      });
}

/** What a request has of the user's choices: the copy of the folder, the limits, the masks. */
export function requestOf(
  { language, path }: Where,
  { recorder: { mask } }: OrderServices,
  { choices, place, repeats }: OrderOptions
): Pick<
  ReplayRequest,
  | 'proofId'
  | 'notebookPath'
  | 'place'
  | 'folder'
  | 'prepare'
  | 'onError'
  | 'timeoutMs'
  | 'repeats'
  | 'mask'
> {
  // The kernel starts in the notebook's folder, so the copy is one of its working directory.
  const copy = choices.folder === 'copy' ? scratchCode(language, '') : null;
  const code = [quietCode(language), copy?.ok ? copy.value : null]
    .filter(each => each !== null)
    .join('\n');
  return {
    proofId: newProofId(),
    notebookPath: path,
    place,
    folder: copy?.ok ? 'copy' : 'notebook',
    prepare: code === '' ? null : code,
    onError: 'skip',
    timeoutMs: choices.cellSeconds * 1000,
    repeats,
    mask: { text: mask, outputs: outputs => maskOutputs(mask, outputs) }
  };
}

/** Time first, so that ids sort as proofs were made. */
function newProofId(): string {
  const time = Date.now().toString(36).padStart(9, '0');
  const random = crypto.getRandomValues(new Uint8Array(8));
  return `${time}-${[...random].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
