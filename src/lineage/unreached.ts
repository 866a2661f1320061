// Names that a cell which failed did not get to bind, as a later failure for want of them proves where no kernel told.
import type { Execution } from '../model';
import { missedName, needs } from './broken';
import type { Prepared } from './prepared';
import type { World } from './world';

/**
 * Takes away the name for want of which an execution ended, where a cell that failed was taken to have bound it. In a slice
 * the cell may have bound it all the same.
 */
export function forgetUnreached(
  world: World,
  prepared: Prepared,
  execution: Execution
): void {
  const name = world.policy === 'precise' ? missedName(execution) : null;
  if (name === null) {
    return;
  }
  const maker = world.get(name)?.baseStep;
  const { status, report } = maker?.execution ?? {};
  if (maker && needs(prepared, name) && status === 'error' && !report) {
    const { form, roles } = maker.prepared;
    world.knowledge.unreached.note(form, roles.of(name));
    world.delete(name);
  }
}

/** True for a name that the code, or the same with other names, was proven not to bind when it fails. */
export function isUnreached(
  { knowledge, policy }: World,
  { form, roles }: Prepared,
  name: string
): boolean {
  return (
    policy === 'precise' && knowledge.unreached.has(form, roles.of(name), name)
  );
}

/** What an execution that went well found is no proof against a cell that may have bound it. */
export function rememberReached(
  { knowledge }: World,
  { status }: Execution,
  absent: readonly string[]
): void {
  if (status === 'ok' && absent.length > 0) {
    absent.forEach(name => knowledge.unreached.refute(name));
  }
}
