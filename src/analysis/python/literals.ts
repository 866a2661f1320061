// Names that the source itself gives their value: what a user would call a parameter.

import type { Binding } from '../name-uses';

import type { Syntax } from './syntax';

/** Names whose last binding assigns a constant, or arithmetic over constants alone. Sorted. */
export function literalsOf(
  root: Syntax,
  bindings: readonly Binding[]
): readonly string[] {
  const last = new Map(bindings.map(binding => [binding.name, binding]));
  return [...last.values()]
    .filter(({ kind, range }) => {
      const statement = ASSIGNING.has(kind)
        ? assignmentAt(root, range.from)
        : null;
      return statement !== null && isAssignedLiteral(statement);
    })
    .map(({ name }) => name)
    .sort();
}

const ASSIGNING: ReadonlySet<string> = new Set([
  'assignment',
  'annotated-assignment'
]);

/** Constants, and signs between them. */
const LITERAL =
  /^(Number|String|ContinuedString|Boolean|None|ArithOp|BitOp|[()])$/;

/** The assignment that stands at a place, in branches and blocks too. */
function assignmentAt(root: Syntax, at: number): Syntax | null {
  let node: Syntax | undefined = root;
  while (node && node.name !== 'AssignStatement') {
    node = node.children.find(({ from, to }) => from <= at && at < to);
  }
  return node ?? null;
}

/** `a = b = 3` and `a, b = 1, 2` too; behind the last sign of assignment stands the value. */
function isAssignedLiteral({ children }: Syntax): boolean {
  const sign = children.map(({ name }) => name).lastIndexOf('AssignOp');
  const values = children.slice(sign + 1).filter(({ name }) => name !== ',');
  return sign >= 0 && values.length > 0 && values.every(isLiteral);
}

function isLiteral(root: Syntax): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (LITERAL.test(node.name)) {
      continue;
    }
    if (!COMPOSED.has(node.name)) {
      return false;
    }
    pending.push(...node.children);
  }
  return true;
}

/** What arithmetic over constants is made of. */
const COMPOSED: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'UnaryExpression',
  'ParenthesizedExpression'
]);
