// Whether two steps left the same, beyond what lineage tells: what values look like, and what changed along.
import type { Step } from './version';

/** True when what both changed without naming it was the same before. */
export function changedTheSame(actual: Step, expected: Step): boolean {
  return actual.aside.every(({ name, key }) => {
    const other = expected.aside.find(one => one.name === name);
    return !other || other.key === key;
  });
}

/** True when constants determine that the two show or leave different things. */
export function showsOther(actual: Step, expected: Step): boolean {
  const isShown = actual.shown !== null && expected.shown !== null;
  return (
    (isShown && actual.shown !== expected.shown) ||
    (actual.left.size > 0 &&
      [...actual.left].some(
        ([name, looks]) => looks !== (expected.left.get(name) ?? looks)
      ))
  );
}

/** True when both leave what looks the same under a name that they bind, or what nothing else can reach. */
export function looksAlike(actual: Step, other: Step, name: string): boolean {
  const looks = actual.left.get(name);
  const isApart = actual.prepared.own.has(name) || !looks?.includes('(');
  return looks !== undefined && looks === other.left.get(name) && isApart;
}
