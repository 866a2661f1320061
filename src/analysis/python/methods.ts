// Methods: what they do to their receiver and to their arguments, by their name alone.

import type { Range, Update } from '../name-uses';
import { setPart } from '../set-part';

import type { Arguments } from './arguments';
import { changesTo, possibleChanges } from './changes';
import { methodKind } from './knowledge';
import { trainingKeywords } from './knowledge/tensorflow';
import { axesName, drawingMethods } from './knowledge/matplotlib';
import { textOf, type Walk } from './walk';

/** A call of a method of a named value. */
export type MethodCall = {
  /** Null when it has no name: `make().fit(…)`. */
  readonly receiver: {
    readonly name: string;
    readonly range: Range;
    readonly path: string | null;
  } | null;
  readonly method: string;
  readonly given: Arguments;
  /** True when nothing is done with the result. */
  readonly isDiscarded: boolean;
};

/** What a method call changes; a method that nobody knows may change all that it gets. */
export function changesOfMethod(
  walk: Walk,
  { receiver, method, given, isDiscarded }: MethodCall
): readonly Update[] {
  const change = (
    certainty: Update['certainty'],
    isReplacement = false
  ): readonly Update[] =>
    receiver ? [{ certainty, isReplacement, ...receiver }] : [];
  const inPlace = given.keywords.get('inplace');
  if (inPlace) {
    const isSure = textOf(walk, inPlace) === 'True';
    const isNot = textOf(walk, inPlace) === 'False';
    return isNot ? [] : change(isSure ? 'known' : 'possible');
  }
  if (method === 'execute' && isQuery(walk, given)) {
    return rowsOf(change('known', true));
  }
  if (method === 'execute' && isStatement(walk, given)) {
    return [...rowsOf(change('known', true)), ...change('known')];
  }
  if (/^fetch(?:one|many|all)$/.test(method)) {
    return rowsOf(change('known'));
  }
  if (drawingMethods.has(method)) {
    return axesName.test(receiver?.name ?? '') ? change('known') : [];
  }
  const shuffled =
    method === 'shuffle'
      ? changesTo(walk, given.positional[0], {
          certainty: 'known',
          isReplacement: false
        })
      : [];
  if (method === 'eval' && given.all.length === 0) {
    return change('known');
  }
  switch (methodKind(method)) {
    case 'pure':
      return [];
    case 'silent': {
      // `log.handlers.clear()`: whatever was in that part, nothing is.
      const empties =
        method === 'clear' && receiver !== null && receiver.path !== null;
      return isDiscarded ? change('known', empties) : change('possible');
    }
    case 'changing':
      return [...change('known'), ...shuffled];
    case 'setting':
      return set(receiver, method, given) ?? change('known');
    case 'replacing': {
      const goesOn = [...given.keywords.keys()].some(keyword =>
        trainingKeywords.has(keyword)
      );
      return change('known', !goesOn);
    }
    case undefined: {
      const spares = CLASS.test(method)
        ? ({ spares: 'imports' } as const)
        : isDiscarded
          ? {}
          : ({ spares: 'modules' } as const);
      return [
        ...change('possible').map(one => ({ ...one, ...spares })),
        ...possibleChanges(walk, given)
      ];
    }
  }
}

/** The part of its receiver that a method sets: `ax.set(title="T")`; null where the receiver is a part, or where it may be told by position what to set. */
function set(
  receiver: MethodCall['receiver'],
  method: string,
  { keywords, positional, isOpen }: Arguments
): readonly Update[] | null {
  const isNamed = method.startsWith('set_');
  const isTold = isNamed || positional.length === 0;
  if (receiver?.path !== null || isOpen || !isTold) {
    return null;
  }
  const words = isNamed ? '' : [...keywords.keys()].sort().join();
  const path = setPart(`${method}(${words})`);
  return [{ ...receiver, path, certainty: 'known', isReplacement: true }];
}

/** How classes are called. */
const CLASS = /^[A-Z][A-Z0-9]*[a-z]/;

/** True for a constant SQL text that changes no table. */
function isQuery(walk: Walk, { positional }: Arguments): boolean {
  const [text] = positional;
  return (
    text !== undefined &&
    /^[rRbBuU]*["']+\s*\(?\s*(?:select|explain|show|describe)\b/i.test(
      textOf(walk, text)
    )
  );
}

/** True for a constant SQL text that changes tables: a cursor forgets the rows that it had to give. */
function isStatement(walk: Walk, { positional }: Arguments): boolean {
  const [text] = positional;
  return (
    text !== undefined &&
    /^[rRbBuU]*["']+\s*(?:insert|update|delete|create|drop|alter|replace)\b/i.test(
      textOf(walk, text)
    )
  );
}

/** What a cursor has yet to give is its own, though it shares its connection. */
function rowsOf(changes: readonly Update[]): readonly Update[] {
  return changes.map(one => ({ ...one, path: one.path ?? '.#rows' }));
}
