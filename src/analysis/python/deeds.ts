// What a cell of Python holds, calls and sets.

import type { Deeds } from '../deeds';

import { childNamed, type Syntax } from './syntax';
import {
  assignmentOf,
  callOf,
  lastStatement,
  nodesIn,
  withoutParentheses
} from './syntax-words';
import { wordSet } from './word-set';

const KEEPING = wordSet(
  'FunctionDefinition ClassDefinition LambdaExpression ComprehensionExpression TypeDefinition'
);
/** What sets a part of a value, or takes it away. */
const SETTING = wordSet('UpdateStatement DeleteStatement');
/** Builtins that only look at what they are given. */
const LOOKING = wordSet(
  'print display len str repr type int float bool abs round range'
);
/** What has gone through a generator when it is done. */
const GOING_THROUGH = wordSet(
  'all any dict frozenset join list max min set sorted sum tuple'
);
/** Builtins that give a truth or a number. */
const SIMPLE = wordSet(
  'len isinstance issubclass callable hasattr bool int float id'
);
const COMPARING = wordSet('CompareOp in is not');
/** Names of classes. */
const CLASS = /^\p{Lu}/u;

/** Looks through the tree of a cell. */
export function deedsOf(source: string, root: Syntax): Deeds {
  const nodes = nodesIn(root);
  return {
    keepsNames: nodes.some(node => keeps(source, node)),
    onlyMakes: nodes.every(node => makes(source, node)),
    onlyLooks: nodes.every(node => looks(source, node)),
    givesAny: givesAny(source, lastStatement(root))
  };
}

/** `f(x for x in y)` makes a generator, too, which `sum` and the like go through at once. */
function keeps(source: string, node: Syntax): boolean {
  const isGenerating =
    node.name === 'CallExpression' &&
    childNamed(node, 'ArgList')?.children.some(({ name }) => name === 'for');
  return isGenerating
    ? !GOING_THROUGH.has(callOf(source, node)?.word ?? '')
    : KEEPING.has(node.name);
}

function makes(source: string, node: Syntax): boolean {
  if (node.name !== 'CallExpression') {
    return true;
  }
  const word = callOf(source, node)?.word ?? '';
  return word === 'print' || CLASS.test(word);
}

function looks(source: string, node: Syntax): boolean {
  switch (node.name) {
    case 'CallExpression': {
      const call = callOf(source, node);
      return call?.owner === null && LOOKING.has(call.word);
    }
    case 'AssignStatement':
      return assignmentOf(node).targets.every(target =>
        nodesIn(target).every(({ name }) => name !== 'MemberExpression')
      );
    default:
      return !SETTING.has(node.name) && node.name !== 'Decorator';
  }
}

function givesAny(source: string, statement: Syntax | undefined): boolean {
  const [first, ...others] = statement?.children ?? [];
  if (statement?.name !== 'ExpressionStatement' || !first) {
    return false;
  }
  const value = withoutParentheses(first);
  const call = callOf(source, value);
  const isCompared =
    /^(?:Binary|Unary)Expression$/.test(value.name) &&
    value.children.some(({ name }) => COMPARING.has(name));
  const isSimple = call?.owner === null && SIMPLE.has(call.word);
  return others.length > 0 || !(isCompared || isSimple);
}
