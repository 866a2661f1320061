// Names that a cell which failed did not get to bind, as a later failure for want of them proves where no kernel told.
import type { Execution } from '../model';
import { missedName } from './broken';
import type { Prepared } from './prepared';
import type { World } from './world';

/** Takes away the name for want of which an execution ended, where a cell that failed was taken to have bound it. */
export function forgetUnreached(
  world: World,
  { readAt }: Prepared,
  execution: Execution
): void {
  const name = missedName(execution);
  const maker = name === null ? undefined : world.get(name)?.baseStep;
  const { status, report } = maker?.execution ?? {};
  if (
    name !== null &&
    maker &&
    readAt.has(name) &&
    status === 'error' &&
    !report
  ) {
    const { unreached } = world.knowledge;
    const { form, roles } = maker.prepared;
    const known = unreached.get(form) ?? new Set();
    unreached.set(form, known.add(roles.of(name)));
    world.delete(name);
  }
}

/** True for a name that the code, or the same with other names, was proven not to bind when it fails. */
export function isUnreached(
  { knowledge }: World,
  { form, roles }: Prepared,
  name: string
): boolean {
  return knowledge.unreached.get(form)?.has(roles.of(name)) ?? false;
}
