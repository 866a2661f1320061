// Bodies that run only where a function is given nothing, while all calls give it something.
import { isGivenIn } from '../analysis';
import { escaped } from '../model';
import { NONE } from './nothing';
import type { Body, Prepared } from './prepared';
import { isCarried } from './prepared-bodies';
import type { Reached } from './reach';

/** True for a body that code reaches through functions alone which do without it, given what the code gives them. */
export function isSpared(
  { definition: { name } }: Body,
  prepared: Prepared,
  reached: Reached,
  left = FARTHEST
): boolean {
  const namers = namersOf(name, reached);
  return (
    left > 0 &&
    !isNamedBy(prepared, name) &&
    namers.length > 0 &&
    namers.every(
      namer =>
        doesWithout(namer, name, prepared, reached) ||
        isSpared(namer, prepared, reached, left - 1)
    )
  );
}

/** How many functions are followed, each of which calls the next. */
const FARTHEST = 6;

/** True for code that names it itself. */
function isNamedBy(
  { calls, reads, own, values }: Prepared,
  name: string
): boolean {
  return (
    own.has(name) ||
    calls.includes(name) ||
    values.consumed.includes(name) ||
    reads.some(read => read.name === name)
  );
}

function namersOf(name: string, { bodies }: Reached): readonly Body[] {
  return [...bodies.keys()].filter(
    ({ definition }) =>
      definition.name !== name && definition.references.includes(name)
  );
}

/** How often code says a name, be it to call it or to hand it on. */
function timesNamed(source: string, name: string): number {
  const pattern = new RegExp(`(?<![\\w.])${escaped(name)}(?!\\w)`, 'g');
  return source.match(pattern)?.length ?? 0;
}

/** True for a function that calls the other for want of a parameter alone, for which all calls of it give a text or a name: other values may be nothing as well. */
function doesWithout(
  namer: Body,
  name: string,
  { analysis: { givenTexts = NONE }, source }: Prepared,
  reached: Reached
): boolean {
  const own = namer.definition.name;
  const want = isCarried(namer)
    ? namer.analysis.orElse?.find(
        ({ within, callee }) => within === own && callee === name
      )
    : undefined;
  const calls = givenTexts.filter(({ callee }) => callee === own);
  return (
    want !== undefined &&
    calls.length > 0 &&
    calls.length === timesNamed(source, own) &&
    namersOf(own, reached).length === 0 &&
    calls.every(
      ({ given, texts }) =>
        given !== null &&
        isGivenIn(
          [want.unlessGiven],
          new Set([...given].filter(at => texts.get(at)))
        )
    )
  );
}
