// Asks a tool beside a notebook's kernel for a lock of the packages.
import {
  decodeLock,
  lockCode,
  LOCK_SECONDS,
  type ExportRecord,
  type PackageLock
} from '../../exporters';
import type { ScriptPlan } from '../../lineage';
import type { Run } from '../../model';
import { askHelper, type HelperServices } from './ask-helper';

/** A lock without secrets; empty where nobody could be asked for one, or nothing is there to lock. Rejects never. */
export async function lockFor(
  { environment }: ScriptPlan,
  run: Run,
  services: HelperServices
): Promise<Pick<ExportRecord, 'lock'>> {
  const { kernels, mask, translator } = services;
  if (!kernels || !environment || environment.packages.length === 0) {
    return {};
  }
  const errand = {
    code: lockCode(environment),
    seconds: LOCK_SECONDS + 30,
    notice: translator.__(
      'Asking for a lock of %1 packages…',
      environment.packages.length
    )
  };
  const answer = await askHelper(errand, run, kernels);
  const lock: PackageLock = answer.ok
    ? decodeLock(answer.value)
    : { kind: 'none', why: answer.reason };
  if (lock.kind === 'none') {
    return { lock: { ...lock, why: mask(lock.why) } };
  }
  return mask(lock.text) === lock.text
    ? { lock }
    : { lock: { kind: 'none', why: 'it would hold what looks like a secret' } };
}
