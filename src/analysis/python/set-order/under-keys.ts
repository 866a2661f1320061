// What is kept under the constant keys of a table, each by itself.

import type { HeldKind } from '../../effect';
import { partName, UNTOLD } from '../../held-name';

import { stringContent } from '../access';
import type { Syntax } from '../syntax';
import { callOf, textOf } from '../syntax-words';
import { wordSet } from '../word-set';
import { kindOfName, type Kind, type Names } from './names';

/** Of a table: they give what is under a key. */
const TAKING = wordSet('get pop setdefault');
const NAMESPACES = wordSet('globals locals vars');

/** Nothing is known of it, and what is under other keys tells nothing of it. */
const untold: HeldKind = { kind: 'given', ifTexts: UNTOLD };

/** An item, or what `get` and the like give: the table, and its key where that is a constant; null for all else. */
export function itemIn(
  source: string,
  node: Syntax
): { readonly owner: Syntax; readonly key: string | null } | null {
  if (node.name === 'CallExpression') {
    const call = callOf(source, node);
    const [first] = call?.given ?? [];
    return call?.owner && TAKING.has(call.word) && first
      ? { owner: call.owner, key: keyOf(source, first) }
      : null;
  }
  const [owner, sign, last] = node.children;
  return owner && sign?.name === '[' && node.children.length === 4
    ? { owner, key: last ? keyOf(source, last) : null }
    : null;
}

/** The name that `globals()["name"]` stands for, at the margin `locals()["name"]` as well; null for all else. */
export function nameBehind(
  source: string,
  node: Syntax,
  { around }: Names
): string | null {
  const item = itemIn(source, node);
  const call = callOf(source, item?.owner);
  const isOpen =
    call?.owner === null &&
    !call.given.length &&
    NAMESPACES.has(call.word) &&
    (around === null || call.word === 'globals');
  return isOpen && item ? item.key : null;
}

/** What the cell keeps under a constant key of a name; null where it does not tell. */
export function keptUnder(
  source: string,
  owner: Syntax,
  key: string,
  names: Names
): Kind | null {
  const name = nameUnder(source, owner, key);
  const kind = name === null ? null : kindOfName(name, names);
  return kind?.kind === 'name' && kind.name === name ? null : kind;
}

/** A name is given a table that is written out: binds what is under each of its keys. */
export function bindKeys(
  source: string,
  target: Syntax,
  { name, children }: Syntax,
  kindOf: (node: Syntax) => Kind | null,
  { own }: Names
): void {
  if (name === 'DictionaryExpression') {
    children.forEach((child, at) => {
      const value = children[at + 2];
      if (children[at + 1]?.name === ':' && value) {
        const key = keyOf(source, child);
        const held = key === null ? null : nameUnder(source, target, key);
        if (held !== null) {
          own.set(held, kindOf(value) ?? untold);
        }
      }
    });
  }
}

/** What is under a key is replaced. */
export function bindKey(
  source: string,
  target: Syntax,
  kind: Kind | null,
  { own }: Names
): void {
  const item = itemIn(source, target);
  const key = item?.key ?? null;
  const held = item && key !== null ? nameUnder(source, item.owner, key) : null;
  if (held !== null) {
    own.set(held, kind ?? untold);
  }
}

function nameUnder(source: string, owner: Syntax, key: string): string | null {
  return owner.name === 'VariableName'
    ? partName(textOf(source, owner), key)
    : null;
}

function keyOf(source: string, node: Syntax): string | null {
  return node.name === 'String' ? stringContent(textOf(source, node)) : null;
}
