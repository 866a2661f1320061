// Methods: what they do to their receiver and to their arguments, by their name alone.

import type { Range, Update } from '../name-uses';
import { ROWS } from '../rows-part';
import { setPart, setsEstimator } from '../set-part';

import type { Arguments } from './arguments';
import { changesTo, possibleChanges } from './changes';
import { drawsFromReceiver } from './effects';
import { methodEffect, methodKind } from './knowledge';
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
  const told = method === 'execute' ? executed(walk, given, change) : null;
  if (told) {
    return told;
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
  const rule = methodEffect(method);
  if (rule && drawsFromReceiver(rule, given)) {
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

/** The parts of its receiver that a method sets: `ax.set(title="T")`; null where the receiver is a part, or where it may be told by position what to set. */
function set(
  receiver: MethodCall['receiver'],
  method: string,
  { keywords, positional, isOpen }: Arguments
): readonly Update[] | null {
  const isEach = setsEstimator(method);
  const isNamed = method.startsWith('set_') && !isEach;
  const isTold = isNamed || positional.length === 0;
  if (receiver?.path !== null || isOpen || !isTold) {
    return null;
  }
  const words = isNamed ? [] : [...keywords.keys()].sort();
  const parts = isEach ? words : [words.join()];
  return parts.map(part => ({
    ...receiver,
    path: setPart(`${method}(${part})`),
    certainty: 'known',
    isReplacement: true
  }));
}

/** How classes are called. */
const CLASS = /^[A-Z][A-Z0-9]*[a-z]/;

/** How a constant SQL text begins that changes no table. */
const QUERY = /^[rRbBuU]*["']+\s*\(?\s*(?:select|explain|show|describe)\b/i;
/** How one begins that changes tables. */
const STATEMENT =
  /^[rRbBuU]*["']+\s*(?:insert|update|delete|create|drop|alter|replace)\b/i;

/** What a cursor that is given a text does: it forgets the rows that it had to give; null for a text that nobody knows. */
function executed(
  walk: Walk,
  { positional: [text] }: Arguments,
  change: (
    certainty: Update['certainty'],
    isReplacement?: boolean
  ) => readonly Update[]
): readonly Update[] | null {
  const sql = text ? textOf(walk, text) : '';
  const isStatement = STATEMENT.test(sql);
  return isStatement || QUERY.test(sql)
    ? [
        ...rowsOf(change('known', true)),
        ...(isStatement ? change('known') : [])
      ]
    : null;
}

/** What a cursor has yet to give is its own, though it shares its connection. */
function rowsOf(changes: readonly Update[]): readonly Update[] {
  return changes.map(one => ({ ...one, path: one.path ?? ROWS }));
}
