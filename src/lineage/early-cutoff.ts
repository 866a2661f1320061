// Early cutoff: tells in a value that was just made one that was there before.
import { laidOutAs } from './late-layout';
import type { EqualValues } from './equal-values';
import type { Version } from './version';

/** What tells that a value is one that was there before. */
type Proofs = {
  /** The kernel's fingerprint; undefined where it took none. */
  readonly print: string | undefined;
  /** The value as it was worked out in thought; null where it was not, or proves nothing. */
  readonly worked: string | null;
};

/** Notes what is told of a value; gives the version that it had when it was there first, made by its maker of now. */
export function asBefore(
  values: EqualValues,
  name: string,
  made: Version,
  { print, worked }: Proofs
): Version {
  if (print !== undefined) {
    values.notePrint(name, made, print);
  }
  if (worked !== null) {
    values.noteWorked(name, made, worked);
  }
  const canonical = values.canonical(made);
  if (canonical.key === made.key) {
    return made;
  }
  const { baseStep, chances, serial } = made;
  const parts = canonical.parts.madeBy((part, { key }) => {
    const own = made.parts.get(part);
    return {
      key,
      step: own?.step ?? baseStep,
      chances: own?.chances ?? chances
    };
  });
  return {
    key: canonical.key,
    baseKey: canonical.baseKey,
    baseStep,
    parts,
    carried: made.carried.length > 0 ? made.carried : canonical.carried,
    taint: made.taint && canonical.taint,
    chances,
    serial,
    layout: canonical.layout && laidOutAs(canonical.layout, made)
  };
}
