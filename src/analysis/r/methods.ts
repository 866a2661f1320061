// How R picks methods after the classes of values: a function is one by its name.
import type { MethodRules } from '../dispatch';

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

/** The rules of R. */
export const methodRulesOfR: MethodRules = {
  mayBeMethod: name => /[.,]/.test(name),

  calledFor(generics) {
    const found = new Set(generics);
    for (const name of generics) {
      WITHIN.get(name)?.forEach(one => found.add(one));
    }
    for (const name of [...found]) {
      GROUPS.filter(([, members]) => members.test(name)).forEach(([group]) =>
        found.add(group)
      );
    }
    return found;
  },

  isMeant(name, generics, classes) {
    const isKnown = (one: string): boolean =>
      classes.has(one) || IMPLICIT.has(one);
    const [generic = '', ...signature] = name
      .replace(/-method$/, '')
      .split(',');
    if (signature.length > 0) {
      return generics.has(generic) && signature.every(isKnown);
    }
    return dotsIn(name).some(
      at => generics.has(name.slice(0, at)) && isKnown(name.slice(at + 1))
    );
  }
};

/** Where a name may part into a generic and a class. */
function dotsIn(name: string): number[] {
  return Array.from(name, (char, at) => (char === '.' ? at : 0)).filter(
    at => at > 0
  );
}
