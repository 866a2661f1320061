// What a value is as far as the order of sets goes: a text, something that holds texts, or a set of texts.

import type { HeldKind } from '../../effect';

import { childNamed, type Syntax } from '../syntax';

/** What is known of an expression: a kind, or that it is what another cell's name stands for. */
export type Kind =
  HeldKind | { readonly kind: 'name'; readonly ifTexts: string };

/** Names of one function, or of the cell, with what they hold; null for what is not known. Attributes begin with a dot. */
export type Names = {
  readonly own: Map<string, Kind | null>;
  /** Null for the cell itself. */
  readonly around: Names | null;
};

/** Nesting beyond which nothing is known. */
export const DEEPEST = 100;

const TEXT_METHODS =
  /^(?:join|lower|upper|strip|[lr]strip|title|capitalize|casefold|swapcase|zfill|format|removeprefix|removesuffix|translate|read_text)$/;
const TEXTS_METHODS = /^(?:r?split|splitlines)$/;
const TEXT_CALLS = /^(?:str|repr|chr|input|ascii|hex|bin|oct|format)$/;
const SAME_ITEMS = /^(?:list|tuple|sorted|reversed|iter)$/;
const SET_METHODS =
  /^(?:union|intersection|difference|symmetric_difference|copy)$/;
const SET_SIGNS = /^[-&|^]$/;
const STRINGS = /^(?:String|FormatString|ContinuedString)$/;

/** Surely so. */
const known = (kind: HeldKind['kind']): HeldKind => ({ kind, ifTexts: null });

/** Tells what expressions of one cell are. */
export class Kinds {
  constructor(private readonly source: string) {}

  /** The kind of an expression; null where nothing is known. */
  of(node: Syntax | undefined, names: Names): Kind | null {
    if (this.depth >= DEEPEST) {
      return null;
    }
    this.depth += 1;
    const kind = this.look(node, names);
    this.depth -= 1;
    return kind;
  }

  private look(node: Syntax | undefined, names: Names): Kind | null {
    switch (node?.name) {
      case undefined:
        return null;
      case 'String':
      case 'FormatString':
      case 'ContinuedString':
        return this.isBytes(node) ? null : known('text');
      case 'ParenthesizedExpression':
        return node.children.length === 3
          ? this.of(node.children[1], names)
          : null;
      case 'VariableName':
        return this.ofName(this.text(node), names);
      case 'MemberExpression':
        return this.ofMember(node, names);
      case 'CallExpression':
        return this.ofCall(node, names);
      case 'BinaryExpression':
        return this.ofBinary(node, names);
      case 'SetExpression':
        return this.ofSet(node, names);
      case 'ArrayExpression':
      case 'TupleExpression': {
        const held = items(node).map(item => this.asElement(item, names));
        return as('texts', held.find(item => item !== null) ?? null);
      }
      case 'SetComprehensionExpression':
        return as('set', this.ofComprehended(node, names));
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
        return as('texts', this.ofComprehended(node, names));
      default:
        return null;
    }
  }

  /** What going through a value of a kind gives. */
  elementOf(kind: Kind | null): Kind | null {
    return kind && { kind: 'text', ifTexts: kind.ifTexts };
  }

  /** Binds what a target names to what going through a value gives. */
  bindElements(
    target: Syntax | undefined,
    iterated: Kind | null,
    { own }: Names
  ): void {
    if (target?.name === 'VariableName') {
      own.set(this.text(target), this.elementOf(iterated));
    } else {
      target?.children.forEach(child => this.hide(child, own));
    }
  }

  /** The names in a target are the code's own from here on, and nothing is known of them. */
  hide(target: Syntax, own: Names['own']): void {
    if (target.name === 'VariableName') {
      own.set(this.text(target), null);
    } else if (target.name !== 'MemberExpression') {
      target.children.forEach(child => this.hide(child, own));
    }
  }

  /** The names of a comprehension, whose clauses stand after its element. */
  inside(parts: readonly Syntax[], names: Names): Names {
    const inner: Names = { own: new Map(), around: names };
    parts.forEach((part, at) => {
      if (part.name === 'in' && parts[at - 2]?.name === 'for') {
        const iterated = this.of(parts[at + 1], inner);
        this.bindElements(parts[at - 1], iterated, inner);
      } else if (part.name === 'for') {
        parts
          .slice(at + 1)
          .slice(
            0,
            parts.slice(at + 1).findIndex(one => one.name === 'in')
          )
          .forEach(target => this.hide(target, inner.own));
      }
    });
    return inner;
  }

  private ofName(name: string, names: Names): Kind | null {
    for (let at: Names | null = names; at; at = at.around) {
      const found = at.own.get(name);
      if (found) {
        return found;
      }
      if (found === null && at.around !== null) {
        return null;
      }
    }
    return { kind: 'name', ifTexts: name };
  }

  private ofMember(node: Syntax, names: Names): Kind | null {
    const [owner, sign, last] = node.children;
    if (sign?.name === '.' && last) {
      return this.ofName(`.${this.text(last)}`, outermost(names));
    }
    const whole = this.of(owner, names);
    const isSlice = node.children.some(({ name }) => name === ':');
    if (whole?.kind === 'text' || (whole?.kind === 'texts' && isSlice)) {
      return whole;
    }
    return whole?.kind === 'texts' ? this.elementOf(whole) : null;
  }

  private ofCall(node: Syntax, names: Names): Kind | null {
    const [callee] = node.children;
    const list = childNamed(node, 'ArgList');
    const given = list ? items(list) : [];
    if (callee?.name === 'VariableName') {
      return this.ofFunction(this.text(callee), given, list, names);
    }
    const [owner, sign, last] = callee?.children ?? [];
    if (callee?.name !== 'MemberExpression' || sign?.name !== '.' || !last) {
      return null;
    }
    const method = this.text(last);
    if (TEXT_METHODS.test(method)) {
      return known('text');
    }
    const whole = this.of(owner, names);
    if (TEXTS_METHODS.test(method)) {
      const isOfText = whole?.kind === 'text' && whole.ifTexts === null;
      const isPlain = given.every(({ name }) => STRINGS.test(name));
      return isOfText || (isPlain && method !== 'splitlines')
        ? known('texts')
        : null;
    }
    if (method === 'replace' && whole?.kind === 'text') {
      return whole;
    }
    return whole?.kind === 'set' && SET_METHODS.test(method) ? whole : null;
  }

  private ofFunction(
    name: string,
    given: readonly Syntax[],
    list: Syntax | undefined,
    names: Names
  ): Kind | null {
    if (this.ofName(name, names)?.kind !== 'name') {
      return null;
    }
    if (TEXT_CALLS.test(name)) {
      return known('text');
    }
    const isGenerator = list?.children.some(one => one.name === 'for');
    const [first] = given;
    const element =
      isGenerator && list
        ? this.ofComprehended(list, names)
        : this.elementOf(this.of(first, names));
    if (name === 'set' || name === 'frozenset') {
      return as('set', element);
    }
    return SAME_ITEMS.test(name) ? as('texts', element) : null;
  }

  private ofBinary(node: Syntax, names: Names): Kind | null {
    const [left, sign, right] = node.children;
    const text = sign ? this.text(sign) : '';
    const [one, other] = [this.of(left, names), this.of(right, names)];
    if (SET_SIGNS.test(text)) {
      const first = one?.kind === 'set' ? one : null;
      const second = other?.kind === 'set' ? other : null;
      return text === '|' || text === '^' || (text === '&' && !one)
        ? (first ?? second)
        : first;
    }
    if (text === '+') {
      const plain = [one, other].find(it => it?.kind === 'text');
      return plain ?? (one?.kind === 'texts' ? one : null);
    }
    return (text === '%' || text === '*') && one?.kind === 'text' ? one : null;
  }

  /** One element has one order. */
  private ofSet(node: Syntax, names: Names): Kind | null {
    const inside = items(node);
    const held = inside.map(item => this.asElement(item, names));
    return inside.length > 1
      ? as('set', held.find(item => item !== null) ?? null)
      : null;
  }

  private ofComprehended(node: Syntax, names: Names): Kind | null {
    const parts = node.children.slice(1, -1);
    const [element] = parts;
    return element ? this.asElement(element, this.inside(parts, names)) : null;
  }

  /** A tuple's place in a set hangs on the texts in it. */
  private asElement(node: Syntax, names: Names): Kind | null {
    const kind = this.of(node, names);
    const isTuple = node.name === 'TupleExpression' && kind?.kind === 'texts';
    return kind?.kind === 'text' || isTuple ? kind : null;
  }

  private isBytes({ from, to }: Syntax): boolean {
    return /^[rR]?[bB]/.test(this.source.slice(from, to));
  }

  private text({ from, to }: Syntax): string {
    return this.source.slice(from, to);
  }

  private depth = 0;
}

/** A value of a kind that holds such elements. */
function as(kind: HeldKind['kind'], element: Kind | null): HeldKind | null {
  return element && { kind, ifTexts: element.ifTexts };
}

/** The names of the cell itself. */
export function outermost(names: Names): Names {
  let at = names;
  while (at.around) {
    at = at.around;
  }
  return at;
}

/** What stands between brackets, without commas, stars and keywords' names. */
export function items({ children }: Syntax): readonly Syntax[] {
  const inside = children.slice(1, -1);
  return inside.filter(
    ({ name }, at) =>
      !/^(?:,|\*\*?|AssignOp)$/.test(name) &&
      inside[at + 1]?.name !== 'AssignOp'
  );
}
