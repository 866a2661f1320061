// What code sees of classes: the methods that it may run and the attributes that it names, not the rest.
import type { ReachedClass, Reached } from './reach';
import type { Looking } from './looking';
import type { Carried, Prepared } from './prepared';
import { Parts } from './parts';
import type { Read, Version } from './version';
import { readOf } from './see-version';
import type { World } from './world';

/** True when the name stands for a class as its definition left it, but for attributes that were set since. */
export function isClassOf(name: string, version: Version | undefined): boolean {
  return (
    version !== undefined &&
    version.carried.some(
      ({ definition, maker, isInstance, methods }) =>
        methods !== null &&
        !isInstance &&
        definition.name === name &&
        maker === version.baseStep
    )
  );
}

/** True for a class of which the code may see what it names, and what it runs. */
export function seesByParts(
  world: World,
  { calls, bases }: Prepared,
  name: string
): boolean {
  return (
    isClassOf(name, world.get(name)) &&
    (calls.includes(name) || bases.has(name))
  );
}

/** Looks at all classes that code has to do with; returns what its values may carry of them. */
export function lookAtClasses(
  world: World,
  looking: Looking,
  { classes, mentions }: Reached
): readonly Carried[] {
  return classes.map(one => {
    const { carried, isMade, isUsed } = one;
    const read = readClass(world, one, mentions);
    if (read) {
      looking.lookAtClass(read);
    }
    const isInstance = isMade || isUsed || carried.isInstance;
    return { ...carried, isInstance };
  });
}

/** What is seen of a class; null for one of the cell that is walked, whose source counts as a whole. */
function readClass(
  world: World,
  one: ReachedClass,
  mentions: Reached['mentions']
): Read | null {
  const { carried, isMade, isUsed, methods } = one;
  const { definition, maker } = carried;
  const { name, parts: classParts } = definition;
  if (!maker || !classParts) {
    return null;
  }
  const { interner } = world.knowledge;
  const now = world.get(name);
  const isPresent = now?.carried.some(each => isOf(each, carried)) ?? false;
  const version = isPresent && now ? now : (maker.written.get(name) ?? null);
  const id = `${name}\nclass`;
  const sight = { id, name, path: null };
  if (isPresent && now && now.baseStep !== maker) {
    const { key, baseKey, parts } = now;
    return readOf(sight, version, { key, parts, baseKey });
  }
  let baseKey = interner.intern(`class ${name}`);
  if (isMade || isUsed || methods.size > 0) {
    baseKey = interner.pair(baseKey, bodyKey(world, carried));
    for (const { definition: method } of carried.methods ?? []) {
      const isRun = [...methods].some(each => each.definition === method);
      baseKey = isRun
        ? interner.pair(
            baseKey,
            interner.intern(unnamed(method.text, method.references))
          )
        : baseKey;
    }
  }
  const parts =
    isPresent && now
      ? now.parts.only(part => isSeen(part, mentions), interner)
      : Parts.none;
  const key = parts.keyOn(baseKey, interner);
  return readOf(sight, version, { key, parts, baseKey });
}

function isOf(one: Carried, { definition, maker }: Carried): boolean {
  return one.definition === definition && one.maker === maker;
}

/** Of the class without its methods: its own tokens and what stood behind the names in them. */
function bodyKey(
  { knowledge: { interner } }: World,
  { definition: { name, parts }, maker }: Carried
): number {
  const origin = maker?.prepared.origins.get(name);
  if (!maker || !(origin || parts?.isAlone)) {
    return maker?.key ?? 0;
  }
  const names = [...(parts?.bases ?? []), ...(origin?.references ?? [])];
  let key = interner.intern(unnamed(parts?.text ?? '', names));
  for (const read of maker.reads) {
    if (!origin || origin.references.has(read.name)) {
      key = interner.pair(key, read.key);
    }
  }
  return key;
}

/** Tokens in which names of the notebook count by their place, since what they stand for is read. */
function unnamed(text: string, names: readonly string[]): string {
  const words = text.split(' ');
  return words
    .map((word, at) => {
      const place = words[at - 1] === '.' ? -1 : names.indexOf(word);
      return place < 0 ? word : `#${place}`;
    })
    .join(' ');
}

/** `["fee"]` is seen by who names `fee`; a part that is no attribute by everybody. */
function isSeen(part: string, mentions: Reached['mentions']): boolean {
  const [, name] = /^\["(\w+)"\]$/.exec(part) ?? [];
  return name === undefined || mentions(name);
}
