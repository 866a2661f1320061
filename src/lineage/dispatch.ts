// Methods that a call picks after the classes of values, in languages where a function is a method by its name.
import { NONE } from './nothing';
import type { BodiesBehind } from './bodies-behind';
import type { Knowledge } from './knowledge';
import type { Prepared } from './prepared';
import type { Step, Version } from './version';
import type { World } from './world';

/** Names of methods that a source may run, those found by other methods among them. */
export function methodsMeant(
  world: World,
  prepared: Prepared,
  behind: BodiesBehind
): readonly string[] {
  const { dispatch } = prepared.analysis;
  if (!dispatch) {
    return NONE;
  }
  world.watch?.lose();
  const names = new Set([
    ...world.boundNames(),
    ...prepared.definitions.keys()
  ]);
  const { rules } = dispatch;
  const methods = [...names].filter(rules.mayBeMethod);
  if (methods.length === 0) {
    return NONE;
  }
  const classes = classesMet(world, prepared, behind);
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    const generics = rules.calledFor(
      genericsOf(dispatch.generics, behind, [...found])
    );
    methods
      .filter(name => rules.isMeant(name, generics, classes))
      .forEach(name => found.add(name));
  }
  return [...found];
}

/** What is called by the code, and by what it runs. */
function genericsOf(
  own: readonly string[],
  behind: BodiesBehind,
  methods: readonly string[]
): ReadonlySet<string> {
  const found = new Set(own);
  for (const [body] of behind.reach(methods)?.bodies ?? NONE) {
    body.definition.generics?.forEach(name => found.add(name));
  }
  return found;
}

/** Classes that values may have which the code looks at. */
function classesMet(
  world: World,
  { analysis: { dispatch }, reads, updates }: Prepared,
  behind: BodiesBehind
): ReadonlySet<string> {
  const found = new Set(dispatch?.classes);
  const names = new Set([...reads, ...updates].map(({ name }) => name));
  for (const [body] of behind.reach(NONE)?.bodies ?? NONE) {
    body.definition.references.forEach(name => names.add(name));
  }
  const { knowledge } = world;
  names.forEach(name => addClasses(knowledge, world.get(name) ?? null, found));
  return found;
}

function addClasses(
  knowledge: Knowledge,
  version: Version | null,
  found: Set<string>
): void {
  if (version) {
    const parts = version.parts.values();
    for (const step of [version.baseStep, ...parts.map(one => one.step)]) {
      classesOf(knowledge, step).forEach(one => found.add(one));
    }
  }
}

/** The classes that a step may give to the values that it leaves. */
function classesOf(knowledge: Knowledge, step: Step): ReadonlySet<string> {
  const known = knowledge.classes.get(step);
  if (known) {
    return known;
  }
  const found = new Set(step.prepared.analysis.dispatch?.classes);
  knowledge.classes.set(step, found);
  step.reads.forEach(({ version }) => addClasses(knowledge, version, found));
  return found;
}
