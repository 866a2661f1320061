// Whether two steps leave the same under the same names, and show the same along with it.
import { hidesNames, leftSameParts, partsBy } from './alike';
import { looksAlike } from './left-values';
import { isLeftBy, type Step } from './version';

/** True when constants determine that both show the same and leave the same. */
export function showsAlike(actual: Step, expected: Step): boolean {
  return (
    actual.shown !== null &&
    actual.shown === expected.shown &&
    leftTheSame(actual, expected) &&
    leftTheSame(expected, actual)
  );
}

/** True when the source differs in names that do not show, and the names that it leaves are called as they were. */
export function isRenamedAlike(actual: Step, expected: Step): boolean {
  return (
    actual.key === expected.key &&
    hidesNames(actual, expected) &&
    leftTheSame(actual, expected) &&
    leftTheSame(expected, actual)
  );
}

/** True when the other step left alike whatever this one binds or changes. */
export function leftTheSame(actual: Step, other: Step): boolean {
  return actual.written.every((version, name) => {
    const theirs = other.written.get(name) ?? null;
    return version === null || theirs === null
      ? version === theirs
      : version.key === theirs.key ||
          !(isLeftBy(version, actual) || isLeftBy(theirs, other)) ||
          looksAlike(actual, other, name) ||
          leftSameParts(partsBy(actual, version), partsBy(other, theirs));
  });
}
