// Whether a name holds a value of the type that an execution found there, as far as the kernel or the code that made it tells.
import type { Timeline } from './timeline';
import type { Read, Step, Version } from './version';

/** Values that others are in, which are asked as often as they are themselves. */
const HOLDS = /^builtins\.(?:dict|list|tuple|set|frozenset)$|^collections\./;

/** Further back nobody looks for who made a value that others changed. */
const DEPTH = 50;

/** True where the kernel told that a value is of the type of which it was, and neither code nor something with others in it. */
export function hasToldType(
  timeline: Timeline,
  actual: Step,
  { name, version }: Read
): boolean {
  const found = actual.execution?.report?.types?.[name];
  return (
    version?.carried.length === 0 &&
    found !== undefined &&
    !HOLDS.test(found) &&
    found === typeLeft(timeline, name, makerOf(name, version))
  );
}

/** True where the same code made a value and the one that an execution found under its name: what it makes is of one type, or nothing. */
export function isMadeAlike(actual: Step, { name, version }: Read): boolean {
  const found = actual.reads.find(one => one.name === name)?.version;
  return (
    version?.carried.length === 0 &&
    found !== undefined &&
    found !== null &&
    isSameCode(makerOf(name, found), makerOf(name, version))
  );
}

/** Who bound the name: what changes a value in place leaves its type. */
function makerOf(name: string, version: Version): Step {
  let { baseStep } = version;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const { strong, weak, grown } = baseStep.prepared;
    const read = baseStep.reads.find(one => one.name === name)?.version;
    if (
      !read ||
      [strong, weak, grown].some(names => names.includes(name)) ||
      read.baseStep === baseStep
    ) {
      break;
    }
    baseStep = read.baseStep;
  }
  return baseStep;
}

/** The type that the kernel told of what a step left, or one with the same lineage. */
function typeLeft(
  timeline: Timeline,
  name: string,
  maker: Step
): string | undefined {
  const made = maker.execution ? maker : timeline.newestOfKey(maker.key)?.step;
  return made?.execution?.report?.types?.[name];
}

function isSameCode(
  { prepared: one }: Step,
  { prepared: other }: Step
): boolean {
  return one.completeness === 'complete' && one.normalised === other.normalised;
}
