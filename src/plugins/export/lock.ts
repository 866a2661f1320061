// Asks a tool beside a notebook's kernel for a lock of the packages.
import { Notification } from '@jupyterlab/apputils';

import {
  decodeLock,
  lockCode,
  LOCK_SECONDS,
  type PackageLock
} from '../../exporters';
import { printed } from '../../kernel';
import type { ScriptPlan } from '../../lineage';
import { messageOf, type Run, type Translator } from '../../model';
import type { IReplayKernels } from '../../tokens';

/** What asking needs. */
export type LockServices = {
  /** Null where nothing can start a kernel. */
  readonly kernels: IReplayKernels | null;
  readonly translator: Translator;
};

/** Undefined where nobody could be asked for one, or nothing is there to lock. Shows that it takes a while; rejects never. */
export async function lockFor(
  { environment }: ScriptPlan,
  { kernel, notebookPath }: Run,
  { kernels, translator }: LockServices
): Promise<PackageLock | undefined> {
  if (!kernels || !environment || environment.packages.length === 0) {
    return undefined;
  }
  const shown = Notification.emit(
    translator.__(
      'Asking for a lock of %1 packages…',
      environment.packages.length
    ),
    'in-progress',
    { autoClose: false }
  );
  try {
    const helper = await kernels.helper(kernel.name, notebookPath);
    if (!helper.ok) {
      return { kind: 'none', why: helper.reason.replace(/[.]$/, '') };
    }
    try {
      const ran = await helper.value.run(lockCode(environment), {
        isSilent: true,
        timeoutMs: (LOCK_SECONDS + 30) * 1000
      });
      return decodeLock(ran.outputs.map(printed).join(''));
    } finally {
      await helper.value.shutDown();
    }
  } catch (error) {
    return {
      kind: 'none',
      why: `no kernel could be asked (${messageOf(error)})`
    };
  } finally {
    Notification.dismiss(shown);
  }
}
