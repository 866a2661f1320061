// All that is known of libraries, ready to be asked.

import { builtins } from './builtins';
import { chance } from './chance';
import { files } from './files';
import { ipython } from './ipython';
import { tensorflow } from './tensorflow';
import { torch } from './torch';
import type { FunctionRule, Library } from './library';
import { logging } from './logging';
import { matplotlib, pyplot } from './matplotlib';
import { networkx } from './networkx';
import { numpy, scipy } from './numpy';
import { pandas } from './pandas';
import { plotly } from './plotly';
import { seaborn } from './seaborn';
import { seederRule, seeding } from './seeding';
import { sklearn, sklearnParts } from './sklearn';
import { stdlib } from './stdlib';
import { sympy } from './sympy';
import { web } from './web';
import type { AmbientState } from '../../effect';

/** Libraries; where two know a method, the first one counts. */
const libraries: readonly Library[] = [
  builtins,
  sklearn,
  ...sklearnParts,
  matplotlib,
  pyplot,
  seaborn,
  ...plotly,
  networkx,
  numpy,
  scipy,
  pandas,
  sympy,
  torch,
  tensorflow,
  ...stdlib,
  ...chance,
  ...files,
  logging,
  ipython,
  ...web,
  ...seeding
];

/** How a method treats its receiver. */
export type MethodKind =
  'pure' | 'silent' | 'changing' | 'setting' | 'replacing';

const words = (list = ''): readonly string[] =>
  list.split(/\s+/).filter(word => word !== '');

/** `a.b` of `a.b.c`; empty for one word. */
const moduleOf = (dotted: string): string =>
  dotted.slice(0, Math.max(0, dotted.lastIndexOf('.')));

const lastOf = (dotted: string): string => dotted.replace(/^.*\./, '');

/** The first entry for a key counts. */
const mapOf = <T>(
  entries: readonly (readonly [string, T])[]
): ReadonlyMap<string, T> => new Map([...entries].reverse());

const modules = mapOf(
  libraries.map(library => [library.module, library] as const)
);

const localNames = mapOf(
  libraries.flatMap(({ module, aliases, imported }) => [
    ...words(aliases).map(alias => [alias, module] as const),
    ...words(imported).map(name => [lastOf(name), `${module}.${name}`] as const)
  ])
);

const functions = mapOf(
  libraries.flatMap(library =>
    (library.functions ?? []).flatMap(rule =>
      words(rule.names).map(
        name => [`${library.module}.${name}`, rule] as const
      )
    )
  )
);

/** Rules that hold for each function of a module. */
const wholeModules: ReadonlyMap<string, FunctionRule> = new Map(
  [...functions]
    .filter(([name]) => name.endsWith('.*'))
    .map(([name, rule]) => [name.slice(0, -2), rule])
);

const methodEffects = mapOf(
  libraries.flatMap(library =>
    (library.methodEffects ?? []).flatMap(rule =>
      words(rule.names).map(name => [name, rule] as const)
    )
  )
);

const states = mapOf(
  libraries.flatMap(({ module, states: own }) =>
    Object.entries(own ?? {}).map(
      ([name, state]) => [`${module}.${name}`, state] as const
    )
  )
);

const methods = mapOf(
  libraries.flatMap(library =>
    (
      [
        ['replacing', library.replacingMethods],
        ['silent', library.silentMethods],
        ['changing', library.changingMethods],
        ['setting', library.settingMethods],
        ['pure', library.pureMethods]
      ] as const
    ).flatMap(([kind, list]) => words(list).map(name => [name, kind] as const))
  )
);

/** The library of a dotted name: the one with the longest name that it starts with. */
function libraryOf(dotted: string): Library | undefined {
  for (let name = dotted; name !== '';) {
    const library = modules.get(name);
    if (library) {
      return library;
    }
    name = moduleOf(name);
  }
  return undefined;
}

/** True when something is known of a module. */
export function knowsModule(dotted: string): boolean {
  return libraryOf(dotted) !== undefined;
}

/** True when its functions change nothing that they are handed, but for what their rules say. */
export function isPureLibrary(dotted: string): boolean {
  return libraryOf(dotted)?.isPure === true;
}

/** True when notebooks give the name of the library to variables too. */
export function isCommonWord(dotted: string): boolean {
  return libraryOf(dotted)?.isCommonWord === true;
}

/** True when a variable of that name is likelier than the library, unless a rule knows the function. */
export function isMostlyVariable(dotted: string): boolean {
  return libraryOf(dotted)?.isMostlyVariable === true;
}

/** What a local name stands for in notebooks that do not say: `np` -> `numpy`. */
export function conventionalModule(name: string): string | undefined {
  return localNames.get(name);
}

/** What a function does beside returning a value. */
export function functionRule(dotted: string): FunctionRule | undefined {
  return functions.get(dotted) ?? wholeModules.get(moduleOf(dotted));
}

/** What a method of something does that a module holds: `scipy.stats.norm.rvs`; undefined where its library has none of that name. */
export function heldMethodRule(dotted: string): FunctionRule | undefined {
  const method = lastOf(dotted);
  return libraryOf(dotted)?.methodEffects?.find(({ names }) =>
    words(names).includes(method)
  );
}

/** How a method of that name treats its receiver, whatever that is; undefined when nobody knows. */
export function methodKind(name: string): MethodKind | undefined {
  return methods.get(name) ?? (SETTER.test(name) ? 'setting' : undefined);
}

const SETTER = /^set_(?!axis$|flags$|index$|output$|params$)/;

/** True for a function or class of a library that changes nothing of what it is handed. */
export function isPureFunction(dotted: string): boolean {
  const rule = functionRule(dotted);
  return rule ? !rule.changes?.length : isPureLibrary(dotted);
}

/** What a method of that name does to ambient state. */
export function methodEffect(name: string): FunctionRule | undefined {
  return methodEffects.get(name);
}

/** What a function does of which its name alone tells, from a library without rules or a module of the notebook's folder. */
export function strangersRule(dotted: string): FunctionRule | undefined {
  return knowsModule(dotted) ? undefined : seederRule(lastOf(dotted));
}

/** The ambient state that a dotted name is, or is in: `os.environ.get` -> environment. */
export function ambientStateOf(dotted: string): AmbientState | undefined {
  for (
    let end = dotted.length;
    end > 0;
    end = dotted.lastIndexOf('.', end - 1)
  ) {
    const state = states.get(dotted.slice(0, end));
    if (state) {
      return state;
    }
  }
  return undefined;
}
