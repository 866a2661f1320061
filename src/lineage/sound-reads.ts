// What a slice has to count although no name in the code tells: state behind callables, and classes changed later.
import type { BindingKind, CellAnalysis } from '../analysis';
import { NONE } from './nothing';
import type { Carried, Prepared, PreparedUpdate } from './prepared';
import { isMeant } from './unseen-names';
import type { World } from './world';

/** How a name gets a value that may come out of a call. */
const ASSIGNED: ReadonlySet<string> = new Set<BindingKind>([
  'assignment',
  'annotated-assignment',
  'named-expression'
]);

/** Names that the code calls and whose values came out of a call themselves: they may remember what they were called with. */
export function rememberingCallees(
  world: World,
  { calls, own, analysis }: Prepared
): string[] {
  return calls.filter(name => {
    const version = world.get(name);
    if (!version || own.has(name)) {
      return false;
    }
    const { baseStep, carried } = version;
    const maker = baseStep.prepared.analysis;
    const isMade =
      maker.bindings.some(one => one.name === name && ASSIGNED.has(one.kind)) ||
      callsByName(maker, name);
    const isDefined = carried.some(one => one.definition.name === name);
    return isMade && !isDefined && callsByName(analysis, name);
  });
}

/**
 * The bodies behind all names that the code calls, reads and evaluates, and behind the names that those mention; each with true
 * where the code means it, and does not just have a value that may be an instance of the class.
 */
export function allBodies(
  world: World,
  { calls, reads, builtins }: Prepared,
  bodiesOf: (name: string) => readonly Carried[],
  evaluated: readonly string[]
): ReadonlyMap<Carried, boolean> {
  const called = new Set([...calls, ...builtins, ...evaluated]);
  const names = [...called, ...reads.map(({ name }) => name)];
  const named = new Set(names);
  const pending = names.reverse();
  const found = new Map<Carried, boolean>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const isCalled = called.has(name);
    for (const carried of bodiesOf(name)) {
      if (found.has(carried) || !(isCalled || carried.isClass)) {
        continue;
      }
      const isNamed = named.has(name) && isMeant(world, name, carried);
      found.set(carried, isNamed);
      for (const reference of [
        ...carried.definition.references,
        ...evaluated
      ]) {
        called.add(reference);
        pending.push(reference);
        if (isNamed) {
          named.add(reference);
        }
      }
    }
  }
  return found;
}

/** Names whose memory the code may change through a view that it makes itself: `flat = grid.ravel()`, `flat[0] = 1`. */
export function changedThroughViews({ values, analysis }: Prepared): string[] {
  return values.sharing
    .filter(one => analysis.handling?.handled.has(one.name))
    .map(one => one.with);
}

/** Names that the source shows by listing all; IPython leaves out those that begin with an underscore. */
export function listedNames(
  world: World,
  { analysis }: Prepared
): readonly string[] {
  return analysis.listsNames
    ? world.boundNames().filter(name => !/^[@_]/.test(name))
    : NONE;
}

/** True when somebody has changed the class in place since it was defined: its instances have changed with it. */
export function isPatched(
  world: World,
  { definition, isClass }: Carried
): boolean {
  const version = isClass ? world.get(definition.name) : undefined;
  return (
    version !== undefined &&
    version.carried.some(one => one.definition === definition) &&
    (version.parts.size > 0 ||
      !version.baseStep.prepared.definitions.has(definition.name))
  );
}

/** Names of values that change because the step changes their class. */
export function instancesOfPatched(
  world: World,
  updates: readonly PreparedUpdate[]
): readonly string[] {
  const found = updates.flatMap(({ name }) =>
    (world.get(name)?.carried ?? [])
      .filter(one => one.isClass && one.definition.name === name)
      .flatMap(one => world.carriersOf(one))
  );
  return [...new Set(found)].filter(
    name => !updates.some(one => one.name === name && one.part === null)
  );
}

/** Names in the texts of code that runs texts: `show("x", "x + y")`, where `show` evaluates what it is given. */
export function namesInTexts(
  world: World,
  { analysis, own }: Prepared,
  entered: readonly Carried[]
): readonly string[] {
  const isRun = entered.some(({ definition }) =>
    definition.builtinReferences?.some(one => /^(?:eval|exec)$/.test(one))
  );
  const texts = isRun ? (analysis.spelled?.literals ?? []) : [];
  const names = texts.flatMap(text => text.match(/[^\W\d]\w*/gu) ?? []);
  return [...new Set(names)].filter(
    name => world.get(name) !== undefined && !own.has(name)
  );
}

function callsByName({ handling }: CellAnalysis, name: string): boolean {
  return handling?.callees.has(name) ?? false;
}
