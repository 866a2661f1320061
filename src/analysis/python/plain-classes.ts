// Classes that keep nothing themselves: what is done to their instances does not change them.

import type { Statement } from './statement-facts';
import type { Syntax } from './syntax';
import { nodesIn, textOf } from './syntax-words';
import { wordSet } from './word-set';

/** Names by which a method gets at a class, or at all that there is. */
const REACHING = wordSet(
  'cls classmethod vars setattr globals locals exec eval super'
);
/** Names by which an instance leads to its class. */
const CLASS = wordSet('type __class__');
/** Decorators that keep nothing of the calls. */
const KEEPING_NOTHING = wordSet('property staticmethod');
/** Defaults that a call may change, and its next turn finds changed. */
const CHANGEABLE =
  /^(?:ArrayExpression|DictionaryExpression|SetExpression|CallExpression|\w*Comprehension\w*)$/;

/** Names that statements at the margin bind to such classes, and nothing else in the cell to anything. */
export function plainClassesIn(
  source: string,
  statements: readonly Pick<Statement, 'node' | 'bindings'>[]
): ReadonlySet<string> {
  const found = new Set<string>();
  const others = new Set<string>();
  for (const { node, bindings } of statements) {
    const own = plainClass(source, node);
    for (const { name } of bindings) {
      (name === own && !found.has(name) ? found : others).add(name);
    }
  }
  others.forEach(name => found.delete(name));
  const isReached =
    found.size > 0 &&
    statements.some(({ node }) =>
      nodesIn(node).some(one => CLASS.has(textOf(source, one)))
    );
  return isReached ? new Set() : found;
}

/** The name of the class; null for what is none, or keeps something. */
function plainClass(source: string, node: Syntax): string | null {
  const [, head, ...rest] = node.children;
  if (node.name !== 'ClassDefinition' || !head) {
    return null;
  }
  const name = textOf(source, head);
  const body = rest[rest.length - 1];
  const isPlain =
    body?.name === 'Body' &&
    rest.slice(0, -1).every(one => isEmpty(source, one)) &&
    body.children.every(one => isSilent(source, one)) &&
    !nodesIn(body).some(one => reaches(source, one, name));
  return isPlain ? name : null;
}

/** `()` and `(object)`. */
function isEmpty(source: string, node: Syntax): boolean {
  return /^\(\s*(?:object)?\s*\)$/.test(textOf(source, node));
}

function isSilent(source: string, member: Syntax): boolean {
  const { name, children } = member;
  if (name === 'DecoratedStatement') {
    return children.every(one =>
      one.name === 'Decorator'
        ? KEEPING_NOTHING.has(textOf(source, one).slice(1).trim())
        : isSilent(source, one)
    );
  }
  return (
    name === ':' ||
    name === 'PassStatement' ||
    name === 'FunctionDefinition' ||
    (name === 'ExpressionStatement' && children[0]?.name === 'String')
  );
}

/** True for a node by which a method may change the class. */
function reaches(source: string, node: Syntax, className: string): boolean {
  if (node.name === 'ParamList') {
    return node.children.some(one => CHANGEABLE.test(one.name));
  }
  if (node.name !== 'VariableName' && node.name !== 'PropertyName') {
    return false;
  }
  const word = textOf(source, node);
  return word === className || REACHING.has(word);
}
