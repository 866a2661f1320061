// Moves to other folders that did not come about.
import { ambientName } from './ambient-names';
import type { Circumstances } from './observation';
import type { Prepared, PreparedEffect } from './prepared';

const DIRECTORY = ambientName('directory');
const GOING = /^(?:chdir|pushd|popd)$/;

/** What the code does to ambient state, without a `cd` that did not get where it was told to go. */
export function effectsMade(
  { effects, spells }: Prepared,
  { hasRefused }: Circumstances
): readonly PreparedEffect[] {
  const staysInPlace = hasRefused && spells(/^cd$/) && !spells(GOING);
  return staysInPlace
    ? effects.filter(({ name }) => name !== DIRECTORY)
    : effects;
}
