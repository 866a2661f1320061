// What R code looks at where it reads a name: how much there is, what kind it is, a check that holds for whatever was drawn.
import type { FormSeen, Look } from '../view';
import { partsIn } from './parts-in';
import type { RNode, RNodeOf } from './syntax';

/** Functions that tell the size of what they are given, or its kind and the names of its parts. */
const FORMAL: ReadonlyMap<string, FormSeen> = new Map([
  ['length', 'length'],
  ...'class colnames dim is.character is.data.frame is.factor is.function is.list is.matrix is.numeric is.vector mode names ncol NCOL nrow NROW typeof'
    .split(' ')
    .map(name => [name, 'form'] as const)
]);

/** Functions by which code checks what was drawn. */
const CHECKS = new Set('all any anyNA is.finite is.na is.nan'.split(' '));

/** Aggregates that are held against a bound. */
const BOUNDED = new Set(['abs', 'max', 'min']);

const COMPARISONS = new Set(['<', '<=', '>', '>=', '==', '!=']);

/** By the offset of a name, what is looked at of its value; what is missing is looked at as a whole. */
export function looksInR(statements: readonly RNode[]): Map<number, Look> {
  const looks = new Map<number, Look>();
  const visit = (node: RNode, isChecked: boolean): void => {
    if (node.kind === 'name') {
      if (isChecked) {
        looks.set(node.from, { view: 'form', form: null, parts: null });
      }
      return;
    }
    if (node.kind === 'call') {
      const [only, ...more] = node.arguments;
      const form = FORMAL.get(calleeOf(node));
      if (form && only?.value?.kind === 'name' && more.length === 0) {
        looks.set(only.value.from, { view: 'form', form, parts: null });
        return;
      }
    }
    const isCheck =
      isChecked ||
      (node.kind === 'call' && CHECKS.has(calleeOf(node))) ||
      isBounded(node);
    partsIn(node).forEach(part => visit(part, isCheck));
  };
  statements.forEach(statement => visit(statement, false));
  return looks;
}

/** `min(x) >= 0`. */
function isBounded(node: RNode): boolean {
  return (
    node.kind === 'operator' &&
    COMPARISONS.has(node.operator) &&
    node.operands.some(one => one.kind === 'number') &&
    node.operands.some(one => one.kind === 'call' && BOUNDED.has(calleeOf(one)))
  );
}

function calleeOf({ callee }: RNodeOf<'call'>): string {
  return callee.kind === 'name' ? callee.name : '';
}
