// Names whose values parameters stand for where no call gives them something: `def f(x, bag=bag)`.

import { defaultOf } from './given-files';
import type { Event } from './scope';
import type { Syntax } from './syntax';
import { textOf } from './syntax-words';
import { rangeOf } from './walk';

/** Events of a function: what it changes of a parameter, it may change of the name that is its default. */
export function withKeptDefaults(
  source: string,
  list: Syntax | undefined,
  events: readonly Event[]
): readonly Event[] {
  const changes = events.flatMap((event): Event[] => {
    const value =
      event.type === 'receive'
        ? defaultOf(source, list, event.received.parameter)
        : null;
    if (event.type !== 'receive' || value?.name !== 'VariableName') {
      return [];
    }
    const { path, isReplacement } = event.received;
    const name = textOf(source, value);
    const range = rangeOf(value);
    const certainty = 'possible';
    return [{ type: 'update', name, range, path, certainty, isReplacement }];
  });
  return changes.length > 0 ? [...events, ...changes] : events;
}
