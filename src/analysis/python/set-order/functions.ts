// What functions do with orders: whether these show in what they give back alone, and what that is.

import { calleeOfResult } from '../../held-name';

import { childNamed, type Syntax } from '../syntax';
import {
  assignmentOf,
  boundBy,
  callOf,
  nodesIn,
  rootOf,
  textOf
} from '../syntax-words';
import { wordSet } from '../word-set';
import type { Kind } from './names';

const OUTWARD = wordSet('ScopeStatement WithStatement DeleteStatement');
const SHOWING = wordSet('print pprint display');
const FOUND = wordSet('VariableName MemberExpression');

/** True for what a function of another cell gives back, or of a library: where that is taken apart, it is hardly ever a set. */
export function isResult(kind: Kind | null): boolean {
  return kind?.kind === 'name' && calleeOfResult(kind.name) !== null;
}

/** True for a function that shows nothing, and changes nothing but values of its own. */
export function givesOnly(source: string, node: Syntax): boolean {
  const body = childNamed(node, 'Body');
  if (!body) {
    return false;
  }
  const nodes = nodesIn(body);
  const named = childNamed(node, 'VariableName');
  const name = named ? textOf(source, named) : null;
  const own = ownNames(source, nodes);
  const isOwn = (target: Syntax | undefined): boolean =>
    own.has(rootOf(source, target) ?? '');
  return nodes.every(one => {
    switch (one.name) {
      case 'ExpressionStatement': {
        const [only] = one.children;
        const call = callOf(source, only);
        const isItself = call?.owner === null && call.word === name;
        return (
          only?.name === 'String' || isItself || isOwn(call?.owner ?? undefined)
        );
      }
      case 'AssignStatement':
        return assignmentOf(one).targets.every(
          target => target.name !== 'MemberExpression' || isOwn(target)
        );
      case 'UpdateStatement':
        return isOwn(one.children[0]);
      case 'CallExpression':
        return !SHOWING.has(callOf(source, one)?.word ?? '');
      default:
        return !OUTWARD.has(one.name);
    }
  });
}

/** Names that the body makes values for. */
function ownNames(
  source: string,
  nodes: readonly Syntax[]
): ReadonlySet<string> {
  const own = new Set<string>();
  for (const node of nodes) {
    if (node.name === 'AssignStatement') {
      const { targets, values } = assignmentOf(node);
      if (values.every(({ name }) => !FOUND.has(name))) {
        boundBy(source, targets).forEach(name => own.add(name));
      }
    }
  }
  return own;
}
