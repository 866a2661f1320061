// A place in a syntax tree, and what stands around it.

import type { Range } from '../name-uses';

import { itemAt, type Syntax } from './syntax';
import {
  assignmentOf,
  callOf,
  keywordOf,
  textOf,
  type Call
} from './syntax-words';

const CLAUSES =
  /^(?:Array|Set)ComprehensionExpression$|^(?:ComprehensionExpression|ArgList)$/;

/** The place of the innermost node of a range; null where no node has it. */
export function placeAt(
  source: string,
  root: Syntax,
  { from, to }: Range
): Place | null {
  const path = [root];
  for (let last = root; ;) {
    const inner = itemAt(last.children, from, one => one.from);
    if (!inner || inner.from > from || inner.to < to) {
      const isWhole = last.from === from && last.to === to;
      return isWhole ? new Place(source, path.reverse()) : null;
    }
    path.push(inner);
    last = inner;
  }
}

/** Questions about a node and those around it, which count from 0 for the node itself to the root. */
export class Place {
  constructor(
    readonly source: string,
    /** From the node to the root. */
    readonly path: readonly Syntax[]
  ) {}

  /** The attribute that is taken of a node; null for none. */
  memberAt(at: number): string | null {
    const [owner, sign, last] = this.path[at + 1]?.children ?? [];
    return owner === this.path[at] && sign?.name === '.' && last
      ? textOf(this.source, last)
      : null;
  }

  /** True for what is called. */
  isCalled(at: number): boolean {
    const call = this.path[at + 1];
    return (
      call?.name === 'CallExpression' && call.children[0] === this.path[at]
    );
  }

  /** True where a method of that name is called on a node. */
  isMethod(at: number, word: string): boolean {
    return this.memberAt(at) === word && this.isCalled(at + 1);
  }

  /** What stands in the brackets behind a node; null where there are none. */
  indexAt(at: number): readonly Syntax[] | null {
    const item = this.path[at + 1];
    const [owner, sign] = item?.children ?? [];
    return item?.name === 'MemberExpression' &&
      owner === this.path[at] &&
      sign?.name === '['
      ? item.children.slice(2, -1)
      : null;
  }

  /** True for what is handed first to a builtin of that name. */
  isFirstOf(at: number, word: string): boolean {
    const call = this.callAt(at);
    return (
      call?.word === word &&
      call.owner === null &&
      this.path[at + 1]?.children[1] === this.path[at]
    );
  }

  /** True for what is asked whether something is in it. */
  isAskedAt(at: number): boolean {
    const { name, children = [] } = this.path[at + 1] ?? {};
    return (
      name === 'BinaryExpression' &&
      children.some(child => child.name === 'in') &&
      children[children.length - 1] === this.path[at]
    );
  }

  /** The call of which a node is an argument of its own; null where it is none, or is spread. */
  callAt(at: number): Call | null {
    const list = this.path[at + 1];
    const children = list?.children ?? [];
    const place = children.findIndex(one => one === this.path[at]);
    return list?.name === 'ArgList' &&
      /^[(,]$|^AssignOp$/.test(children[place - 1]?.name ?? '') &&
      !children.some(({ name }) => name === 'for')
      ? this.callOfNode(at + 2)
      : null;
  }

  /** The comprehension, or the arguments, of which a clause goes through a node. */
  clausesAround(at: number): Syntax | null {
    const around = this.path[at + 1];
    const children = around?.children ?? [];
    const place = children.findIndex(one => one === this.path[at]);
    return around &&
      CLAUSES.test(around.name) &&
      children[place - 1]?.name === 'in'
      ? around
      : null;
  }

  /** The call that a node is; null for anything else. */
  callOfNode(at: number): Call | null {
    return callOf(this.source, this.path[at]);
  }

  /** True for what an assignment gives a value. */
  isTarget(at: number): boolean {
    const statement = this.path[at + 1];
    return (
      statement?.name === 'AssignStatement' &&
      assignmentOf(statement).targets.some(one => one === this.path[at])
    );
  }

  /** What a keyword of the call is given that a node is; empty for none. */
  keywordAt(at: number, word: string): string {
    const list = this.path[at]?.children[1];
    const given = keywordOf(this.source, list, word);
    return given ? textOf(this.source, given) : '';
  }
}
