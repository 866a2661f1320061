// Names that stand for pictures: what is drawn on them is not changed by what is done to them afterwards.

import { builtinNames } from './builtins';
import type { Statement } from './statement-facts';
import type { Syntax } from './syntax';
import { assignmentOf, boundBy, callOf, nodesIn, textOf } from './syntax-words';

/** Methods that make figures and axes, whoever has them. */
const MAKING =
  /^(?:subplots?|subplot2grid|subplot_mosaic|figure|axes|gca|gcf|add_subplot|add_axes|twin[xy])$/;
/** Methods that give what they draw on, where they are known to draw. */
const GIVING = /^(?:plot|\w+plot|\w*heatmap|clustermap|\w+Grid)$/;

/** Names that the statements at the margin bind to figures and axes, and nothing else in the cell to anything else. */
export function picturesIn(
  source: string,
  statements: readonly Pick<Statement, 'node' | 'bindings' | 'states'>[]
): ReadonlySet<string> {
  const found = new Set<string>();
  const others = new Set<string>();
  for (const { node, bindings, states } of statements) {
    const own = isMaking(source, node, states)
      ? boundBy(source, targetsOf(node))
      : isGoingThrough(source, node, found)
        ? boundBy(source, node.children.slice(0, placeOf(node, 'in')))
        : [];
    own.forEach(name => found.add(name));
    bindings
      .filter(({ name }) => !own.includes(name))
      .forEach(({ name }) => others.add(name));
  }
  others.forEach(name => found.delete(name));
  return found;
}

/** `fig, ax = plt.subplots()`, `ax = df.plot()`. */
function isMaking(
  source: string,
  { name, children }: Syntax,
  states: ReadonlySet<string>
): boolean {
  const value = children[children.length - 1];
  const [callee] = value?.name === 'CallExpression' ? value.children : [];
  if (name !== 'AssignStatement' || callee?.name !== 'MemberExpression') {
    return false;
  }
  const method = callee.children[callee.children.length - 1];
  const word = source.slice(method?.from, method?.to);
  return MAKING.test(word) || (states.has('plotting') && GIVING.test(word));
}

/** Methods that give a figure with its axes, and those that give axes of what they belong to. */
const WITH_AXES = /^subplot(?:s|_mosaic)$/;
const OF_OWNER = /^(?:add_subplot|add_axes|twin[xy])$/;

/** Pairs of a name for axes, and one for the figure that they are in: `fig, ax = plt.subplots()`, `ax = fig.add_subplot()`. */
export function axesIn(
  source: string,
  node: Syntax
): readonly (readonly [string, string])[] {
  const value = node.children[node.children.length - 1];
  const { word = '', owner = null } = callOf(source, value) ?? {};
  const [first = '', ...others] = boundBy(source, targetsOf(node));
  if (owner && WITH_AXES.test(word)) {
    return others.map(name => [name, first]);
  }
  return first && owner?.name === 'VariableName' && OF_OWNER.test(word)
    ? [[first, textOf(source, owner)]]
    : [];
}

/** `for ax in axes.flat`: through pictures alone. */
function isGoingThrough(
  source: string,
  node: Syntax,
  pictures: ReadonlySet<string>
): boolean {
  const from = placeOf(node, 'in');
  if (node.name !== 'ForStatement' || from < 0) {
    return false;
  }
  const names = namesRead(
    source,
    node.children.slice(from, placeOf(node, 'Body'))
  ).filter(name => !builtinNames.has(name));
  return names.length > 0 && names.every(name => pictures.has(name));
}

/** What is assigned to, without its types. */
function targetsOf(node: Syntax): readonly Syntax[] {
  return assignmentOf(node).targets.filter(({ name }) => name !== 'TypeDef');
}

function placeOf({ children }: Syntax, name: string): number {
  return children.findIndex(child => child.name === name);
}

/** Names that expressions read. */
function namesRead(
  source: string,
  nodes: readonly Syntax[]
): readonly string[] {
  return nodes
    .flatMap(nodesIn)
    .filter(({ name }) => name === 'VariableName')
    .map(node => textOf(source, node));
}
