// Names whose values hold values of other names: `b = a`, `rows = [row]`, `rows.append(row)`, `game.board = board`.

import type { Holding } from '../value-facts';

import { childNamed, type Syntax } from './syntax';

/** Methods that keep what they are given. */
const KEEPING =
  /^(?:append|appendleft|insert|add|extend|push|setdefault|update|put)$/;
/** How deep containers are looked into. */
const DEEPEST = 8;
const CONTAINER =
  /^(?:Array|Tuple|Set|Dictionary|Parenthesized|Conditional)Expression$/;
const DISPLAY = /^(?:Array|Set|Dictionary)(?:Comprehension)?Expression$/;

/** Finds them in what the cell runs now; bodies of functions wait. */
export function holdingsOf(root: Syntax, source: string): Holding[] {
  const found: Holding[] = [];
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.name === 'AssignStatement') {
      found.push(...assigned(node, source));
    } else if (node.name === 'CallExpression') {
      found.push(...kept(node, source));
    }
    if (
      node.name !== 'FunctionDefinition' &&
      node.name !== 'LambdaExpression'
    ) {
      for (const child of node.children) {
        if (child.children.length > 0) {
          pending.push(child);
        }
      }
    }
  }
  return found.filter(({ holder, held }) => holder !== held);
}

/** `a = b = value`; what stands on both sides in a row goes together one by one. */
function assigned({ children }: Syntax, source: string): Holding[] {
  const sides: Syntax[][] = [[]];
  for (const child of children) {
    if (child.name === 'AssignOp') {
      sides.push([]);
    } else if (!/^(?:TypeDef|,|\*)$/.test(child.name)) {
      sides[sides.length - 1]?.push(child);
    }
  }
  const values = sides.pop() ?? [];
  const [value] = values;
  const [first, ...others] = sides.map(side => side[0]);
  const isMade =
    value !== undefined && values.length === 1 && DISPLAY.test(value.name);
  const same = others.flatMap(other =>
    pairs(other, isMade ? first : undefined, source)
  );
  return [
    ...same,
    ...sides.flatMap(side =>
      side.flatMap((target, index) =>
        pairs(
          target,
          side.length === values.length ? values[index] : undefined,
          source
        )
      )
    )
  ];
}

function pairs(
  target: Syntax | undefined,
  value: Syntax | undefined,
  source: string
): Holding[] {
  return target && value
    ? rootsOf(target, source).flatMap(name =>
        parts(value).flatMap(part => heldIn(part, source, name))
      )
    : [];
}

/** `xs.append(y)`. */
function kept(node: Syntax, source: string): Holding[] {
  const [callee] = node.children;
  const method = callee?.children[callee.children.length - 1];
  const isKeeping =
    callee?.name === 'MemberExpression' &&
    method !== undefined &&
    KEEPING.test(textOf(source, method));
  return isKeeping
    ? rootsOf(callee, source).flatMap(name =>
        argumentsIn(node)
          .flatMap(part => parts(part))
          .flatMap(part => heldIn(part, source, name))
      )
    : [];
}

/** What a value consists of as it is, a few levels deep. */
function parts(node: Syntax, depth = 0): readonly Syntax[] {
  const isRepeated =
    node.name === 'BinaryExpression' &&
    node.children.some(({ name }) => CONTAINER.test(name));
  return depth < DEEPEST && (isRepeated || CONTAINER.test(node.name))
    ? node.children.flatMap(child => parts(child, depth + 1))
    : [node];
}

function heldIn(node: Syntax, source: string, holder: string): Holding[] {
  const [callee] = node.children;
  if (node.name === 'CallExpression' && callee?.name === 'VariableName') {
    const made = textOf(source, callee);
    return argumentsIn(node)
      .flatMap(part => parts(part))
      .flatMap(part => rootsOf(part, source))
      .map(held => ({ holder, held, callee: made }));
  }
  return rootsOf(node, source).map(held => ({ holder, held, callee: null }));
}

/** The name at which `a`, `a.b` and `a[0].b` begin. */
function rootsOf(node: Syntax, source: string): string[] {
  let at: Syntax | undefined = node;
  while (at?.name === 'MemberExpression') {
    [at] = at.children;
  }
  return at?.name === 'VariableName' ? [textOf(source, at)] : [];
}

function argumentsIn(call: Syntax): readonly Syntax[] {
  const inside = childNamed(call, 'ArgList')?.children.slice(1, -1) ?? [];
  return inside.filter(
    (part, index) =>
      !/^(?:,|\*\*?|AssignOp)$/.test(part.name) &&
      inside[index + 1]?.name !== 'AssignOp'
  );
}

function textOf(source: string, { from, to }: Syntax): string {
  return source.slice(from, to);
}
