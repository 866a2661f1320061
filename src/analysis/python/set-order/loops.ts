// What a loop leaves or shows that tells in which order its elements came.

import { itemBefore } from '../neighbours';
import type { Syntax } from '../syntax';
import {
  assignmentOf,
  boundBy,
  callOf,
  type Call,
  DEEPEST,
  isItem,
  mentions,
  nodesIn,
  rootOf,
  textOf
} from '../syntax-words';
import { wordSet } from '../word-set';
import { ADDING, SHOWING } from './adding';
import { leftByItself, type Around } from './recursion';
import { toldBy } from './told-by';

/** In what the order of a loop's turns is kept. */
export type Kept = {
  /** True where it shows while the loop runs, or in what a function gives back. */
  isShown: boolean;
  /** Names of values of which it is the arrangement. */
  readonly arranged: Set<string>;
  /** Names of values that hang on it by themselves: the last element, a place, a text made bit by bit. */
  readonly picked: Set<string>;
};

/** A loop, and what its reader knows of values. */
export type Loop = {
  readonly source: string;
  readonly body: Syntax;
  /** Names that stand for an element, or a part of one. */
  readonly elements: readonly string[];
  /** Names that stand for the place of an element. */
  readonly places: readonly string[];
  /** The function around it; null at the margin. */
  readonly around: Around | null;
  /** True for what adds to a text or a list where it is added to a value. */
  readonly grows: (value: Syntax) => boolean;
  /** True for a name whose value makes items at the first look at them. */
  readonly makesItems: (name: string) => boolean;
};

const BODIES = wordSet('FunctionDefinition ClassDefinition LambdaExpression');
const COMPARING = /[<>]/;

/** Goes through the body of a loop. */
export function keptBy(loop: Loop): Kept {
  const search = new KeptSearch(loop);
  search.visit(loop.body, 0);
  search.close();
  return search.kept;
}

class KeptSearch {
  constructor(private readonly loop: Loop) {
    const nodes = nodesIn(loop.body);
    this.told = toldBy(loop, nodes);
    this.counted = new Set(loop.places);
    for (const node of nodes) {
      if (node.name === 'UpdateStatement') {
        const name = rootOf(loop.source, node.children[0]);
        if (node.children[0]?.name === 'VariableName' && name !== null) {
          this.counted.add(name);
        }
      }
      this.hasBreak ||= node.name === 'BreakStatement';
    }
    loop.elements.forEach(name => this.kept.picked.add(name));
  }

  visit(node: Syntax, depth: number): void {
    if (depth > DEEPEST || BODIES.has(node.name)) {
      return;
    }
    if (node.name === 'IfStatement') {
      this.visitIf(node, depth);
      return;
    }
    this.look(node);
    for (const child of node.children) {
      this.visit(child, depth + 1);
    }
  }

  /** Who stops on the way has met another part of the elements. */
  close(): void {
    if (this.hasBreak) {
      const { arranged, picked } = this.kept;
      this.counted.forEach(name => picked.add(name));
      arranged.forEach(name => picked.add(name));
    }
    this.loop.places.forEach(name => this.kept.picked.delete(name));
  }

  /** Below `if element == …` there is one element, whichever the order is. */
  private visitIf(node: Syntax, depth: number): void {
    let test: Syntax | undefined;
    node.children.forEach((child, at) => {
      const word = itemBefore(node.children, at)?.name;
      test = word === 'if' || word === 'elif' ? child : test;
      test = word === 'else' ? undefined : test;
      if (child.name !== 'Body') {
        this.visit(child, depth + 1);
      } else if (!test || !this.isDecided(test, child)) {
        this.visit(child, depth + 1);
      }
    });
  }

  /** By one element that the test names, or by what is the greatest of all. */
  private isDecided(test: Syntax, body: Syntax): boolean {
    const { source, elements } = this.loop;
    const [left, sign, right] = test.children;
    if (test.name === 'ParenthesizedExpression' && sign) {
      return this.isDecided(sign, body);
    }
    if (test.name !== 'BinaryExpression' || !left || !sign || !right) {
      return false;
    }
    if (sign.name === 'and') {
      return this.isDecided(left, body) || this.isDecided(right, body);
    }
    const word = textOf(source, sign);
    const isElement = (side: Syntax): boolean =>
      side.name === 'VariableName' && elements.includes(textOf(source, side));
    if (word === '==') {
      return (
        (isElement(left) && !mentions(source, right, this.told)) ||
        (isElement(right) && !mentions(source, left, this.told))
      );
    }
    return (
      COMPARING.test(word) && mentions(source, test, assignedIn(source, body))
    );
  }

  private look(node: Syntax): void {
    const { source } = this.loop;
    switch (node.name) {
      case 'AssignStatement':
        return this.lookAtAssignment(node);
      case 'UpdateStatement':
        return this.lookAtUpdate(node);
      case 'YieldExpression':
      case 'YieldStatement':
        this.kept.isShown = true;
        return;
      case 'ReturnStatement':
        this.kept.isShown ||= this.tells(node);
        return;
      case 'CallExpression': {
        const call = callOf(source, node);
        const isTold =
          call !== null &&
          (call.owner ? ADDING : SHOWING).has(call.word) &&
          call.list !== undefined &&
          this.tells(call.list);
        if (isTold && call.owner) {
          this.keep(call.owner, isItem(call.owner));
        } else if (isTold) {
          this.kept.isShown = true;
        }
        this.lookAtItself(call);
      }
    }
  }

  private lookAtItself(call: Call | null): void {
    const { source, around } = this.loop;
    if (!call?.list || !around || !this.tells(call.list)) {
      return;
    }
    const { isShown = false, added = [] } =
      leftByItself(source, around, call) ?? {};
    this.kept.isShown ||= isShown;
    added.forEach(name => this.kept.arranged.add(name));
  }

  private lookAtAssignment(node: Syntax): void {
    const { source } = this.loop;
    const { targets, values } = assignmentOf(node);
    for (const target of targets) {
      const [name] =
        target.name === 'VariableName' ? [textOf(source, target)] : [];
      if (isItem(target)) {
        this.lookAtItem(target, values);
      } else if (name !== undefined) {
        const itself = new Set([name]);
        const isGrown = values.some(value => mentions(source, value, itself));
        const isTold = values.some(value => this.tells(value));
        if (isTold && (!isGrown || values.some(this.loop.grows))) {
          this.kept.picked.add(name);
        }
      } else {
        boundBy(source, [target])
          .filter(() => values.some(value => this.tells(value)))
          .forEach(one => this.kept.picked.add(one));
      }
    }
  }

  /** Items under the element are the same items; new ones stand in the order in which they were made. */
  private lookAtItem(target: Syntax, values: readonly Syntax[]): void {
    const { source } = this.loop;
    const [owner, , ...rest] = target.children;
    const index = rest.filter(({ name }) => name !== ']');
    const isOwn = index.some(part => this.tells(part));
    const isCounted = [...index, ...values].some(
      part => mentions(source, part, this.counted) || this.measures(part, owner)
    );
    const text = textOf(source, target);
    const isThere = values.some(value => holdsText(source, value, text));
    if (isCounted || (!isOwn && values.some(value => this.tells(value)))) {
      this.keep(owner, true);
    } else if (isOwn && !isThere) {
      this.keep(owner, false);
    }
  }

  private lookAtUpdate(node: Syntax): void {
    const { source } = this.loop;
    const [target, , value] = node.children;
    if (isItem(target)) {
      const name = rootOf(source, target);
      if (name !== null && this.loop.makesItems(name)) {
        this.keep(target?.children[0], false);
      }
    } else if (value && this.tells(value) && this.loop.grows(value)) {
      this.keep(target, value.name !== 'ArrayExpression');
    }
  }

  /** `len(d)` while `d` is being filled. */
  private measures(node: Syntax, owner: Syntax | undefined): boolean {
    const name = rootOf(this.loop.source, owner);
    return (
      name !== null &&
      callOf(this.loop.source, node)?.word === 'len' &&
      mentions(this.loop.source, node, new Set([name]))
    );
  }

  /** What no name stands for is anybody's. */
  private keep(owner: Syntax | undefined, isPicked: boolean): void {
    const { source } = this.loop;
    const call = callOf(source, owner);
    if (call?.owner && call.word === 'setdefault') {
      this.keep(call.owner, true);
      return;
    }
    const name = rootOf(source, owner);
    if (name === null) {
      this.kept.isShown = true;
    } else {
      this.kept[isPicked ? 'picked' : 'arranged'].add(name);
    }
  }

  private tells(node: Syntax): boolean {
    return mentions(this.loop.source, node, this.told);
  }

  readonly kept: Kept = {
    isShown: false,
    arranged: new Set(),
    picked: new Set()
  };
  /** Names that hang on the element of a turn. */
  private readonly told: ReadonlySet<string>;
  /** Names that grow from turn to turn. */
  private readonly counted: Set<string>;
  private hasBreak = false;
}

function assignedIn(source: string, body: Syntax): ReadonlySet<string> {
  return new Set(
    body.children
      .filter(({ name }) => name === 'AssignStatement')
      .flatMap(node => boundBy(source, assignmentOf(node).targets))
  );
}

function holdsText(source: string, node: Syntax, text: string): boolean {
  for (const at of nodesIn(node)) {
    if (textOf(source, at) === text) {
      return true;
    }
  }
  return false;
}
