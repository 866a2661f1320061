// What the names of a cell and of its functions hold, as far as the order of sets goes.

import type { HeldKind } from '../../effect';
import { ANY, parameterName, partName, resultName } from '../../held-name';

import { builtinNames } from '../builtins';
import { methodKind } from '../knowledge';
import { itemBefore } from '../neighbours';
import type { Syntax } from '../syntax';
import { textOf } from '../syntax-words';

/** What is known of an expression: a kind, or that it is what a name stands for that another cell binds. */
export type Kind = HeldKind | { readonly kind: 'name'; readonly name: string };

/**
 * Names of one function, or of the cell, with what they hold; null for what is not known. Attributes begin with a dot. What is
 * kept under a constant key of a name, as a column of a table, and a parameter are named as `HeldName` says.
 */
export type Names = {
  readonly own: Map<string, Kind | null>;
  /** Null for the cell itself. */
  readonly around: Names | null;
};

/** The names of the cell itself. */
export function outermost(names: Names): Names {
  let at = names;
  while (at.around) {
    at = at.around;
  }
  return at;
}

/** What a name stands for; null where that is hidden. */
export function kindOfName(name: string, names: Names): Kind | null {
  for (let at: Names | null = names; at; at = at.around) {
    const found = at.own.get(name);
    if (found) {
      return found;
    }
    if (found === null && at.around !== null) {
      return null;
    }
  }
  return { kind: 'name', name };
}

/** What a function gives back, by its name. */
export function givenBack(callee: string, { own }: Names): Kind | null {
  const name = resultName(callee);
  const found = own.get(name);
  return found !== undefined || builtinNames.has(callee)
    ? (found ?? null)
    : { kind: 'name', name };
}

/** What a method gives back, whatever it belongs to; null for those of libraries. */
export function givenByMethod(word: string, { own }: Names): Kind | null {
  const name = `.${resultName(word)}`;
  const found = own.get(name);
  return found !== undefined || methodKind(word) !== undefined
    ? (found ?? null)
    : { kind: 'name', name };
}

/** What is under a constant key or an attribute of a value; null for what is not kept by a name. */
export function partOf(whole: Kind | null, part: string): Kind | null {
  const name = whole?.kind === 'name' ? partName(whole.name, part) : null;
  return name === null ? null : { kind: 'name', name };
}

/** A parameter of a function of the cell: who calls it hands it what it stands for. */
function parameterOf(callee: string, place: number, name: string): Kind {
  return { kind: 'name', name: parameterName(callee, place, name) };
}

/** Whom calls of a function name, and the position of its first parameter: an instance that it belongs to has none. */
export type Called = { readonly callee: string; readonly first: number };

/** The parameters of a function stand for what it is handed; of one that nobody can name nothing is known. */
export function bindParameters(
  source: string,
  list: Syntax | undefined,
  called: Called | null,
  own: Names['own']
): void {
  const all = list?.children ?? [];
  const starred = all.findIndex(({ name }) => name === '*' || name === '**');
  let place = called?.first ?? 0;
  all.forEach((child, at) => {
    hide(source, child, own);
    if (
      child.name === 'VariableName' &&
      /^[(,]$/.test(itemBefore(all, at)?.name ?? '')
    ) {
      const isReached = starred < 0 || at < starred;
      const name = textOf(source, child);
      own.set(
        name,
        called !== null && isReached && place >= 0
          ? parameterOf(called.callee, place, name)
          : null
      );
      place += 1;
    }
  });
}

/** The names in a target are the code's own from here on, and nothing is known of them. */
export function hide(source: string, target: Syntax, own: Names['own']): void {
  if (target.name === 'VariableName') {
    own.set(textOf(source, target), null);
  } else if (target.name !== 'MemberExpression') {
    target.children.forEach(child => hide(source, child, own));
  }
}

/** What going through a value of a kind gives. */
export function elementOf(kind: Kind | null): HeldKind | null {
  return (
    kind && {
      kind: 'text',
      ifTexts: kind.kind === 'name' ? kind.name : kind.ifTexts
    }
  );
}

/** Binds a target to a value of a kind. Attributes are known by their names, whatever they belong to. */
export function bindTarget(
  source: string,
  target: Syntax,
  kind: Kind | null,
  names: Names
): void {
  const [owner, sign, last] = target.children;
  if (target.name === 'VariableName') {
    names.own.set(textOf(source, target), kind);
  } else if (
    target.name === 'MemberExpression' &&
    owner?.name === 'VariableName' &&
    sign?.name === '.' &&
    last
  ) {
    outermost(names).own.set(`.${textOf(source, last)}`, kind);
  } else {
    hide(source, target, names.own);
  }
}

/** What the code keeps under the keys of a name; null where it does not tell. */
export function keptBy(
  source: string,
  owner: Syntax,
  names: Names
): Kind | null {
  const name =
    owner.name === 'VariableName' ? partName(textOf(source, owner), ANY) : null;
  const kind = name === null ? null : kindOfName(name, names);
  return kind?.kind === 'name' && kind.name === name ? null : kind;
}

/** Binds what is kept under the keys of a target to a kind; null for what is not known. */
export function bindParts(
  source: string,
  target: Syntax,
  kind: Kind | null,
  { own }: Names
): void {
  const name =
    target.name === 'VariableName'
      ? partName(textOf(source, target), ANY)
      : null;
  if (name !== null && (kind || own.has(name))) {
    own.set(name, kind);
  }
}

/** Binds what a target names to what going through a value gives. */
export function bindElements(
  source: string,
  target: Syntax | undefined,
  iterated: Kind | null,
  { own }: Names
): void {
  if (target?.name === 'VariableName') {
    own.set(textOf(source, target), elementOf(iterated));
  } else if (target) {
    hide(source, target, own);
  }
}
