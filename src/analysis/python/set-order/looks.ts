// What code looks at of the values that its names stand for, and which statements show nothing.

import type { Range } from '../../name-uses';
import { itemBefore } from '../neighbours';

import type { Syntax } from '../syntax';
import { isFormalPart, lookOfCall, passesOn, tellsMembers } from '../orderless';
import { headOf } from './heads';
import {
  assignmentOf,
  boundBy,
  callOf,
  DEEPEST,
  isItem,
  keywordOf,
  nodesIn,
  rootOf,
  textOf
} from '../syntax-words';
import { wordSet } from '../word-set';

/** `form`: how much it is, of what type. `members`: what is in it, or an item by its key, whatever the arrangement. */
export type Look = 'form' | 'members';

/** What a cell looks at. */
export type Looks = {
  /** By the offset of a name, what is looked at of its value; what is missing is looked at as a whole. */
  readonly at: ReadonlyMap<number, Look>;
  /** Where statements begin that show nothing by themselves, whatever they read. */
  readonly quiet: ReadonlySet<number>;
  /** Names that a statement surely gives another value, by where it begins. */
  readonly renews: ReadonlyMap<number, readonly string[]>;
  /** Loops, those around before those in them. */
  readonly turns: readonly Range[];
  /** Names whose values the cell itself has put in order at its end. */
  readonly sorted: ReadonlySet<string>;
  /** By the offset of a call of something by its name, what is looked at of what it gives; null for the whole. */
  readonly calls: ReadonlyMap<number, Look | null>;
};

const VIEWS = wordSet('items keys values copy');
const QUIET = wordSet(
  `AssignStatement UpdateStatement ForStatement IfStatement WhileStatement TryStatement WithStatement ImportStatement
  DeleteStatement PassStatement AssertStatement BreakStatement ContinueStatement ReturnStatement ScopeStatement FunctionDefinition
  ClassDefinition`
);
const CHANGING = wordSet(
  'append appendleft extend insert add update sort clear discard remove setdefault'
);
const DICTIONARY = wordSet(
  'DictionaryExpression DictionaryComprehensionExpression'
);
const MAKING = wordSet('dict defaultdict Counter fromkeys');

/** Looks at the whole tree of a cell. */
export function looksOf(source: string, root: Syntax): Looks {
  const search = new LooksSearch(source);
  search.findDictionaries(root);
  root.children.forEach(statement => search.visitMargin(statement));
  search.visit(root, null);
  return search;
}

class LooksSearch implements Looks {
  constructor(private readonly source: string) {}

  findDictionaries(root: Syntax): void {
    for (const node of nodesIn(root)) {
      if (node.name === 'AssignStatement') {
        const { targets, values } = assignmentOf(node);
        const [value] = values;
        const word = callOf(this.source, value)?.word ?? '';
        if (DICTIONARY.has(value?.name ?? '') || MAKING.has(word)) {
          targets.forEach(one =>
            this.dictionaries.add(textOf(this.source, one))
          );
        }
      }
    }
  }

  /** `words.sort()` at the margin. */
  visitMargin(node: Syntax): void {
    const [only] = node.children;
    const call =
      node.name === 'ExpressionStatement' ? callOf(this.source, only) : null;
    if (
      call?.word === 'sort' &&
      call.owner?.name === 'VariableName' &&
      !keywordOf(this.source, call.list, 'key')
    ) {
      this.sorted.add(textOf(this.source, call.owner));
    } else if (node.name === 'AssignStatement') {
      const names = boundBy(this.source, assignmentOf(node).targets);
      names.forEach(name => this.sorted.delete(name));
      this.renews.set(node.from, names);
    }
  }

  visit(node: Syntax, look: Look | null): void {
    if (this.depth >= DEEPEST) {
      return;
    }
    this.depth += 1;
    this.look(node, look);
    this.depth -= 1;
  }

  private look(node: Syntax, look: Look | null): void {
    if (QUIET.has(node.name) || this.isChange(node)) {
      this.quiet.add(node.from);
    }
    if (node.name === 'ForStatement' || node.name === 'WhileStatement') {
      this.turns.push(node);
    }
    if (node.name === 'ForStatement') {
      const { targets } = headOf(this.source, node);
      this.renews.set(node.from, boundBy(this.source, targets));
    }
    switch (node.name) {
      case 'VariableName':
        if (look) {
          this.at.set(node.from, look);
        }
        return;
      case 'ParenthesizedExpression':
        return this.visitEach(node, look);
      case 'AssertStatement':
        return this.visitAsserted(node);
      case 'CallExpression':
        return this.lookAtCall(node, look);
      case 'MemberExpression':
        return this.lookAtMember(node);
      case 'BinaryExpression':
        return this.lookAtBinary(node);
      case 'SetComprehensionExpression':
        return this.visitClauses(node, 'members');
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
        return this.visitClauses(node, look);
      default:
        this.visitEach(node, null);
    }
  }

  private visitEach({ children }: Syntax, look: Look | null): void {
    for (const child of children) {
      this.visit(child, look);
    }
  }

  /** What is compared shows in nothing but that the cell goes on. */
  private visitAsserted(node: Syntax): void {
    const compared = nodesIn(node).filter(
      one => one.name === 'VariableName' || one.name === 'CallExpression'
    );
    this.visitEach(node, null);
    for (const { name, from } of compared) {
      (name === 'VariableName' ? this.at : this.calls).set(from, 'form');
    }
  }

  private lookAtCall(node: Syntax, look: Look | null): void {
    const { source } = this;
    const call = callOf(source, node);
    if (!call) {
      this.visitEach(node, null);
      return;
    }
    const { word, owner, list, given } = call;
    if (!owner) {
      this.calls.set(node.from, look);
    } else {
      const isView = VIEWS.has(word) && given.length === 0;
      const isBlind = word === 'get' || tellsMembers(word);
      this.visit(owner, isView ? look : isBlind ? 'members' : null);
    }
    const own = lookOfCall(source, call);
    const inside = passesOn(call) ? look : own === 'ties' ? null : own;
    if (list?.children.some(({ name }) => name === 'for')) {
      this.visitClauses(list, inside);
    } else {
      list?.children.forEach(child => this.visit(child, inside));
    }
  }

  private lookAtMember({ children }: Syntax): void {
    const [owner, sign, last] = children;
    let look: Look | null = null;
    if (sign?.name === '.' && last) {
      look = isFormalPart(textOf(this.source, last)) ? 'form' : null;
    } else if (owner) {
      const isKey =
        last?.name === 'String' ||
        this.dictionaries.has(textOf(this.source, owner));
      look = isKey ? 'members' : null;
    }
    children.forEach((child, at) => this.visit(child, at === 0 ? look : null));
  }

  private lookAtBinary({ children }: Syntax): void {
    const isMembership = children.some(({ name }) => name === 'in');
    children.forEach((child, at) =>
      this.visit(
        child,
        isMembership && at === children.length - 1 ? 'members' : null
      )
    );
  }

  private visitClauses({ children }: Syntax, look: Look | null): void {
    children.forEach((child, at) =>
      this.visit(child, itemBefore(children, at)?.name === 'in' ? look : null)
    );
  }

  private isChange(node: Syntax): boolean {
    const [only] = node.children;
    const call =
      node.name === 'ExpressionStatement' && node.children.length === 1
        ? callOf(this.source, only)
        : null;
    return (
      call?.owner !== null &&
      call?.owner !== undefined &&
      CHANGING.has(call.word) &&
      rootOf(this.source, call.owner) !== null &&
      (call.owner.name === 'VariableName' || isItem(call.owner))
    );
  }

  readonly at = new Map<number, Look>();
  readonly quiet = new Set<number>();
  readonly turns: Range[] = [];
  readonly renews = new Map<number, readonly string[]>();
  readonly sorted = new Set<string>();
  readonly calls = new Map<number, Look | null>();
  private readonly dictionaries = new Set<string>();
  private depth = 0;
}
