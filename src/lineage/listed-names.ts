// What a cell shows of the names that there are: `%who` and `%whos` list what all cells before it left.
import { distinct } from './cause';
import type { CauseFinder } from './causes';
import type { Cause } from './forecast-types';
import type { Meeting } from './left-files';
import { NONE } from './nothing';
import type { Step } from './version';

/** Causes by which a fresh run would list other names than an execution did; none where it is not known which there are. */
export function otherNames(
  finder: CauseFinder,
  { timeline, moment, above }: Meeting,
  expected: Step
): readonly Cause[] {
  const { step } = moment;
  if (!step.prepared.analysis.listsNames) {
    return NONE;
  }
  const runId = step.execution?.runId;
  const before = timeline
    .before(moment)
    .filter(({ execution }) => execution?.runId === runId);
  const fresh = above();
  if ([...before, ...fresh].some(bindsUnseen)) {
    return NONE;
  }
  const there = bindersAfter(before);
  const present = bindersAfter(fresh);
  const causeOf = (name: string): readonly Cause[] => {
    const actual = there.get(name) ?? null;
    const other = present.get(name) ?? null;
    const isOther =
      actual === null
        ? other !== null && !hasRun(before, other)
        : other === null && !hasRun(fresh, actual);
    return isOther
      ? finder.part({
          name,
          reader: expected,
          actualReader: step,
          actual,
          expected: other
        })
      : NONE;
  };
  return distinct([...there.keys(), ...present.keys()].flatMap(causeOf));
}

/** True for a step that may bind more than is told. */
function bindsUnseen({ prepared }: Step): boolean {
  return prepared.analysis.bindsUnknown;
}

/** What the magics leave out begins with a stroke, and so does what is no name with a sign of its own. */
const LISTED = /^\p{L}[\p{L}\p{N}_]*$/u;

/** By name, the last step that bound it, for names that are there in the end. */
function bindersAfter(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const found = new Map<string, Step>();
  for (const step of steps) {
    for (const [name, version] of step.written) {
      if (version === null) {
        found.delete(name);
      } else if (LISTED.test(name)) {
        found.set(name, step);
      }
    }
  }
  return found;
}

/** True where one of the steps has the code of a step: what it binds there hangs on what only running it tells. */
function hasRun(steps: readonly Step[], { prepared }: Step): boolean {
  return steps.some(one => one.prepared.normalised === prepared.normalised);
}
