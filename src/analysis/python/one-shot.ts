// Values that can be gone through once, who uses them up, and names that reach one state: cursors, iterators, views.

import type { Sharing, ValueFacts } from '../value-facts';

import { axesIn } from './pictures';
import { childNamed, type Syntax } from './syntax';

/** Callables whose result goes through what they are given, when somebody goes through it. */
const LAZY = /^(?:iter|map|filter|zip|enumerate|reversed|open)$/;
/** Makers of what is read from one end to the other, as a file is. */
const STREAMS = /^(?:StringIO|BytesIO|TextIOWrapper|urlopen)$/;
/** Methods by which such a thing is read on. */
const READING = /^(?:read|readline|readlines|read1|readinto)$/;
const LAZY_MODULES = /^(?:itertools|csv|it)$/;
/** Callables among the consuming ones that may stop before the end. */
const STOPPING = /^(?:next|any|all)$/;
/** Statements and expressions of which a part may not run. */
const CHOICES: ReadonlySet<string> = new Set([
  'IfStatement',
  'WhileStatement',
  'TryStatement',
  'MatchStatement',
  'ConditionalExpression',
  'BinaryExpression'
]);
/** Callables that go through what they are given at once. */
const CONSUMING =
  /^(?:sum|list|tuple|set|frozenset|dict|sorted|min|max|any|all|next|Counter|deque|OrderedDict)$/;
const CONSUMING_METHODS =
  /^(?:join|extend|update|Counter|deque|OrderedDict|fromiter|from_iterable|load|reader|DictReader|read_csv|read_table|read_json|read_excel|read_parquet|read_html|read_fwf|genfromtxt|loadtxt)$/;
const VIEWS = /^(?:ravel|reshape|view|squeeze|transpose|swapaxes)$/;

type Found = {
  readonly source: string;
  readonly oneShot: ValueFacts['oneShot'][number][];
  readonly consumed: Set<string>;
  readonly exhausted: Set<string>;
  readonly sharing: Sharing[];
  readonly generators: Set<string>;
};

/** Finds them in what the cell runs now; bodies of functions wait. */
export function valueFactsOf(
  root: Syntax,
  source: string
): Omit<ValueFacts, 'holdings'> {
  const found: Found = {
    source,
    oneShot: [],
    consumed: new Set(),
    exhausted: new Set(),
    sharing: [],
    generators: new Set()
  };
  const pending = [root];
  const sure = [true];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const wasSure = sure.pop() ?? false;
    if (node.name === 'FunctionDefinition') {
      noteFunction(found, node);
    } else if (node.name !== 'LambdaExpression') {
      const isLazy = note(found, node);
      const isSure = wasSure && !CHOICES.has(node.name);
      if (isSure) {
        wentThrough(found, node).forEach(name => found.exhausted.add(name));
      }
      for (const child of isLazy ? [] : node.children) {
        if (child.children.length > 0) {
          pending.push(child);
          sure.push(isSure);
        }
      }
    }
  }
  const { oneShot, sharing, consumed, exhausted, generators } = found;
  return {
    oneShot,
    sharing,
    consumed: [...consumed],
    exhausted: [...exhausted].filter(name => consumed.has(name)),
    generators: [...generators]
  };
}

/** True when nothing in the node goes on now. */
function note(found: Found, node: Syntax): boolean {
  switch (node.name) {
    case 'AssignStatement':
      return noteAssignment(found, node);
    case 'CallExpression':
      noteCall(found, node);
      return false;
    case 'ForStatement':
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'ArrayExpression':
      consume(found, [...iterated(node), ...starred(node)]);
      return false;
    default:
      return false;
  }
}

function noteFunction(found: Found, node: Syntax): void {
  const name = childNamed(node, 'VariableName');
  const pending = [...(childNamed(node, 'Body')?.children ?? [])];
  for (let inner = pending.pop(); inner; inner = pending.pop()) {
    if (name && inner.name.startsWith('Yield')) {
      found.generators.add(textOf(found, name));
      return;
    }
    if (
      inner.name !== 'FunctionDefinition' &&
      inner.name !== 'LambdaExpression'
    ) {
      pending.push(...inner.children);
    }
  }
}

function noteAssignment(found: Found, node: Syntax): boolean {
  const { children } = node;
  for (const [name, other] of axesIn(found.source, node)) {
    found.sharing.push({ name, with: other, kind: 'within' });
  }
  const [target] = children;
  const value = children[children.length - 1];
  const sign = children[children.length - 2];
  if (!value || sign?.name !== 'AssignOp' || textOf(found, sign) !== '=') {
    return false;
  }
  const targets = children
    .slice(0, -2)
    .filter(({ name }) => name !== 'TypeDef');
  if (target?.name !== 'VariableName' || targets.length !== 1) {
    consume(found, targets.length > 1 ? [value] : []);
    return false;
  }
  const name = textOf(found, target);
  if (value.name === 'ComprehensionExpression') {
    const over = namesOf(found, iterated(value));
    found.oneShot.push({ name, callee: null, over });
    return true;
  }
  noteSharing(found, name, value);
  const [callee] = value.children;
  if (value.name !== 'CallExpression' || !callee) {
    return false;
  }
  const [root] = callee.children;
  const isOfModule =
    callee.name === 'MemberExpression' &&
    root?.name === 'VariableName' &&
    LAZY_MODULES.test(textOf(found, root));
  const isName = callee.name === 'VariableName';
  const word = callee.children[callee.children.length - 1] ?? callee;
  if (STREAMS.test(textOf(found, word))) {
    found.oneShot.push({ name, callee: null, over: [] });
    return false;
  }
  const isLazy = isOfModule || (isName && LAZY.test(textOf(found, callee)));
  if (isLazy) {
    const over = namesOf(found, argumentsIn(value));
    found.oneShot.push({ name, callee: null, over });
  } else if (isName) {
    found.oneShot.push({ name, callee: textOf(found, callee), over: [] });
  }
  return false;
}

/** `cur = con.cursor()`, `row = grid[1]`, `flat = grid.ravel()`, `t = a.T`. */
function noteSharing(found: Found, name: string, value: Syntax): void {
  const isCall = value.name === 'CallExpression';
  const member = isCall ? value.children[0] : value;
  const [root, sign, last] = member?.children ?? [];
  if (member?.name !== 'MemberExpression' || root?.name !== 'VariableName') {
    return;
  }
  const word = sign?.name === '.' && last ? textOf(found, last) : '';
  const isState = isCall && word === 'cursor';
  const isView = isCall
    ? VIEWS.test(word)
    : sign?.name === '[' || /^(?:T|flat|real|imag)$/.test(word);
  const other = textOf(found, root);
  if ((isState || isView) && other !== name) {
    found.sharing.push({
      name,
      with: other,
      kind: isState ? 'state' : 'memory'
    });
  }
}

function noteCall(found: Found, node: Syntax): void {
  const [callee] = node.children;
  if (!callee) {
    return;
  }
  const last = callee.children[callee.children.length - 1];
  const isConsuming =
    callee.name === 'VariableName'
      ? CONSUMING.test(textOf(found, callee))
      : last?.name === 'PropertyName' &&
        CONSUMING_METHODS.test(textOf(found, last));
  const list = childNamed(node, 'ArgList');
  if (list) {
    consume(found, [...iterated(list), ...starred(list)]);
  }
  if (isConsuming) {
    consume(found, argumentsIn(node));
  }
  if (last && READING.test(textOf(found, last))) {
    consume(found, callee.children.slice(0, 1));
  }
}

/** Names that are surely gone through to their end: by a loop that nothing leaves, or by `list(…)` and its like. */
function wentThrough(found: Found, node: Syntax): string[] {
  const [callee] = node.children;
  switch (node.name) {
    case 'ForStatement':
      return /\b(?:break|return|raise)\b/.test(textOf(found, node))
        ? []
        : namesOf(found, iterated(node).slice(0, 1));
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      return namesOf(found, iterated(node).slice(0, 1));
    case 'CallExpression': {
      const isFull =
        callee?.name === 'VariableName' &&
        CONSUMING.test(textOf(found, callee)) &&
        !STOPPING.test(textOf(found, callee));
      return isFull ? namesOf(found, argumentsIn(node).slice(0, 1)) : [];
    }
    default:
      return [];
  }
}

/** Notes that what the expressions name is gone through, behind `enumerate` and its like, too. */
function consume(found: Found, expressions: readonly Syntax[]): void {
  for (const expression of expressions) {
    const [callee] = expression.children;
    const isWrapped =
      expression.name === 'CallExpression' &&
      callee?.name === 'VariableName' &&
      LAZY.test(textOf(found, callee));
    const given = isWrapped ? argumentsIn(expression) : [expression];
    namesOf(found, given).forEach(name => found.consumed.add(name));
  }
}

/** What stands behind `in`. */
function iterated({ children }: Syntax): Syntax[] {
  return children.filter(
    (_, index) =>
      children[index - 1]?.name === 'in' &&
      children.slice(0, index).some(({ name }) => name === 'for')
  );
}

function starred({ children }: Syntax): Syntax[] {
  return children.filter((_, index) => children[index - 1]?.name === '*');
}

/** Positional arguments, keywords left out. */
function argumentsIn(call: Syntax): Syntax[] {
  const parts = childNamed(call, 'ArgList')?.children.slice(1, -1) ?? [];
  return parts.some(({ name }) => name === 'for')
    ? []
    : parts.filter((_, index) => {
        const before = parts[index - 1]?.name;
        const isFirst = before === undefined || before === ',';
        return isFirst && parts[index + 1]?.name !== 'AssignOp';
      });
}

function namesOf(found: Found, expressions: readonly Syntax[]): string[] {
  return expressions
    .filter(({ name }) => name === 'VariableName')
    .map(node => textOf(found, node));
}

function textOf({ source }: Found, { from, to }: Syntax): string {
  return source.slice(from, to);
}
