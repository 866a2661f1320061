// What the names of a notebook stand for: one cell imports them, others use them.
import {
  starExports,
  type Binding,
  type CellAnalysis,
  type Import
} from '../analysis';
import type { PresentCell, RunHistory } from '../model';
import { NONE, NO_ENTRIES } from './nothing';

/** By name what it stands for: `random` for `rnd`; without names that every cell knows, and without those that are bound otherwise too. */
export type Meanings = ReadonlyMap<string, string>;

/** What tells meanings: all sources that ran, and the cells that are there. */
export type Told = {
  readonly runs: readonly Pick<RunHistory, 'sources'>[];
  readonly document: readonly PresentCell[];
};

/** Sources of code; some of them more than once. */
export function* sourcesOf({ runs, document }: Told): Iterable<string> {
  for (const run of runs) {
    yield* run.sources.values();
  }
  for (const { type, source } of document) {
    if (type === 'code') {
      yield source;
    }
  }
}

/** What the names stand for. */
export function meaningsIn(
  told: Told,
  read: (source: string) => CellAnalysis
): Meanings {
  const meant = new Map<string, string>();
  const unclear = new Set<string>();
  for (const source of sourcesOf(told)) {
    for (const [name, dotted] of read(source).imports.flatMap(broughtBy)) {
      if ((meant.get(name) ?? dotted) !== dotted) {
        unclear.add(name);
      }
      meant.set(name, dotted);
    }
  }
  if (meant.size === 0) {
    return NO_ENTRIES;
  }
  for (const source of sourcesOf(told)) {
    otherwiseBound(read(source), meant).forEach(name => unclear.add(name));
  }
  unclear.forEach(name => meant.delete(name));
  return meant;
}

/** Names with what they stand for, of an import that tells others something. */
function broughtBy({
  dotted,
  isUnusual,
  name
}: Import): readonly (readonly [string, string])[] {
  if (!isUnusual) {
    return NONE;
  }
  return name === null
    ? (starExports(dotted) ?? []).map(one => [one, `${dotted}.${one}`] as const)
    : [[name, dotted]];
}

/** Names that the source gives another meaning. */
function otherwiseBound(
  { bindings, imports }: CellAnalysis,
  meant: Meanings
): readonly string[] {
  const isSo = ({ kind, name }: Binding): boolean =>
    /import/.test(kind) &&
    imports.every(one => one.name !== name || one.dotted === meant.get(name));
  return bindings
    .filter(one => meant.has(one.name) && !isSo(one))
    .map(({ name }) => name);
}

/** True where both tell the same. */
export function areAlike(some: Meanings, others: Meanings): boolean {
  return (
    some === others ||
    (some.size === others.size &&
      [...some].every(([name, dotted]) => others.get(name) === dotted))
  );
}

/** Those that a source cannot tell by itself; undefined where it can. */
export function meaningsFor(
  meanings: Meanings,
  analysis: CellAnalysis
): Meanings | undefined {
  if (meanings.size === 0) {
    return undefined;
  }
  const used = usedIn(analysis);
  const told = [...meanings].filter(([name]) => used.has(name));
  return told.length > 0 ? new Map(told) : undefined;
}

/** Names that the source does not bind itself, as far as it uses them at all. */
function usedIn({
  builtinReferences = [],
  calls,
  definitions,
  heldCode = [],
  references
}: CellAnalysis): ReadonlySet<string> {
  const bodies = [...definitions, ...heldCode.flatMap(one => one.body ?? [])];
  return new Set([
    ...references.map(({ name }) => name),
    ...builtinReferences,
    ...calls,
    ...bodies.flatMap(body => [
      ...body.references,
      ...(body.builtinReferences ?? [])
    ])
  ]);
}
