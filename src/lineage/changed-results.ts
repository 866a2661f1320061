// Whether the value that a step gave as its result may have changed since.
import { HISTORY } from './ambient-names';
import { FOG } from './fog';
import { isModule } from './imported';
import type { Step } from './version';

/** True where a later step may have changed the value, through IPython's names for it or any name that may hold it. */
export function mayHaveChanged(result: Step, later: readonly Step[]): boolean {
  const holders = new Set([...valuesReadBy(result), ...boundBy(result)]);
  const holds = (name: string): boolean =>
    holders.has(name) || HISTORY.test(name);
  for (const step of later) {
    if (step.written.has(FOG) || changedBy(step).some(holds)) {
      return true;
    }
    if (step.reads.some(({ name }) => holds(name))) {
      boundBy(step).forEach(name => holders.add(name));
    }
  }
  return false;
}

/** Names of the values that a step reads: modules and state outside of the namespace are none. */
function valuesReadBy({ reads }: Step): readonly string[] {
  return reads.flatMap(({ name, version }) =>
    name.startsWith('@') || isModule(name, version) ? [] : [name]
  );
}

function boundBy({ prepared: { strong, weak } }: Step): readonly string[] {
  return [...strong, ...weak];
}

/** Names whose values a step may change; what others do with a result that they are handed, or name, is not followed. */
function changedBy(step: Step): readonly string[] {
  const { prepared, reads, written } = step;
  const { analysis, values } = prepared;
  const bound = new Set(boundBy(step));
  const own = new Set(prepared.reads.map(({ name }) => name));
  const inBodies = reads.filter(({ name }) => !own.has(name));
  const named = analysis.deeds?.onlyLooks
    ? []
    : (analysis.spelled?.words ?? []);
  const handled = [...named, ...inBodies.map(({ name }) => name)];
  return [
    ...analysis.updates
      .filter(({ certainty }) => certainty !== 'possible')
      .map(({ name }) => name),
    ...[...written.keys()].filter(name => !bound.has(name)),
    ...[...handled, ...values.consumed].filter(
      name => HISTORY.test(name) && !bound.has(name)
    )
  ];
}
