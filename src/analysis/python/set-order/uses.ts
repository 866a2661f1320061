// Where code goes through a set so that the order of its elements shows, or stays in what is made of it.

import type { Effect, HeldKind } from '../../effect';

import { childNamed, type Syntax } from '../syntax';
import { keepsOrder } from './keeps-order';
import {
  DEEPEST,
  items,
  Kinds,
  outermost,
  type Kind,
  type Names
} from './kinds';

/** What an order hangs on: see `Effect`. */
export type SetOrder = Pick<Effect, 'ifSet' | 'ifTexts'>;

/** Where orders show, by the expression that is gone through, and what the names of the cell hold at its end. */
export type SetOrders = {
  readonly uses: ReadonlyMap<Syntax, SetOrder>;
  readonly held: ReadonlyMap<string, HeldKind>;
};

const ORDERLESS =
  /^(?:sorted|set|frozenset|len|sum|any|all|min|max|bool|isinstance|type|Counter)$/;
const SHOWING = /^(?:print|str|repr|format|display)$/;
const ITERATING = /^(?:list|tuple|iter|enumerate|zip|reversed|deque|dict)$/;
const ITERATING_LATER = /^(?:map|filter)$/;
const ITERATING_METHODS = /^(?:join|extend|fromkeys|writelines|format)$/;
const DISPLAYS = /^(?:Array|Tuple|Dictionary|Set|Parenthesized)Expression$/;

/** Finds them in the tree of a cell. */
export function setOrdersOf(source: string, root: Syntax): SetOrders {
  const search = new Search(source);
  const names: Names = { own: new Map(), around: null };
  search.visit(root, names, false);
  const held = new Map<string, HeldKind>();
  for (const [name, kind] of names.own) {
    if (kind && kind.kind !== 'name') {
      held.set(name, kind);
    }
  }
  return { uses: search.uses, held };
}

class Search {
  constructor(private readonly source: string) {
    this.kinds = new Kinds(source);
  }

  /** `isOrderless`: whoever gets the value does not look at the order. */
  visit(node: Syntax, names: Names, isOrderless: boolean): void {
    if (this.depth < DEEPEST) {
      this.depth += 1;
      this.look(node, names, isOrderless);
      this.depth -= 1;
    }
  }

  private look(node: Syntax, names: Names, isOrderless: boolean): void {
    switch (node.name) {
      case 'FunctionDefinition':
      case 'LambdaExpression':
        return this.visitFunction(node, names);
      case 'ClassDefinition':
        return this.visitAll(node, { own: new Map(), around: names });
      case 'AssignStatement':
        return this.visitAssignment(node, names);
      case 'ForStatement':
        return this.visitFor(node, names);
      case 'SetComprehensionExpression':
        return this.visitComprehension(node, names, true);
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
      case 'DictionaryComprehensionExpression':
        return this.visitComprehension(node, names, isOrderless);
      case 'CallExpression':
        return this.visitCall(node, names, isOrderless);
      case 'FormatReplacement':
        this.use(node.children[1], names);
        return this.visitAll(node, names);
      case 'ArrayExpression':
      case 'TupleExpression':
        if (!isOrderless) {
          this.useStarred(node, names);
        }
        return this.visitAll(node, names);
      case 'ParenthesizedExpression':
        return node.children.forEach(child =>
          this.visit(child, names, isOrderless)
        );
      default:
        return this.visitAll(node, names);
    }
  }

  private visitAll({ children }: Syntax, names: Names): void {
    for (const child of children) {
      if (child.children.length > 0) {
        this.visit(child, names, false);
      }
    }
  }

  private visitFunction(node: Syntax, names: Names): void {
    const inner: Names = { own: new Map(), around: names };
    const list = childNamed(node, 'ParamList');
    list?.children.forEach(child => this.kinds.hide(child, inner.own));
    const { loops } = this;
    this.loops = 1;
    this.visitAll(node, inner);
    this.loops = loops;
  }

  private visitAssignment(node: Syntax, names: Names): void {
    const { children } = node;
    const last = children.map(({ name }) => name).lastIndexOf('AssignOp');
    const value = children[last + 1];
    const targets = children.slice(0, last).filter(one => one.name !== ',');
    this.visitAll(node, names);
    const isSpread =
      targets.length > 1 &&
      children.filter(({ name }) => name === 'AssignOp').length === 1;
    if (isSpread && children.length === last + 2) {
      this.use(value, names);
    }
    const isSingle = targets.length === 1 && children.length === last + 2;
    for (const target of targets) {
      const kind = isSingle ? this.kinds.of(value, names) : null;
      this.bind(target, kind, names);
    }
  }

  /** Attributes are known by their names, whatever they belong to. */
  private bind(target: Syntax, kind: Kind | null, names: Names): void {
    const [owner, sign, last] = target.children;
    if (target.name === 'VariableName') {
      names.own.set(this.text(target), kind);
    } else if (
      target.name === 'MemberExpression' &&
      owner?.name === 'VariableName' &&
      sign?.name === '.' &&
      last
    ) {
      outermost(names).own.set(`.${this.text(last)}`, kind);
    } else {
      this.kinds.hide(target, names.own);
    }
  }

  private visitFor(node: Syntax, names: Names): void {
    const { children } = node;
    const split = children.findIndex(({ name }) => name === 'in');
    const [iterated] = children.slice(split + 1);
    const body = childNamed(node, 'Body');
    if (body && keepsOrder(this.source, body)) {
      this.use(iterated, names);
    }
    const targets = children.slice(1, split);
    const [target] = targets.length === 1 ? targets : [];
    this.kinds.bindElements(target, this.kinds.of(iterated, names), names);
    if (!target) {
      targets.forEach(one => this.kinds.hide(one, names.own));
    }
    this.loops += 1;
    this.visitAll(node, names);
    this.loops -= 1;
  }

  private visitComprehension(
    node: Syntax,
    names: Names,
    isOrderless: boolean
  ): void {
    const parts = node.children.slice(1, -1);
    const inner = this.kinds.inside(parts, names);
    parts.forEach((part, at) => {
      if (!isOrderless && parts[at - 1]?.name === 'in') {
        this.use(part, inner);
      }
      this.visit(part, inner, false);
    });
  }

  private visitCall(node: Syntax, names: Names, isOrderless: boolean): void {
    const [callee] = node.children;
    const list = childNamed(node, 'ArgList');
    const given = list ? items(list) : [];
    const word = callee ? /\w*$/.exec(this.text(callee))?.[0] : '';
    const name = word ?? '';
    const isPlain = callee?.name === 'VariableName';
    if (callee && !isPlain) {
      this.visit(callee, names, false);
    }
    if (list?.children.some(one => one.name === 'for')) {
      const takesAny = isPlain && ORDERLESS.test(name);
      this.visitComprehension(list, names, isOrderless || takesAny);
      return;
    }
    const goesThrough = isPlain
      ? SHOWING.test(name) || ITERATING.test(name)
      : ITERATING_METHODS.test(name);
    const first = isPlain && ITERATING_LATER.test(name) ? 1 : 0;
    if (!isOrderless && (goesThrough || first > 0)) {
      given.slice(first).forEach(argument => this.use(argument, names));
    }
    if (isPlain && SHOWING.test(name)) {
      given.forEach(argument => this.useInside(argument, names));
    }
    if (list && !isOrderless && !(isPlain && ORDERLESS.test(name))) {
      this.useStarred(list, names);
    }
    if (!isPlain && name === 'pop' && given.length === 0 && this.loops === 0) {
      this.note(node, this.kinds.of(callee?.children[0], names));
    }
    const staysOrderless =
      isPlain &&
      (ORDERLESS.test(name) ||
        (isOrderless && (goesThrough || ITERATING_LATER.test(name))));
    given.forEach(argument => this.visit(argument, names, staysOrderless));
  }

  /** Sets in what is written out as a whole. */
  private useInside(node: Syntax, names: Names): void {
    if (DISPLAYS.test(node.name)) {
      node.children.forEach(child => {
        const kind = this.kinds.of(child, names);
        if (kind?.kind === 'set') {
          this.note(child, kind);
        }
        this.useInside(child, names);
      });
    }
  }

  private useStarred({ children }: Syntax, names: Names): void {
    children.forEach((child, at) => {
      if (children[at - 1]?.name === '*') {
        this.use(child, names);
      }
    });
  }

  private use(node: Syntax | undefined, names: Names): void {
    if (node) {
      this.note(node, this.kinds.of(node, names));
    }
  }

  private note(node: Syntax, kind: Kind | null): void {
    if (kind?.kind === 'set') {
      this.uses.set(node, { ifTexts: kind.ifTexts ?? undefined });
    } else if (kind?.kind === 'name') {
      this.uses.set(node, { ifSet: kind.ifTexts });
    }
  }

  private text({ from, to }: Syntax): string {
    return this.source.slice(from, to);
  }

  readonly uses = new Map<Syntax, SetOrder>();
  private readonly kinds: Kinds;
  private depth = 0;
  /** Greater than 0 where code may run more than once. */
  private loops = 0;
}
