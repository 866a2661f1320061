// Runs a program of ours in a kernel that does nothing else, of the kind that a notebook has.
import { Notification } from '@jupyterlab/apputils';

import { printed } from '../../kernel';
import {
  fail,
  messageOf,
  succeed,
  type Result,
  type Run,
  type Translator
} from '../../model';
import type { Mask } from '../../recording';
import type { IReplayKernels } from '../../tokens';

/** What asking a helper needs. */
export type HelperServices = {
  /** Null where nothing can start a kernel. */
  readonly kernels: IReplayKernels | null;
  readonly mask: Mask;
  readonly translator: Translator;
};

/** What is to be run. */
export type Errand = {
  readonly code: string;
  readonly seconds: number;
  /** Shown while it runs. */
  readonly notice: string;
};

/** What the code printed, or a clause that says why nobody could run it; rejects never. */
export async function askHelper(
  { code, notice, seconds }: Errand,
  { kernel, notebookPath }: Run,
  kernels: IReplayKernels
): Promise<Result<string>> {
  const shown = Notification.emit(notice, 'in-progress', { autoClose: false });
  try {
    const helper = await kernels.helper(kernel.name, notebookPath);
    if (!helper.ok) {
      return fail(helper.reason.replace(/[.]$/, ''));
    }
    try {
      const ran = await helper.value.run(code, {
        isSilent: true,
        timeoutMs: seconds * 1000
      });
      return succeed(ran.outputs.map(printed).join(''));
    } finally {
      await helper.value.shutDown();
    }
  } catch (error) {
    return fail(`no kernel could be asked (${messageOf(error)})`);
  } finally {
    Notification.dismiss(shown);
  }
}
