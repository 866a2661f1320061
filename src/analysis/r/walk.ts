// Walks the syntax tree of R in the order of evaluation and tells a frame what it meets.
import { assign } from './assign';
import { bodyOf, hand, readBody } from './bodies';
import { visitCall } from './calls';
import type { Frame } from './frame';
import { visitPipe } from './pipes';
import { areTexts, textsIn } from './texts-in';
import { partsIn } from './parts-in';
import { partOf, rangeOf, type RNode, type RNodeOf } from './syntax';
import { rootOf } from './targets';

/** Visits an expression. */
export function visit(frame: Frame, node: RNode): void {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'constant':
    case 'jump':
      return;
    case 'name':
      frame.read(node.name, rangeOf(node));
      return;
    case 'qualified':
      frame.load(node.package, rangeOf(node));
      return;
    case 'call':
      visitCall(frame, node);
      return;
    case 'index':
    case 'member':
      visitPart(frame, node);
      return;
    case 'operator':
      visitOperator(frame, node);
      return;
    case 'assignment':
      assign(frame, node);
      return;
    case 'function': {
      const body = bodyOf(frame, node);
      frame.nested.set(node, body);
      readBody(frame, body);
      return;
    }
    case 'block':
      node.statements.forEach(statement => frame.visit(statement));
      return;
    case 'if':
      frame.visit(node.condition);
      frame.either(
        () => frame.visit(node.then),
        () => frame.visit(node.otherwise)
      );
      return;
    case 'for':
      frame.visit(node.over);
      visitLoop(frame, node);
      return;
    case 'while':
      frame.visit(node.condition);
      frame.maybe(() => frame.visit(node.body));
      return;
    case 'repeat':
      frame.visit(node.body);
  }
}

/** A loop over constants surely runs; others may find nothing to go over. */
function visitLoop(frame: Frame, node: RNodeOf<'for'>): void {
  const { name, over, body } = node;
  const texts = areTexts(over) ? textsIn(over) : null;
  const go = (): void => {
    frame.bind(name, 'loop-variable', rangeOf(node));
    if (texts) {
      frame.turns.set(name, texts);
    }
    frame.visit(body);
  };
  if (texts && !mayJump(body)) {
    go();
  } else {
    frame.maybe(go);
  }
}

function mayJump(node: RNode): boolean {
  return node.kind === 'jump' || partsIn(node).some(mayJump);
}

function visitOperator(frame: Frame, node: RNodeOf<'operator'>): void {
  const { operator, operands } = node;
  const [first, second] = operands;
  switch (operator) {
    case '~':
      // The names of a formula are columns more often than not.
      frame.maybe(() => operands.forEach(each => frame.visit(each)));
      return;
    case '&&':
    case '||':
      frame.visit(first);
      frame.maybe(() => frame.visit(second));
      return;
    case '|>':
    case '%>%':
      visitPipe(frame, first, second);
      return;
    case '%<>%':
      pipeBack(frame, node);
      return;
    default:
      operands.forEach(each => frame.visit(each));
  }
  frame.generics.add(operator);
  if (operator.startsWith('%')) {
    frame.maybe(() => frame.read(operator, rangeOf(node)));
    hand(frame, operator);
  }
}

/** `x %<>% f(y)` is `x <- x %>% f(y)`; what comes of a part hangs on what it was. */
function pipeBack(frame: Frame, node: RNodeOf<'operator'>): void {
  const { from, to } = node;
  const [target] = node.operands;
  const value: RNode = { ...node, operator: '%>%' };
  if (target?.kind === 'name') {
    const isSuper = false;
    assign(frame, { kind: 'assignment', target, value, isSuper, from, to });
    return;
  }
  frame.visit(value);
  const root = target ? rootOf(target) : null;
  if (root !== null) {
    frame.changeInPlace(root, rangeOf(node), 'certain');
  }
}

/** Reads `x$a`, `x[["a"]]` and `x[, "a"]` as parts of `x`. */
function visitPart(frame: Frame, node: RNodeOf<'index' | 'member'>): void {
  const { object } = node;
  frame.generics.add(node.kind === 'member' ? '$' : node.isDouble ? '[[' : '[');
  if (node.kind === 'index') {
    visitBrackets(frame, node);
  }
  if (object.kind === 'name') {
    frame.read(object.name, rangeOf(object), partOf(node));
  } else {
    frame.visit(object);
  }
}

/** Within the brackets of a data.table names are columns, and `:=` changes the table in place. */
function visitBrackets(frame: Frame, node: RNodeOf<'index'>): void {
  const values = node.arguments.flatMap(({ value }) => value ?? []);
  const assigned = values.filter(isColumnAssignment);
  if (assigned.length > 0 && node.object.kind === 'name') {
    frame.changeInPlace(node.object.name, rangeOf(node), 'certain');
  }
  frame.maybe(() =>
    values.forEach(value =>
      frame.visit(value.kind === 'assignment' ? value.value : value)
    )
  );
}

function isColumnAssignment(value: RNode): boolean {
  return (
    value.kind === 'assignment' ||
    (value.kind === 'call' &&
      value.callee.kind === 'name' &&
      value.callee.name === ':=')
  );
}
