// What expressions make: of which names, and what of them does not hang on what is drawn.

import type { Effect } from '../../effect';
import type { Made, Making } from '../../making';

import { labelOf } from '../access';
import { builtinNames } from '../builtins';
import { conventionalModule } from '../knowledge';
import { labelsOf } from '../labels';
import { partsAt } from '../parts-at';
import { placeAt } from '../place';
import type { Syntax } from '../syntax';
import {
  callOf,
  DEEPEST,
  isItem,
  items,
  nodesIn,
  rootOf,
  spreads,
  textOf,
  withoutParentheses
} from '../syntax-words';

import { callMade } from './calls';
import { comprehensionMade } from './comprehensions';
import { DOING_ANYTHING } from './known-calls';
import { dictOf, entriesOf } from './labels-made';
import { formOfConstant, formOfItem, formOfSigns, isNegative } from './sizes';
import { tokensOf } from './tokens-of';

const CONSTANT = /^(?:Number|String|Boolean|None)$/;
const CHANCE =
  /^(?:random|entropy|clock|day|network|hash-order|address|names|texts)$/;
/** What waits in these, and what these bind, is not followed. */
const UNTOLD = /^(?:Lambda|Named|Await|Yield|\w*Comprehension)Expression$|^⚠$/;
/** Displays of more than so many items are not told one by one. */
const MOST = 50;

const OPEN: Making = { kind: 'open' };
const FORMAL: Made['form'] = { like: [], sizes: [] };

/** Tells of expressions, one after the other, what they make of what names stand for. */
export class Expressions {
  constructor(
    readonly source: string,
    private readonly effects: readonly Effect[],
    private readonly stands: (name: string) => Making
  ) {}

  /** What an expression makes; asked twice, it tells the same. */
  making(node: Syntax): Making {
    let making = this.known.get(node);
    if (!making) {
      this.depth += 1;
      making =
        this.depth < DEEPEST ? this.makingOf(withoutParentheses(node)) : OPEN;
      this.depth -= 1;
      this.known.set(node, making);
    }
    return making;
  }

  /** Made of all names in an expression, but for those that it binds itself. */
  made(
    node: Syntax,
    form: Made['form'],
    more: { readonly isFrame?: boolean; readonly bound?: string } = {}
  ): Making {
    const { isFrame = false, bound } = more;
    const nodes = nodesIn(node);
    const isUntold = nodes.some(
      one =>
        (UNTOLD.test(one.name) && !(bound !== undefined && one === node)) ||
        this.doesAnything(one)
    );
    if (isUntold) {
      return OPEN;
    }
    const ids: string[] = [];
    const of: Making[] = [];
    const text = tokensOf(this.source, node, (name, range) => {
      if (builtinNames.has(name) || name === bound) {
        return name;
      }
      const place = placeAt(this.source, node, range);
      const parts = place && partsAt(place);
      const id = parts ? `${name} ${JSON.stringify(parts)}` : name;
      if (!ids.includes(id)) {
        const value = this.stands(name);
        ids.push(id);
        of.push(parts ? { kind: 'seen', of: value, parts } : value);
      }
      return `#${ids.indexOf(id)}`;
    });
    const calls = nodes.some(one => one.name === 'CallExpression');
    const isByChance = this.isByChance(node);
    return { kind: 'made', text, of, isByChance, calls, isFrame, form };
  }

  /** The same, where its size hangs on all of it. */
  sizedByItself(node: Syntax, bound?: string): Making {
    const value = this.made(node, null, bound === undefined ? {} : { bound });
    return value.kind === 'made'
      ? { ...value, form: { like: [], sizes: [value] } }
      : value;
  }

  /** The module that a name stands for by custom; null for none. */
  moduleOf(node: Syntax | undefined): string | null {
    const root = rootOf(this.source, node);
    return root === null ? null : (conventionalModule(root) ?? null);
  }

  /** What some expressions make. */
  all(nodes: readonly Syntax[]): readonly Making[] {
    return nodes.map(one => this.making(one));
  }

  private makingOf(node: Syntax): Making {
    const { name } = node;
    if (CONSTANT.test(name) || isNegative(node)) {
      return this.made(node, formOfConstant(textOf(this.source, node)));
    }
    switch (name) {
      case 'VariableName': {
        const word = textOf(this.source, node);
        return builtinNames.has(word)
          ? this.made(node, FORMAL)
          : this.stands(word);
      }
      case 'ArrayExpression':
      case 'TupleExpression':
        return this.list(node);
      case 'DictionaryExpression':
        return this.dict(node) ?? this.made(node, null);
      case 'SetExpression':
        return this.sizedByItself(node);
      case 'ArrayComprehensionExpression':
        return comprehensionMade(node, this) ?? OPEN;
      case 'UnaryExpression':
      case 'BinaryExpression':
        return this.made(node, formOfSigns(node, this));
      case 'MemberExpression':
        return this.selection(node) ?? this.made(node, formOfItem(node, this));
      case 'CallExpression':
        return callMade(node, this) ?? this.made(node, null);
      default:
        return this.made(node, null);
    }
  }

  private list(node: Syntax): Making {
    const inner = items(node);
    if (spreads(node)) {
      return this.made(node, null);
    }
    return inner.length > MOST
      ? this.made(node, { like: this.all(inner), sizes: [] })
      : { kind: 'list', items: this.all(inner) };
  }

  /** `{"a": 1}` */
  private dict(node: Syntax): Making | null {
    const entries = entriesOf(node)?.map(
      ([key, value]) => [labelOf(this.source, key), this.making(value)] as const
    );
    return entries ? dictOf(entries) : null;
  }

  /** `df["a"]`, `df[["a", "b"]]` */
  private selection(node: Syntax): Making | null {
    const [owner, , key, end] = node.children;
    if (!owner || !isItem(node) || end?.name !== ']') {
      return null;
    }
    const table = this.making(owner);
    const label = labelOf(this.source, key);
    if (label !== null) {
      return { kind: 'column', table, label };
    }
    const labels = labelsOf(this.source, key);
    return labels && { kind: 'columns', table, labels, isWithout: false };
  }

  private isByChance({ from, to }: Syntax): boolean {
    return this.effects.some(
      ({ state, range }) =>
        CHANCE.test(state) && range.from >= from && range.to <= to
    );
  }

  private doesAnything(node: Syntax): boolean {
    const call = callOf(this.source, node);
    return call?.owner === null && DOING_ANYTHING.has(call.word);
  }

  private depth = 0;
  private readonly known = new Map<Syntax, Making>();
}
