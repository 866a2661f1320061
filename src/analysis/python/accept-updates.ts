// Adds in-place changes to what is known of a cell: of the names that are changed, and of those that they are aliases of.

import type { Update } from '../name-uses';

import { builtinNames, isHistoryName } from './builtins';
import { hasFlowed, partKey } from './data-flow';
import type { Facts } from './facts';
import { isFromOutside, stateOf } from './flow';
import type { UpdateEvent } from './scope';

/** A change of an alias is a change of what it is an alias of. */
export function acceptUpdate(facts: Facts, event: UpdateEvent): void {
  for (const origin of facts.flow.origins.get(event.name) ?? []) {
    recordUpdate(facts, {
      ...event,
      name: origin.name,
      path: origin.isSame ? event.path : origin.path,
      certainty: origin.isSame ? event.certainty : 'possible',
      isReplacement: origin.isSame && event.isReplacement,
      ...(!origin.isSame && { spares: undefined })
    });
  }
  recordUpdate(facts, event);
}

function recordUpdate(facts: Facts, event: UpdateEvent): void {
  const { name, range, path, certainty, spares } = event;
  facts.steps.current.touched.push(name);
  if (certainty !== 'possible') {
    facts.steps.current.targets.push(name);
  }
  const state = stateOf(facts.branch, name);
  if (event.isReplacement && !isFromOutside(state)) {
    // What a method gives that replaces what was learnt hangs on how its receiver was made.
    facts.steps.current.reads.push(name);
    facts.steps.current.readAt.push(range.from);
  }
  if (!isFromOutside(state) || isHistoryName(name) || builtinNames.has(name)) {
    return;
  }
  const isAnew = event.isReplacement && !hasFlowed(facts.flow, name, path);
  const isReplacement =
    isAnew ||
    facts.replaced.has(partKey(name, path)) ||
    facts.replaced.has(partKey(name, null));
  if (isAnew && certainty !== 'possible' && facts.branch === facts.root) {
    facts.replaced.add(partKey(name, path));
  }
  if (isAnew && facts.loop) {
    facts.repeated.set(facts.updates.length, facts.loop);
  }
  facts.updates.push({
    name,
    range,
    path,
    certainty,
    isReplacement,
    ...(path === null && !isReplacement && replacedOf(facts, name)),
    ...(spares && { spares })
  });
}

/** What a change of the whole needs nothing of. */
function replacedOf(
  { replaced }: Facts,
  name: string
): Pick<Update, 'replaced'> | null {
  if (replaced.size === 0) {
    return null;
  }
  const start = partKey(name, null);
  const parts = [...replaced]
    .filter(key => key.startsWith(start))
    .map(key => key.slice(start.length));
  return parts.length > 0 ? { replaced: parts } : null;
}
