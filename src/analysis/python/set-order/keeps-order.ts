// Whether the body of a loop leaves or shows something that tells in which order the elements came.

import type { Syntax } from '../syntax';
import { DEEPEST } from './kinds';

const KEEPING_METHODS =
  /^(?:append|appendleft|extend|insert|write|writelines|put|send)$/;
const SHOWING = /^(?:print|display)$/;
const CONSTANT = /^(?:Boolean|None|Number|String)$/;

/** True where what a loop does for one element after the other shows in which order they came. */
export function keepsOrder(source: string, node: Syntax, depth = 0): boolean {
  if (depth > DEEPEST) {
    return false;
  }
  return node.children.some(child => {
    const [first, second] = child.children;
    switch (child.name) {
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return false;
      case 'BreakStatement':
      case 'YieldExpression':
      case 'YieldStatement':
        return true;
      case 'ReturnStatement':
        return second !== undefined && !CONSTANT.test(second.name);
      case 'AssignStatement':
      case 'UpdateStatement':
        return isItem(first) || keepsOrder(source, child, depth + 1);
      case 'CallExpression':
        return (
          keepsByCall(source, first) || keepsOrder(source, child, depth + 1)
        );
      default:
        return keepsOrder(source, child, depth + 1);
    }
  });
}

function isItem(target: Syntax | undefined): boolean {
  return (
    target?.name === 'MemberExpression' && target.children[1]?.name === '['
  );
}

function keepsByCall(source: string, callee: Syntax | undefined): boolean {
  const text = callee ? source.slice(callee.from, callee.to) : '';
  const word = /\w*$/.exec(text)?.[0] ?? '';
  return (callee?.name === 'VariableName' ? SHOWING : KEEPING_METHODS).test(
    word
  );
}
