// Steps on whose outputs chance has no part, whatever was drawn around them.
import { chancesIn, isLeftBy, type Step } from './version';

/** True when constants determine what both show, and all that chance might have a part in but code, which draws when it runs. */
export function isDetermined(actual: Step, expected: Step): boolean {
  return (
    actual.shown !== null &&
    actual.shown === expected.shown &&
    expected.written.every(
      (version, name) =>
        name[0] === '@' ||
        expected.left.has(name) ||
        expected.prepared.definitions.has(name) ||
        !version ||
        !isLeftBy(version, expected) ||
        chancesIn(version).length === 0
    )
  );
}
