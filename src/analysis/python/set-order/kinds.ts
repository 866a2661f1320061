// What a value is as far as the order of sets goes: a text, something that holds texts, or a set of texts.

import type { HeldKind } from '../../effect';
import { ANY } from '../../held-name';

import type { Syntax } from '../syntax';
import {
  bindElements,
  elementOf,
  hide,
  givenBack,
  givenByMethod,
  keptBy,
  kindOfName,
  outermost,
  partOf,
  type Kind,
  type Names
} from './names';
import { callOf, DEEPEST, items, textOf } from '../syntax-words';
import { as, isOneAtMost, known, setOf, wordOf } from './held';
import { kindOfSets } from './operations';
import { itemIn, keptUnder, nameBehind } from './under-keys';
import { itemBefore } from '../neighbours';
import {
  NAME_TABLES,
  SAME_ITEMS,
  SAME_MEMBERS,
  SET_METHODS,
  SET_SIGNS,
  STRINGS,
  TEXT_CALLS,
  TEXT_METHODS,
  TEXTS_METHODS
} from './kind-words';

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
        return kindOfName(textOf(this.source, node), names);
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
        return setOf(this.ofComprehended(node, names));
      case 'DictionaryExpression':
        return as('keys', this.ofKeys(node, names));
      case 'DictionaryComprehensionExpression':
        return as('keys', this.ofComprehended(node, names));
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
        return as('texts', this.ofComprehended(node, names));
      default:
        return null;
    }
  }

  /** The names of a comprehension, whose clauses stand after its element. */
  inside(parts: readonly Syntax[], names: Names): Names {
    const inner: Names = { own: new Map(), around: names };
    parts.forEach((part, at) => {
      if (part.name === 'in' && itemBefore(parts, at, 2)?.name === 'for') {
        const iterated = this.of(parts[at + 1], inner);
        bindElements(this.source, itemBefore(parts, at), iterated, inner);
      } else if (part.name === 'for') {
        parts
          .slice(at + 1)
          .slice(
            0,
            parts.slice(at + 1).findIndex(one => one.name === 'in')
          )
          .forEach(target => hide(this.source, target, inner.own));
      }
    });
    return inner;
  }

  private ofMember(node: Syntax, names: Names): Kind | null {
    const [owner, sign, last] = node.children;
    if (sign?.name === '.' && last) {
      const word = textOf(this.source, last);
      const attribute = kindOfName(`.${word}`, outermost(names));
      return attribute?.kind === 'name'
        ? (partOf(this.of(owner, names), word) ?? attribute)
        : attribute;
    }
    const whole = this.of(owner, names);
    const item = this.ofItem(node, names);
    if (item || (whole?.kind === 'name' && last?.name === 'String')) {
      return item;
    }
    const isSlice = node.children.some(({ name }) => name === ':');
    if (whole?.kind === 'name') {
      return isSlice ? null : partOf(whole, ANY);
    }
    if (whole?.kind === 'text' || (whole?.kind === 'texts' && isSlice)) {
      return whole;
    }
    return whole?.kind === 'texts' ? elementOf(whole) : null;
  }

  /** What is under a key; null where nothing tells of it. */
  private ofItem(node: Syntax, names: Names): Kind | null {
    const named = nameBehind(this.source, node, names);
    if (named !== null) {
      return kindOfName(named, outermost(names));
    }
    const item = itemIn(this.source, node);
    if (!item) {
      return null;
    }
    const { owner, key } = item;
    const exact =
      key === null ? null : keptUnder(this.source, owner, key, names);
    if (exact) {
      return exact;
    }
    const whole = this.of(owner, names);
    return whole?.kind === 'name'
      ? key === null
        ? null
        : partOf(whole, key)
      : keptBy(this.source, owner, names);
  }

  private ofCall(node: Syntax, names: Names): Kind | null {
    const call = callOf(this.source, node);
    if (!call) {
      return null;
    }
    const { word, owner, given, list } = call;
    if (!owner) {
      return this.ofFunction(word, given, list, names);
    }
    if (TEXT_METHODS.has(word)) {
      return known('text');
    }
    const whole = this.of(owner, names);
    if (SAME_MEMBERS.has(word) && whole?.kind === 'name') {
      return whole;
    }
    const item = this.ofItem(node, names);
    if (item) {
      return item;
    }
    if (TEXTS_METHODS.has(word)) {
      const isOfText = whole?.kind === 'text' && whole.ifTexts === null;
      const isPlain = given.every(({ name }) => STRINGS.has(name));
      return isOfText || (isPlain && word !== 'splitlines')
        ? known('texts')
        : null;
    }
    if (word === 'replace' && whole?.kind === 'text') {
      return whole;
    }
    if (word === 'keys' && whole?.kind === 'keys') {
      return as('texts', elementOf(whole));
    }
    return /^(?:set|name)$/.test(whole?.kind ?? '') && SET_METHODS.has(word)
      ? whole
      : givenByMethod(word, outermost(names));
  }

  private ofFunction(
    name: string,
    given: readonly Syntax[],
    list: Syntax | undefined,
    names: Names
  ): Kind | null {
    if (kindOfName(name, names)?.kind !== 'name') {
      return null;
    }
    if (TEXT_CALLS.has(name)) {
      return known('text');
    }
    if (name === 'dir') {
      return known('texts');
    }
    if (NAME_TABLES.has(name)) {
      return as('keys', known('text'));
    }
    const isGenerator = list?.children.some(one => one.name === 'for');
    const [first] = given;
    if (name === 'map') {
      const made = wordOf(this.source, first);
      return TEXT_CALLS.has(made) || TEXT_METHODS.has(made.replace('str.', ''))
        ? known('texts')
        : null;
    }
    const element =
      isGenerator && list
        ? this.ofComprehended(list, names)
        : elementOf(this.of(first, names));
    if (name === 'set' || name === 'frozenset') {
      return first && !isOneAtMost(first) ? setOf(element) : null;
    }
    return SAME_ITEMS.has(name)
      ? as('texts', element)
      : givenBack(name, outermost(names));
  }

  private ofBinary(node: Syntax, names: Names): Kind | null {
    const [left, sign, right] = node.children;
    const text = sign ? textOf(this.source, sign) : '';
    if (SET_SIGNS.has(text)) {
      return kindOfSets(this.source, text, [left, right], side =>
        this.of(side, names)
      );
    }
    const [one, other] = [this.of(left, names), this.of(right, names)];
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

  private ofKeys({ children }: Syntax, names: Names): HeldKind | null {
    const keys = children.filter((_, at) => children[at + 1]?.name === ':');
    const held = keys.map(key => this.asElement(key, names));
    return held.find(item => item !== null) ?? null;
  }

  private ofComprehended(node: Syntax, names: Names): HeldKind | null {
    const parts = node.children.slice(1, -1);
    const [element] = parts;
    return element ? this.asElement(element, this.inside(parts, names)) : null;
  }

  /** A tuple's place in a set hangs on the texts in it. */
  private asElement(node: Syntax, names: Names): HeldKind | null {
    const kind = this.of(node, names);
    const isTuple = node.name === 'TupleExpression';
    return kind?.kind === 'text' || (isTuple && kind?.kind === 'texts')
      ? kind
      : null;
  }

  private isBytes({ from, to }: Syntax): boolean {
    return /^[rR]?[bB]/.test(this.source.slice(from, to));
  }

  private depth = 0;
}
