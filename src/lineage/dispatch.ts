// Methods that a call picks after the classes of values, in languages where a function is a method by its name.
import { NONE } from './nothing';
import type { BodiesBehind } from './bodies-behind';
import type { Knowledge } from './knowledge';
import type { Prepared } from './prepared';
import type { Step, Version } from './version';
import type { World } from './world';

/** Classes that values have without anybody's giving them. */
const IMPLICIT = new Set(
  'ANY default missing NULL numeric integer double character logical complex function list matrix array data.frame factor Date'.split(
    ' '
  )
);

/** By group, the functions and operators that pick its methods where they have none of their own. */
const GROUPS: readonly (readonly [group: string, members: RegExp])[] = [
  ['Ops', /^(?:[-+*/^<>!&|]|[<>=!]=|%%|%\/%)$/],
  ['Arith', /^(?:[-+*/^]|%%|%\/%)$/],
  ['Compare', /^(?:[<>]|[<>=!]=)$/],
  ['Logic', /^[&|]$/],
  [
    'Math',
    /^(?:abs|sign|sqrt|floor|ceiling|trunc|round|signif|exp|log|expm1|log1p|cos|sin|tan|cum(?:sum|prod|max|min)|gamma|lgamma)$/
  ],
  ['Summary', /^(?:all|any|sum|prod|max|min|range)$/]
];

/** What functions of the language call of a value that they are given. */
const WITHIN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cat: ['as.character'],
    lapply: ['as.list', 'length', '[['],
    order: ['xtfrm', '['],
    paste: ['as.character'],
    paste0: ['as.character'],
    print: ['format', 'show', 'toString'],
    rev: ['length', '['],
    sapply: ['as.list', 'length', '[['],
    seq_along: ['length'],
    sort: ['xtfrm', '[', 'order'],
    str: ['length'],
    vapply: ['as.list', 'length', '[[']
  })
);

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
  const methods = [...names].filter(name => /[.,]/.test(name));
  if (methods.length === 0) {
    return NONE;
  }
  const classes = classesMet(world, prepared, behind);
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    const generics = genericsOf(dispatch.generics, behind, [...found]);
    methods
      .filter(name => isMeant(name, generics, classes))
      .forEach(name => found.add(name));
  }
  return [...found];
}

/** What is called by the code, by what it runs, and in either's place by the language. */
function genericsOf(
  own: readonly string[],
  behind: BodiesBehind,
  methods: readonly string[]
): ReadonlySet<string> {
  const found = new Set(own);
  for (const [body] of behind.reach(methods)?.bodies ?? NONE) {
    body.definition.generics?.forEach(name => found.add(name));
  }
  for (const name of [...found]) {
    WITHIN.get(name)?.forEach(one => found.add(one));
  }
  for (const name of [...found]) {
    GROUPS.filter(([, members]) => members.test(name)).forEach(([group]) =>
      found.add(group)
    );
  }
  return found;
}

/** `print.money` for `print` and a value of class `money`; `area,Circle-method` for a formal one. */
function isMeant(
  name: string,
  generics: ReadonlySet<string>,
  classes: ReadonlySet<string>
): boolean {
  const isKnown = (one: string): boolean =>
    classes.has(one) || IMPLICIT.has(one);
  const [generic = '', ...signature] = name.replace(/-method$/, '').split(',');
  if (signature.length > 0) {
    return generics.has(generic) && signature.every(isKnown);
  }
  for (let at = name.indexOf('.', 1); at > 0; at = name.indexOf('.', at + 1)) {
    if (generics.has(name.slice(0, at)) && isKnown(name.slice(at + 1))) {
      return true;
    }
  }
  return false;
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
