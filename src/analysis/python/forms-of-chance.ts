// Chance of which code looks at the form alone: how many numbers are drawn, and of which type, hangs on no chance.

import type { Effect } from '../effect';

import { formSeen } from './forms-seen';
import { DRAWING_NUMBERS, DRAWING_ONE } from './makings/known-calls';
import { placeAt } from './place';
import type { Syntax } from './syntax';
import { wordSet } from './word-set';

/** What draws as many numbers as it is told, or as it is given, beside what NumPy and Python call so. */
const DRAWING_MORE = wordSet(
  'permutation rand_like randint_like randn_like randperm token_hex'
);

/** The effects, with those told apart of which nothing but a form is looked at where they stand. */
export function withForms(
  source: string,
  root: Syntax,
  effects: readonly Effect[]
): readonly Effect[] {
  return effects.map(effect =>
    isFormAlone(source, root, effect)
      ? { ...effect, into: [], staysInside: true }
      : effect
  );
}

function isFormAlone(
  source: string,
  root: Syntax,
  { state, range }: Effect
): boolean {
  if (!/^(?:clock|entropy|random)$/.test(state)) {
    return false;
  }
  const place = placeAt(source, root, range);
  const [call] = place?.path ?? [];
  const [callee] = call?.name === 'CallExpression' ? call.children : [];
  if (!place || !callee) {
    return false;
  }
  const word = source.slice(callee.from, callee.to).replace(/^.*\.\s*/s, '');
  const isKnown =
    state === 'clock' ||
    [DRAWING_NUMBERS, DRAWING_ONE, DRAWING_MORE].some(one => one.has(word));
  return isKnown && formSeen(place) !== null;
}
