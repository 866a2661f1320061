// What runs when somebody calls a value, or uses an instance of a class: kept with the value.
import type { Observation } from './observation';
import { NONE } from './nothing';
import type { Carried, Prepared, PreparedHolding } from './prepared';
import type { Step } from './version';
import type { World } from './world';

/** Both, each once. */
export function joined(
  some: readonly Carried[],
  others: readonly Carried[]
): readonly Carried[] {
  if (others.length === 0) {
    return some;
  }
  const added = others.filter(one => !some.some(known => isEqual(known, one)));
  return added.length === 0 ? some : [...some, ...added];
}

/** True where just the same code stands behind two values. */
export function isSameCode(
  some: readonly Carried[],
  others: readonly Carried[]
): boolean {
  if (some === others) {
    return true;
  }
  for (let at = 0; at < some.length; at += 1) {
    if (some[at] !== others[at]) {
      return false;
    }
  }
  return some.length === others.length;
}

function isEqual(one: Carried, other: Carried): boolean {
  return (
    one.definition === other.definition &&
    one.maker === other.maker &&
    one.isInstance === other.isInstance
  );
}

/** What runs when somebody calls the value that the step binds to `name`, or uses it. */
export function carriedBy(
  world: World,
  step: Step,
  seen: Observation,
  name: string
): readonly Carried[] {
  const { prepared } = step;
  const own = prepared.definitions.get(name);
  if (own) {
    const isClass = own.methods !== null && world.policy === 'precise';
    return [isClass ? { ...own, maker: step } : own];
  }
  const given = codeGiven(world, prepared, name);
  if (world.policy === 'sound') {
    return joined(joined(seen.classes, ownInstances(prepared, name)), given);
  }
  const type = typeOf(world, step, name);
  if (type !== undefined && PLAIN.test(type)) {
    return NONE;
  }
  const { classes } = seen;
  const met =
    classes.length > 0 && mayHold(world, prepared, name) ? classes : NONE;
  return joined(
    joined(joined(met, ownClasses(step, name)), given),
    ofType(world, type)
  );
}

/** False for a value of whose expression nothing leads to code of the notebook: it holds no instance of what the rest of the cell met. */
function mayHold(
  world: World,
  { origins, definitions }: Prepared,
  name: string
): boolean {
  const names = origins.get(name)?.names;
  return (
    !names ||
    names.some(
      one =>
        definitions.has(one) || (world.get(one)?.carried ?? NONE).length > 0
    )
  );
}

/** The code that a value holds which a source gives the name, or keeps in it. */
export function codeGiven(
  world: World,
  prepared: Prepared,
  name: string
): readonly Carried[] {
  const { oneShot } = prepared.values;
  const given = oneShot.length === 0 ? NONE : givenBack(world, prepared, name);
  const held = prepared.heldCode.get(name);
  if (!held) {
    return given;
  }
  const isPlain =
    held.bodies.length === 0 && !isCodeBehind(world, prepared, held);
  return isPlain ? given : joined(given, codeHeld(world, prepared, held));
}

/** True where code stands behind one of the names that a value holds. */
function isCodeBehind(
  world: World,
  { definitions }: Prepared,
  { names }: PreparedHolding
): boolean {
  for (const name of names) {
    const version = definitions.has(name) ? undefined : world.get(name);
    if (definitions.has(name) || (version && version.carried.length > 0)) {
      return true;
    }
  }
  return false;
}

function codeHeld(
  world: World,
  { definitions }: Prepared,
  { names, bodies, isMember, isTable }: PreparedHolding
): readonly Carried[] {
  const behind = names.flatMap(
    one => definitions.get(one) ?? world.get(one)?.carried ?? NONE
  );
  if (isMember) {
    return behind.length > 0 ? bodies : NONE;
  }
  const codes = behind.filter(one => !one.isClass && !one.isInstance);
  const found = joined(bodies, codes);
  return isTable ? found.map(withoutEffects) : found;
}

/** The code as far as it counts where it is one of several: it may be another one that draws, or reads the clock. */
function withoutEffects(carried: Carried): Carried {
  return carried.effects.length > 0 ? { ...carried, effects: NONE } : carried;
}

/** The code that a function of the notebook gave, of whose call the cell makes the name. */
function givenBack(
  world: World,
  { definitions, values }: Prepared,
  name: string
): readonly Carried[] {
  let callee: string | null = null;
  for (const one of values.oneShot) {
    if (one.name === name) {
      ({ callee } = one);
      break;
    }
  }
  if (callee === null) {
    return NONE;
  }
  const own = definitions.get(callee);
  const called = own ? [own] : (world.get(callee)?.carried ?? NONE);
  return called.some(givesCode)
    ? called.flatMap(({ gives }) => gives ?? [])
    : NONE;
}

function givesCode({ gives }: Carried): boolean {
  return gives !== null;
}

/** Classes of the cell of which the name may hold an instance. */
function ownInstances(
  { definitions, normalised }: Prepared,
  name: string
): readonly Carried[] {
  const classes = [...definitions.values()].filter(one => one.isClass);
  const lines = classes.length > 0 ? normalised.split('\n') : [];
  const makers = lines.filter(line => line.trim().split(' ').includes(name));
  return classes.filter(({ definition }) =>
    makers.some(line => line.includes(`${definition.name} (`))
  );
}

/** Types whose values are no instances of anything else and hold none. */
const PLAIN =
  /^builtins\.(?:NoneType|bool|int|float|complex|str|bytes|range|slice)$|^(?:numpy|pandas|datetime|decimal)\./;

/** A type that the notebook defines. */
const OF_NOTEBOOK = /^__main__\.(\w+)$/;

/** The type of the value that a step leaves under a name, as the kernel told now or before; undefined where it did not. */
function typeOf(
  { knowledge }: World,
  { prepared, execution }: Step,
  name: string
): string | undefined {
  return (
    execution?.report?.types?.[name] ??
    knowledge.typeBySource(prepared.normalised, name)
  );
}

/** The cell's own classes, of which the value may be made; an expression of its own that mentions none is not. */
function ownClasses(step: Step, name: string): readonly Carried[] {
  const { definitions, origins } = step.prepared;
  if (definitions.size === 0) {
    return NONE;
  }
  let found: Carried[] | null = null;
  const origin = origins.get(name);
  for (const [className, own] of definitions) {
    if (own.methods && (!origin || origin.roles.has(className))) {
      found ??= [];
      found.push({ ...own, maker: step, isInstance: true });
    }
  }
  return found ?? NONE;
}

/** The class that the kernel said the value to be an instance of. */
function ofType(world: World, type: string | undefined): readonly Carried[] {
  if (type === undefined) {
    return NONE;
  }
  const [, name = ''] = OF_NOTEBOOK.exec(type) ?? NONE;
  const carried = name === '' ? NONE : (world.get(name)?.carried ?? NONE);
  return carried.length === 0
    ? NONE
    : carried
        .filter(one => one.methods !== null && !one.isInstance)
        .map(one => ({ ...one, isInstance: true }));
}
