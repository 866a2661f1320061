// Models that draw when they are fitted: a cell that seeds before it fits one draws what the seed says, whoever made the model.
import { BY_CHANCE } from '../analysis';
import { escaped } from '../model';
import type { Prepared } from './prepared';
import type { Chance } from './version';

/** A function or a class at the margin, which runs when somebody calls it. */
const DEFINITION = /^(?:async def|def|class)\b.*(?:\n(?:[ \t].*|[ \t]*$))*/gm;

/** True for a chance that a model takes when it is fitted, where the cell fits it and has surely seeded before anything else that may. */
export function isSettled(
  { isLater, kind }: Chance,
  prepared: Prepared,
  name: string
): boolean {
  return (
    isLater === true &&
    kind === 'unseeded' &&
    !name.startsWith('@') &&
    fitsSeeded(prepared, name)
  );
}

function fitsSeeded(
  { source, analysis: { effects }, definitions }: Prepared,
  name: string
): boolean {
  const seed = effects.find(
    ({ state, action, stream, value, range }) =>
      state === 'random' &&
      action === 'set' &&
      (stream === undefined || stream === 'numpy') &&
      value !== BY_CHANCE &&
      (range.from === 0 || source[range.from - 1] === '\n')
  );
  if (!seed) {
    return false;
  }
  const words = [name, ...definitions.keys()].map(escaped).join('|');
  const before = source.slice(0, seed.range.from).replace(DEFINITION, '');
  const fit = `(?<![\\w.])${escaped(name)}\\s*\\.\\s*fit(?:_predict|_transform)?\\s*\\(`;
  return (
    !new RegExp(`(?<!\\w)(?:${words})(?!\\w)`).test(before) &&
    new RegExp(fit).test(source)
  );
}
