// Labels that an expression gives as constants: `["a", "b"]`, `list("ab")`, `"ab"` where its characters are meant.

import type { LabelledMaking, LabelsMade, Making } from '../../making';

import { labelFor, stringContent } from '../access';
import { labelsOf } from '../labels';
import type { Syntax } from '../syntax';
import { callOf, items, textOf } from '../syntax-words';

/** The labels that a list of constants gives. */
export function labelsMade(
  source: string,
  node: Syntax,
  value: Making
): LabelsMade {
  const call = callOf(source, node);
  const [only] = call?.owner === null && call.word === 'list' ? call.given : [];
  const content =
    only?.name === 'String' ? stringContent(textOf(source, only)) : null;
  const list =
    content !== null
      ? [...content].map(labelFor)
      : node.name === 'ArrayExpression'
        ? labelsOf(source, node)
        : null;
  return { list, value };
}

/** What a dictionary of constants renames. */
export function renamingOf(
  source: string,
  node: Syntax | undefined
): ReadonlyMap<string, string> | null {
  const pairs = node ? entriesOf(node) : null;
  if (!pairs) {
    return null;
  }
  const names = new Map<string, string>();
  for (const [from, to] of pairs) {
    const [before] = labelsOf(source, from) ?? [];
    const [after] = labelsOf(source, to) ?? [];
    if (before === undefined || after === undefined) {
      return null;
    }
    names.set(before, after);
  }
  return names;
}

/** A dictionary of labels and what stands under them; null where not all labels are told. */
export function dictOf(
  entries: readonly (readonly [label: string | null, value: Making])[]
): Making | null {
  const told: LabelledMaking[] = [];
  for (const [label, value] of entries) {
    if (label === null) {
      return null;
    }
    told.push({ label, value });
  }
  return { kind: 'dict', entries: told };
}

/** The keys and values of a dictionary that is written out; null where others are spread into it. */
export function entriesOf(
  node: Syntax
): readonly (readonly [Syntax, Syntax])[] | null {
  if (node.name !== 'DictionaryExpression') {
    return null;
  }
  const inner = items(node).filter(({ name }) => name !== ':');
  const isPlain =
    inner.length % 2 === 0 &&
    !node.children.some(({ name }) => name === '**' || name === '⚠');
  if (!isPlain) {
    return null;
  }
  const pairs: (readonly [Syntax, Syntax])[] = [];
  for (let at = 0; at < inner.length; at += 2) {
    const key = inner[at];
    const value = inner[at + 1];
    if (key && value) {
      pairs.push([key, value]);
    }
  }
  return pairs;
}
