// Whether a name holds a value of the type that an execution found there, as far as the kernel or the code that made it tells.
import type { Timeline } from './timeline';
import type { Read, Step, Version } from './version';

/** Values that others are in, which are asked as often as they are themselves. */
const HOLDS = /^builtins\.(?:dict|list|tuple|set|frozenset)$|^collections\./;

/** So many values deep nobody looks of what others are made. */
const NESTING = 8;

/** Numbers and texts in normalised code, but for those at which a part of something begins. */
const OTHER_CONSTANTS =
  /(?<![\w.]|[\w)\]] \[ )(?:\d[\w.]*|\w{0,2}("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))/g;

/** Words by which code takes one value of several, or what nobody has written down. */
const CHOOSING =
  /\b(?:if|else|or|and|try|match|(?:\w+_)?loads?|eval|literal_eval|getattr|get|pop|next)\b/;

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

/** True where the same code made a value and the one that an execution found under its name, of what is made alike itself. */
export function isMadeAlike(
  timeline: Timeline,
  actual: Step,
  { name, version }: Read
): boolean {
  const found = actual.reads.find(one => one.name === name)?.version;
  return areMadeAlike(timeline, name, [found, version], NESTING);
}

/** Two values that stand under one name. */
type Pair = readonly [Version | null | undefined, Version | null | undefined];

function areMadeAlike(
  timeline: Timeline,
  name: string,
  [one, other]: Pair,
  depth: number
): boolean {
  if (!one || !other || one.carried.length + other.carried.length > 0) {
    return false;
  }
  const [mine, theirs] = [makerOf(name, one), makerOf(name, other)];
  const [found, told] = [mine, theirs].map(maker =>
    typeLeft(timeline, name, maker)
  );
  if (found !== undefined && told !== undefined) {
    return found === told && !HOLDS.test(found);
  }
  return (
    depth > 0 &&
    isSameCode(name, mine, theirs) &&
    theirs.reads.every(({ id, key, name: read, version }) => {
      const before = mine.reads.find(seen => seen.id === id);
      return (
        read[0] === '@' ||
        before?.key === key ||
        areMadeAlike(timeline, read, [before?.version, version], depth - 1)
      );
    })
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

/** True where both bind the name, by code that is the same but for what its constants are, and makes no choice. */
function isSameCode(
  name: string,
  { prepared: one }: Step,
  { prepared: other }: Step
): boolean {
  const made = shapeOf(one.normalised);
  return (
    [one, other].every(
      ({ completeness, strong }) =>
        completeness === 'complete' && strong.includes(name)
    ) &&
    made === shapeOf(other.normalised) &&
    !CHOOSING.test(made)
  );
}

/** Code with one number and one text in the place of others of their kinds, but for those that pick a part of something. */
function shapeOf(normalised: string): string {
  return normalised.replace(
    OTHER_CONSTANTS,
    (word, text: string | undefined) =>
      text === undefined
        ? String(Number.isInteger(Number(word)) && !/[.eEjJ]/.test(word))
        : word.slice(0, -text.length) + '""'
  );
}
