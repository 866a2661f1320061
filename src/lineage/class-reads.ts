// What code sees of classes: the methods that it may run and the attributes that it names, not the rest.
import { isSetPart } from '../analysis';
import type { ReachedClass, Reached } from './reach';
import type { Looking } from './looking';
import type { Carried, Prepared, PreparedUpdate } from './prepared';
import { isAskedAlone, tellsChanges } from './asked-classes';
import { areToldApart } from './made-again';
import { NONE } from './nothing';
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
  { calls, bases, source }: Prepared,
  name: string
): boolean {
  const version = world.get(name);
  return (
    isClassOf(name, version) &&
    (calls.includes(name) ||
      bases.has(name) ||
      isAskedAlone(source, name, version?.carried ?? NONE))
  );
}

/** True for what a call of a method may change of its class, where the methods themselves tell what they change. */
export function isToldByMethods(
  world: World,
  { source }: Prepared,
  reached: Reached | null,
  { name, part }: PreparedUpdate
): boolean {
  const version = world.get(name);
  if (
    reached === null ||
    !(part === null || isSetPart(part)) ||
    !isClassOf(name, version)
  ) {
    return false;
  }
  world.watch?.lose();
  return (
    isAskedAlone(source, name, version?.carried ?? NONE) &&
    tellsChanges(reached.texts)
  );
}

/** Looks at all classes that code has to do with; returns what its values may carry of them. */
export function lookAtClasses(
  world: World,
  looking: Looking,
  reached: Reached
): readonly Carried[] {
  const { classes } = reached;
  for (const alike of byName(classes)) {
    readClasses(world, alike, reached).forEach(read => {
      looking.lookAtClass(read);
    });
  }
  return classes.map(({ carried, isMade, isUsed }) => {
    const isInstance = isMade || isUsed || carried.isInstance;
    return { ...carried, isInstance };
  });
}

/** Classes under their names, without those of the cell that is walked, whose source counts as a whole. */
function byName(
  classes: readonly ReachedClass[]
): Iterable<readonly ReachedClass[]> {
  const found = new Map<string, ReachedClass[]>();
  for (const one of classes) {
    const { definition, maker } = one.carried;
    if (maker && definition.parts) {
      const { name } = definition;
      found.set(name, [...(found.get(name) ?? NONE), one]);
    }
  }
  return found.values();
}

/** What is seen of classes of one name. */
function readClasses(
  world: World,
  classes: readonly ReachedClass[],
  { mentions, texts }: Reached
): readonly Read[] {
  const [first] = classes;
  if (!first) {
    return NONE;
  }
  const { name } = first.carried.definition;
  const { interner } = world.knowledge;
  const now = world.get(name);
  const isNow = ({ carried }: ReachedClass): boolean =>
    now?.carried.some(each => isOf(each, carried)) ?? false;
  const present = classes.find(isNow);
  const former = classes.find(one => !isNow(one));
  const id = `${name}\nclass`;
  const sight = { id, name, path: null };
  const reads: Read[] = [];
  if (present && now && now.baseStep !== present.carried.maker) {
    const { key, baseKey, parts } = now;
    reads.push(readOf(sight, now, { key, parts, baseKey }));
  }
  const rest = reads.length > 0 ? classes.filter(one => !isNow(one)) : classes;
  if (rest.length === 0) {
    return reads;
  }
  const parts =
    present && now && reads.length === 0
      ? now.parts.only(part => isSeen(part, mentions), interner)
      : Parts.none;
  const isApart =
    rest.length > 1 && (parts.size > 0 || areToldApart(rest, texts));
  const baseKey = keyOfClasses(world, rest, isApart);
  const version = former
    ? (former.carried.maker?.written.get(name) ?? null)
    : (now ?? null);
  const key = parts.keyOn(baseKey, interner);
  return [...reads, readOf(sight, version, { key, parts, baseKey })];
}

/** Equal for classes of which equal code is used, however often a cell made them, unless code tells them apart. */
function keyOfClasses(
  world: World,
  classes: readonly ReachedClass[],
  isApart: boolean
): number {
  const { interner } = world.knowledge;
  const keys = new Set<number>();
  for (const { carried, isMade, isUsed, methods } of classes) {
    const { name } = carried.definition;
    keys.add(interner.intern(`class ${name}`));
    if (!isMade && !isUsed && methods.size === 0) {
      continue;
    }
    keys.add(bodyKey(world, carried));
    for (const { definition: method } of methods) {
      keys.add(interner.intern(unnamed(method.text, method.references)));
    }
  }
  const ordered = [...keys].sort((one, other) => one - other);
  const count = isApart ? classes.length : 1;
  return ordered.reduce(
    (whole, key) => interner.pair(whole, key),
    interner.intern(`${count} classes`)
  );
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
