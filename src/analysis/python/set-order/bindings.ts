// What statements give the names of a cell, as far as the order of sets goes.

import type { Assignment } from '../syntax-words';
import type { Contents } from './contents';
import type { Growth } from './growth';
import type { Head } from './heads';
import type { Kinds } from './kinds';
import { bindElements, bindTarget, hide, type Names } from './names';

/** What a search knows where it meets a statement. */
type Searching = {
  readonly source: string;
  readonly growth: Growth;
  readonly kinds: Kinds;
  readonly contents: Contents;
};

/** Binds the targets of an assignment; `isOften`: in a loop. */
export function bindAssigned(
  { source, growth, kinds, contents }: Searching,
  { targets, values, isSpread }: Assignment,
  isOften: boolean,
  names: Names
): void {
  const isPaired = isSpread && values.length === targets.length;
  const isSingle = targets.length === 1;
  const given = targets.map((_, at) =>
    isPaired ? values.slice(at, at + 1) : isSingle ? values : []
  );
  const found = given.map(each =>
    each.length === 1 ? kinds.of(each[0], names) : null
  );
  targets.forEach((target, at) => {
    const each = given[at] ?? [];
    contents.assign(target, each, isOften, names);
    bindTarget(source, target, found[at] ?? null, names);
    growth.begin(target, each.length === 1 ? each[0] : undefined);
  });
}

/** Binds the targets of a `for` statement. */
export function bindTurn(
  { source, kinds, contents }: Searching,
  head: Head,
  names: Names
): void {
  const { targets, gone } = head;
  const [target] = targets.length === 1 ? targets : [];
  const [only] = gone.length === 1 ? gone : [];
  bindElements(source, target, kinds.of(only, names), names);
  if (!target) {
    targets.forEach(one => hide(source, one, names.own));
  }
  contents.bindTurn(head, names);
}
