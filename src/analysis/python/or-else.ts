// Functions that a function calls where it is given nothing: `size = size or measure(x)`, `if size is None: size = measure(x)`.

import { givenName } from '../given-path';
import type { OrElse } from '../or-else';

import { childNamed, type Syntax } from './syntax';
import { textOf } from './syntax-words';

/** A node, and what stands around it, the nearest last. */
type Found = { readonly node: Syntax; readonly around: readonly Syntax[] };

/** What the functions of a cell call for want of a parameter alone. */
export function orElseOf(source: string, root: Syntax): readonly OrElse[] {
  return root.children.flatMap(one =>
    one.name === 'FunctionDefinition' ? inFunction(source, one) : []
  );
}

function inFunction(source: string, definition: Syntax): readonly OrElse[] {
  const named = childNamed(definition, 'VariableName');
  const body = childNamed(definition, 'Body');
  const list = childNamed(definition, 'ParamList');
  if (
    !named ||
    !body ||
    !/\bor\b|\bNone\b|\bnot\b/.test(textOf(source, body))
  ) {
    return [];
  }
  const parameters = parametersIn(source, list?.children ?? []);
  const ways = new Map<string, (string | null)[]>();
  for (const { node, around } of namesIn(body, [])) {
    const name = textOf(source, node);
    const without = wantedIn(source, node, around);
    const isKept = without !== null && isAsGiven(source, body, without, around);
    ways.set(name, [...(ways.get(name) ?? []), isKept ? without : null]);
  }
  const found: OrElse[] = [];
  ways.forEach(([first = null, ...others], callee) => {
    const place = first === null ? -1 : parameters.indexOf(first);
    if (first !== null && place >= 0 && others.every(one => one === first)) {
      const within = textOf(source, named);
      found.push({ within, callee, unlessGiven: givenName(place, first) });
    }
  });
  return found.filter(({ callee }) => !parameters.includes(callee));
}

function parametersIn(
  source: string,
  list: readonly Syntax[]
): readonly string[] {
  return list
    .filter(
      ({ name }, at) =>
        name === 'VariableName' && list[at - 1]?.name !== 'AssignOp'
    )
    .map(node => textOf(source, node));
}

function namesIn(node: Syntax, around: readonly Syntax[]): readonly Found[] {
  return node.name === 'VariableName'
    ? [{ node, around }]
    : node.children.flatMap(child => namesIn(child, [...around, node]));
}

/** The name for want of which alone the code around a node runs; null for none. */
function wantedIn(
  source: string,
  node: Syntax,
  around: readonly Syntax[]
): string | null {
  for (let at = around.length - 1; at >= 0; at -= 1) {
    const outer = around[at];
    const wanted = outer && lackedBy(source, outer, around[at + 1] ?? node);
    if (wanted) {
      return wanted;
    }
  }
  return null;
}

const LACKING = /^(?:not (\w+)|(\w+) (?:is|==) None)$/;
const GIVEN = /^(\w+)(?: is not None)?$/;

function lackedBy(
  source: string,
  { name, children }: Syntax,
  inner: Syntax
): string | null {
  const [first, second, third] = children;
  if (name === 'BinaryExpression' && second?.name === 'or' && third === inner) {
    return first?.name === 'VariableName' ? textOf(source, first) : null;
  }
  if (name === 'IfStatement' && third === inner && second) {
    const [, plain, compared] = LACKING.exec(textOf(source, second)) ?? [];
    return plain ?? compared ?? null;
  }
  if (name === 'ConditionalExpression' && children[4] === inner && third) {
    return GIVEN.exec(textOf(source, third))?.[1] ?? null;
  }
  return null;
}

/** True where nothing before the statement around sets the parameter. */
function isAsGiven(
  source: string,
  body: Syntax,
  name: string,
  around: readonly Syntax[]
): boolean {
  const statement = around.find(one => one !== body) ?? body;
  const before = source.slice(body.from, statement.from);
  return !new RegExp(`(?<![\\w.])${name}\\s*(?:,|[-+*/|&]?=(?!=)|:=)`).test(
    before
  );
}
