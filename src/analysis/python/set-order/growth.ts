// Values that code fills after it has made them: sets that begin empty, tables that make items when they are looked at.

import type { Syntax } from '../syntax';
import { setOf } from './held';
import { elementOf, type Kind, type Names } from './names';
import { callOf, textOf } from '../syntax-words';
import { wordSet } from '../word-set';

const MAKING_ITEMS = wordSet('defaultdict Counter');

const LISTS = wordSet('ArrayExpression TupleExpression');

/** Follows them through a cell. */
export class Growth {
  constructor(private readonly source: string) {}

  /** The target gets a new value. */
  begin(target: Syntax, value: Syntax | undefined): void {
    const call =
      value?.name === 'CallExpression' ? callOf(this.source, value) : null;
    const isSet = call?.owner === null && call.word === 'set';
    const isMaker = call !== null && MAKING_ITEMS.has(call.word);
    if (isSet || isMaker || this.sizes.size + this.makers.size > 0) {
      const name = textOf(this.source, target);
      this.sizes.delete(name);
      this.makers.delete(name);
      if (isSet && !call.given.length) {
        this.sizes.set(name, 0);
      } else if (isMaker) {
        this.makers.add(name);
      }
    }
  }

  /** True where the owner of a method is a set that began empty. */
  isGrowing(owner: Syntax): boolean {
    return this.sizes.size > 0 && this.sizes.has(textOf(this.source, owner));
  }

  /** A method is called: what is added to an empty set tells what it holds; one element has one order. */
  add(
    owner: Syntax,
    {
      word,
      found,
      isOften
    }: {
      readonly word: string;
      readonly found: Kind | null;
      readonly isOften: boolean;
    },
    names: Names
  ): void {
    const name = textOf(this.source, owner);
    const before = this.sizes.get(name);
    if (before === undefined || !found) {
      return;
    }
    const isOne = word === 'add' && /^(?:text|name)$/.test(found.kind);
    const isMany = word === 'update' && /^(?:texts|set)$/.test(found.kind);
    if (isOne || isMany) {
      const size = before + (isMany || isOften ? 2 : 1);
      this.sizes.set(name, size);
      if (size > 1) {
        names.own.set(name, setOf(elementOf(found)));
      }
    }
  }

  /** True for a value by which a text or a list grows that it is added to. */
  isLonger({ name }: Syntax, kind: Kind | null): boolean {
    return LISTS.has(name) || kind?.kind === 'text' || kind?.kind === 'texts';
  }

  /** True for a name whose value makes items when they are looked at. */
  makesItems(name: string): boolean {
    return this.makers.has(name);
  }

  /** By name of a set that began empty, how many elements it has at most; 2 and more stand for any number. */
  private readonly sizes = new Map<string, number>();
  private readonly makers = new Set<string>();
}
