// Values that code fills after it has made them: sets that begin empty, tables that make items when they are looked at.

import type { Syntax } from '../syntax';
import type { Kind, Names } from './names';
import { callOf, textOf } from '../syntax-words';

const MAKING_ITEMS = /^(?:defaultdict|Counter)$/;

/** Follows them through a cell. */
export class Growth {
  constructor(private readonly source: string) {}

  /** The target gets a new value. */
  begin(target: Syntax, value: Syntax | undefined): void {
    const name = textOf(this.source, target);
    const call = callOf(this.source, value);
    this.sizes.delete(name);
    this.makers.delete(name);
    if (call?.owner === null && call.word === 'set' && !call.given.length) {
      this.sizes.set(name, 0);
    } else if (call && MAKING_ITEMS.test(call.word)) {
      this.makers.add(name);
    }
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
    if (before === undefined || !found || found.kind === 'name') {
      return;
    }
    const isOne = word === 'add' && found.kind === 'text';
    const isMany = word === 'update' && /^(?:texts|set)$/.test(found.kind);
    if (isOne || isMany) {
      const size = before + (isMany || isOften ? 2 : 1);
      this.sizes.set(name, size);
      if (size > 1) {
        names.own.set(name, { kind: 'set', ifTexts: found.ifTexts });
      }
    }
  }

  /** True for a name whose value makes items when they are looked at. */
  makesItems(name: string): boolean {
    return this.makers.has(name);
  }

  /** By name of a set that began empty, how many elements it has at most; 2 and more stand for any number. */
  private readonly sizes = new Map<string, number>();
  private readonly makers = new Set<string>();
}
