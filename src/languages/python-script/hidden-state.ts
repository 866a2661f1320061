// Names that IPython keeps behind a notebook's back: `_`, `_12`, `Out`, `In`.
import type { NameUse } from './names';

/** What a cell reads of IPython's history. */
export type HiddenUse =
  /** The result of a numbered execution, under the name `_12`. */
  | { readonly kind: 'result'; readonly name: string; readonly count: number }
  /** `_`: the last result before the cell. */
  | { readonly kind: 'last' }
  /** `Out`. */
  | { readonly kind: 'results' }
  /** What a script has nothing for: `__`, `In`, `_i3`. */
  | { readonly kind: 'lost'; readonly name: string };

/** The history that a cell reads, each name once. `isBound` is true for names that the notebook itself bound. */
export function hiddenUses(
  uses: readonly NameUse[],
  isBound: (name: string) => boolean
): HiddenUse[] {
  const found = new Map<string, HiddenUse>();
  const stored = new Set<string>();
  for (const use of uses) {
    if (use.kind === 'store') {
      stored.add(use.name);
    }
    const hidden = use.kind === 'read' ? hiddenName(use.name) : null;
    if (hidden) {
      found.set(use.name, hidden);
    }
  }
  return [...found].flatMap(([name, use]) =>
    stored.has(name) || isBound(name) ? [] : [use]
  );
}

function hiddenName(name: string): HiddenUse | null {
  const count = /^_(\d+)$/.exec(name)?.[1];
  if (count !== undefined) {
    return { kind: 'result', name, count: Number(count) };
  }
  if (name === '_') {
    return { kind: 'last' };
  }
  if (name === 'Out' || name === '_oh') {
    return { kind: 'results' };
  }
  return /^(?:__|___|In|_ih|_i|_ii|_iii|_i\d+|_dh|_exit_code)$/.test(name)
    ? { kind: 'lost', name }
    : null;
}
