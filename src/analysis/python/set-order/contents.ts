// Which values hold sets: lists, tuples and tables whose text shows the orders of those.

import { ANY } from '../../held-name';

import type { Syntax } from '../syntax';
import { callOf, isItem, items, textOf } from '../syntax-words';
import { wordSet } from '../word-set';
import type { GoneThrough } from './heads';
import { setOf } from './held';
import { COMPREHENSIONS, DISPLAYS } from './kind-words';
import type { Kinds } from './kinds';
import {
  bindParts,
  elementOf,
  kindOfName,
  keptBy,
  partOf,
  type Kind,
  type Names
} from './names';
import { bindKey, bindKeys } from './under-keys';

/** Functions whose result holds what theirs holds that they are handed. */
const COPYING = wordSet('dict OrderedDict copy deepcopy');
/** Functions whose result holds what going through it gives that they are handed. */
const LISTING = wordSet('list tuple deque sorted');
const VIEWS = wordSet('values items copy');
const LISTED = /^(?:Array|Tuple|ArrayComprehension)Expression$/;
const GROWING = wordSet('append appendleft insert');

/** Follows them through a cell. */
export class Contents {
  constructor(
    private readonly source: string,
    private readonly kinds: Kinds
  ) {}

  /** The kind of the sets that a value holds; null where the code tells of none. */
  of(node: Syntax | undefined, names: Names): Kind | null {
    if (!node) {
      return null;
    }
    if (node.name === 'VariableName') {
      const whole = kindOfName(textOf(this.source, node), names);
      const kept = keptBy(this.source, node, names);
      return kept ?? (whole?.kind === 'name' ? partOf(whole, ANY) : null);
    }
    if (DISPLAYS.test(node.name)) {
      return this.found(items(node), names);
    }
    if (COMPREHENSIONS.test(node.name)) {
      const parts = node.children.slice(1, -1);
      const begin = parts.findIndex(({ name }) => name === 'for');
      return this.found(parts.slice(0, begin), this.kinds.inside(parts, names));
    }
    const call = callOf(this.source, node);
    if (call && !call.owner) {
      return COPYING.has(call.word)
        ? this.of(call.given[0], names)
        : LISTING.has(call.word)
          ? this.ofElements(call.given[0], names)
          : null;
    }
    return call?.owner && VIEWS.has(call.word) && !call.given.length
      ? this.of(call.owner, names)
      : null;
  }

  /** The same of what going through it gives; a name may stand for a table, which gives its keys. */
  ofElements(node: Syntax | undefined, names: Names): Kind | null {
    const call = callOf(this.source, node);
    const isTold = call
      ? LISTING.has(call.word) || /^(?:values|items)$/.test(call.word)
      : node !== undefined && LISTED.test(node.name);
    return isTold ? this.of(node, names) : null;
  }

  /** What is kept under the keys of a target, or is replaced there, from an assignment on. */
  assign(
    target: Syntax,
    values: readonly Syntax[],
    isOften: boolean,
    names: Names
  ): void {
    const [owner] = target.children;
    const [value] = values;
    if (target.name === 'VariableName') {
      const found =
        values.length > 1 ? this.found(values, names) : this.of(value, names);
      const isOpen = !!value && DISPLAYS.test(value.name);
      bindParts(this.source, target, isOpen ? found : setAlone(found), names);
      if (value && values.length === 1) {
        const kindOf = (node: Syntax): Kind | null =>
          this.kinds.of(node, names);
        bindKeys(this.source, target, value, kindOf, names);
      }
    } else if (owner && isItem(target)) {
      const found = this.kinds.of(value, names);
      bindKey(this.source, target, found, names);
      const kind = setAlone(found);
      if (kind || isOften) {
        bindParts(this.source, owner, kind, names);
      }
    }
  }

  /** A method is called: `groups[key].add(text)`, `found.append({…})`. */
  add(
    owner: Syntax,
    word: string,
    argument: Syntax | undefined,
    isOften: boolean,
    names: Names
  ): void {
    if (owner.name === 'VariableName' && GROWING.has(word)) {
      const kind = this.kinds.of(argument, names);
      if (kind?.kind === 'set') {
        bindParts(this.source, owner, kind, names);
      }
      return;
    }
    const holder = word === 'add' && isOften ? this.holderOf(owner) : undefined;
    const kind = holder ? this.kinds.of(argument, names) : null;
    if (holder && (kind?.kind === 'text' || kind?.kind === 'name')) {
      bindParts(this.source, holder, setOf(elementOf(kind)), names);
    }
  }

  /** Going through sets that are held gives these: the values of a table, or the elements of a list. */
  bindTurn(
    {
      targets,
      gone
    }: Pick<GoneThrough, 'gone'> & {
      readonly targets: readonly Syntax[];
    },
    names: Names
  ): void {
    const [only] = gone.length === 1 ? gone : [];
    const view = callOf(this.source, only);
    const held = only && this.of(only, names);
    const target = view?.word === 'items' ? pairOf(targets)[1] : targets[0];
    const isView = view?.word === 'items' || view?.word === 'values';
    const isElement = isView || (!view && targets.length === 1);
    // What goes through a list of another cell may go through texts as well.
    const isMeant = isView ? held : held?.kind === 'set';
    if (target?.name === 'VariableName' && held && isElement && isMeant) {
      names.own.set(textOf(this.source, target), held);
    }
  }

  /** What `groups[key]` and `groups.setdefault(key, set())` are kept in. */
  private holderOf(owner: Syntax): Syntax | undefined {
    if (isItem(owner)) {
      return owner.children[0];
    }
    const call = callOf(this.source, owner);
    return call?.word === 'setdefault' ? (call.owner ?? undefined) : undefined;
  }

  /** A set among the parts, else what a name of another cell stands for, which may be one. */
  private found(parts: readonly Syntax[], names: Names): Kind | null {
    let named: Kind | null = null;
    for (const part of parts) {
      const kind = this.kinds.of(part, names);
      const held = kind?.kind === 'set' ? kind : this.of(part, names);
      if (held?.kind === 'set') {
        return held;
      }
      if (kind?.kind === 'name' && part.name === 'VariableName') {
        named ??= kind;
      }
    }
    return named;
  }
}

/** A kind that is surely a set; null for all else. */
function setAlone(kind: Kind | null): Kind | null {
  return kind?.kind === 'set' ? kind : null;
}

/** `key, value`, with brackets or without. */
function pairOf(targets: readonly Syntax[]): readonly Syntax[] {
  const [first] = targets;
  const parts =
    targets.length === 1 && first?.name === 'TupleExpression'
      ? items(first)
      : targets;
  return parts.length === 2 ? parts : [];
}
