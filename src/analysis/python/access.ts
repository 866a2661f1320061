// Attribute and subscript access: `df["x"].y` -> its root and the constant part that it reaches first.

import { unescaped } from './escapes';
import type { Syntax } from './syntax';
import { withoutParentheses } from './syntax-words';
import { textOf, type Walk } from './walk';

/** One `.name` or one `[…]`. */
export type Step =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'item'; readonly index: readonly Syntax[] };

/** What both tell of is the source alone. */
type Source = Pick<Walk, 'source'>;

/** An expression as the steps that lead from a root, which may be any expression. */
export type Access = { readonly root: Syntax; readonly steps: readonly Step[] };

/** Attributes that tell something of the whole value, or that lead to any part of it. */
const wholeAttributes = new Set(
  `T at axes columns data dtype dtypes empty flat iat iloc imag index items keys levels loc names nbytes ndim real
  shape size str dt cat plot values sparse attrs style`.split(/\s+/)
);

/** The outermost step comes last. Parentheses around a single expression do not count. */
export function accessOf(walk: Source, node: Syntax): Access {
  let at = withoutParentheses(node);
  if (at.name !== 'MemberExpression') {
    return { root: at, steps: NO_STEPS };
  }
  const steps: Step[] = [];
  while (at.name === 'MemberExpression' && at.children[0]) {
    steps.push(stepOf(walk, at));
    at = withoutParentheses(at.children[0]);
  }
  return { root: at, steps: steps.length > 1 ? steps.reverse() : steps };
}

const NO_STEPS: readonly Step[] = [];

function stepOf(walk: Source, member: Syntax): Step {
  const last = member.children[member.children.length - 1];
  return member.children[1]?.name === '.' && last
    ? { kind: 'attribute', name: textOf(walk, last) }
    : { kind: 'item', index: member.children.slice(2, -1) };
}

/**
 * The part of the root's value that the steps surely stay in: `["x"]` for `.x` and `["x"]`, `[0]` for `[0]`;
 * null when it is not constant or may be any part.
 */
export function partOf(walk: Source, steps: readonly Step[]): string | null {
  const [first, second] = steps;
  if (!first) {
    return null;
  }
  if (first.kind === 'attribute') {
    const isLocator = first.name === 'loc' || first.name === 'at';
    return isLocator && second?.kind === 'item'
      ? columnOf(walk, second.index)
      : attributePart(first.name);
  }
  const [key] = first.index;
  return first.index.length === 1 && key ? labelOf(walk.source, key) : null;
}

/** The part that an attribute is; null for one that tells of the whole. */
export function attributePart(name: string): string | null {
  return wholeAttributes.has(name) ? null : labelFor(name);
}

/** `df.loc[rows, "x"]` stays in `["x"]` unless the rows are so given that new ones may be made. */
function columnOf(walk: Source, index: readonly Syntax[]): string | null {
  const [rows, comma, column] = index;
  const isSelection =
    rows && /^(?::|BinaryExpression|UnaryExpression)$/.test(rows.name);
  return isSelection && comma?.name === ',' && column && index.length === 3
    ? labelOf(walk.source, column)
    : null;
}

/** The part under a constant key; null for what is no constant. Negative numbers name a part that has another name too, so they are none. */
export function labelOf(
  source: string,
  node: Syntax | undefined
): string | null {
  const text = node ? source.slice(node.from, node.to) : '';
  if (node?.name === 'Number') {
    return /^\d+$/.test(text) ? `[${Number(text)}]` : null;
  }
  const content = node?.name === 'String' ? stringContent(text) : null;
  return content === null ? null : labelFor(content);
}

/** The part under a text. */
export function labelFor(text: string): string {
  return `[${JSON.stringify(text)}]`;
}

/** The value of a string literal; null for bytes, formatted ones and escapes that need a table. */
export function stringContent(literal: string): string | null {
  if (isPlain(literal)) {
    return literal.slice(1, -1);
  }
  const match = /^([a-z]*)("""|'''|"|')([^]*)\2$/i.exec(literal);
  const content = match?.[3];
  const prefix = match?.[1] ?? '';
  if (content === undefined || /[bft]/i.test(prefix)) {
    return null;
  }
  return /r/i.test(prefix) || !content.includes('\\')
    ? content
    : unescaped(content);
}

/** True for a text between single quotes of either kind, without escapes: most are. */
function isPlain(literal: string): boolean {
  const quote = literal.charAt(0);
  return (
    (quote === '"' || quote === "'") &&
    literal.length > 1 &&
    literal.indexOf(quote, 1) === literal.length - 1 &&
    !literal.includes('\\')
  );
}
