// Where code shows, or keeps under a name, what `id(…)` gives: the place of a value in memory.

import { childNamed, type Syntax } from './syntax';
import { DEEPEST, statementsOf, textOf } from './syntax-words';

/** Calls that show what they are given. */
const SHOWING = /^(?:print|pprint|display)$/;
/** Calls that pass on what they are given, in whatever form. */
const PASSING = /^(?:hex|oct|bin|str|repr|format|int|.*\.format)$/;
/** What holds the values that stand in it. */
const HOLDING =
  /^(?:Array|Tuple|Dictionary|Set|Parenthesized)Expression$|^Format(?:String|Replacement)$/;
const MAKING = /ComprehensionExpression$/;
/** Signs between two values of which one, or what they come to, is the result. */
const JOINING = /^(?:ArithOp|and|or)$/;

/** The calls of `id` whose number shows or is kept; one that is only compared or looked up by is not meant. */
export function addressesIn(source: string, root: Syntax): ReadonlySet<Syntax> {
  if (!source.includes('id(')) {
    return NONE;
  }
  const search = new Search(source);
  search.visitCell(root);
  return search.found;
}

const NONE: ReadonlySet<Syntax> = new Set([]);

class Search {
  constructor(private readonly source: string) {}

  /** The last expression of a cell shows, and what its margin assigns is kept. */
  visitCell(root: Syntax): void {
    const statements = statementsOf(root);
    statements.forEach((node, at) => {
      const isShown =
        node.name === 'ExpressionStatement' && at === statements.length - 1;
      const isKept = node.name === 'AssignStatement';
      node.children.forEach(child => this.visit(child, isShown || isKept));
    });
  }

  private visit(node: Syntax, isSeen: boolean): void {
    if (this.depth < DEEPEST && node.children.length > 0) {
      this.depth += 1;
      this.look(node, isSeen);
      this.depth -= 1;
    }
  }

  private look(node: Syntax, isSeen: boolean): void {
    const { name, children } = node;
    if (name === 'CallExpression') {
      this.visitCall(node, isSeen);
      return;
    }
    const isJoined =
      name === 'BinaryExpression' && JOINING.test(children[1]?.name ?? '');
    const start = children.findIndex(child => child.name === 'for');
    children.forEach((child, at) => {
      const isPassed =
        isJoined ||
        HOLDING.test(name) ||
        (MAKING.test(name) && at < start) ||
        (name === 'ConditionalExpression' && children[at - 1]?.name !== 'if');
      this.visit(child, isSeen && isPassed);
    });
  }

  private visitCall(node: Syntax, isSeen: boolean): void {
    const [callee] = node.children;
    const called = callee ? textOf(this.source, callee) : '';
    if (isSeen && called === 'id') {
      this.found.add(node);
    }
    if (callee) {
      this.visit(callee, false);
    }
    const list = childNamed(node, 'ArgList');
    const isPassed = SHOWING.test(called) || (isSeen && PASSING.test(called));
    list?.children.forEach(child => this.visit(child, isPassed));
  }

  readonly found = new Set<Syntax>();
  private depth = 0;
}
