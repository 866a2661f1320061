// What one source reads, each sight of a name once.
import {
  isOfEstimator,
  morePartsSeen,
  type CellAnalysis,
  type FormSeen,
  type PartsSeen,
  type Range,
  type Update,
  type View
} from '../analysis';
import { widerForm } from './forms';
import { NONE } from './nothing';
import { WHOLE, type PreparedRead, type UpdateSights } from './prepared';
import { wider } from './views';

/** One way to look at a name. */
export type Sight = {
  /** Equal for equal sights. */
  readonly id: string;
  readonly name: string;
  readonly path: string | null;
  /** Parts that are not seen. */
  readonly ignores: readonly string[];
  /** Tells what is looked at; the whole where it is missing. */
  readonly view?: () => View;
  /** Tells whether nothing but the form of the value is looked at; the whole where it is missing. */
  readonly form?: () => FormSeen;
  /** Tells at which parts of a table it looks; missing or null where that may be all of it. */
  readonly seen?: (() => PartsSeen | null) | undefined;
};

/** Words of code that may look at some parts of a table. */
const BY_PARTS =
  /\. (?:columns|count|drop|dtypes?|duplicated|empty|get|groupby|hist|i?at|i?loc|index|info|isna|isnull|keys|melt|memory_usage|ndim|notna|notnull|pivot(?:_table)?|\w*plot|set_index|shape|size|sort_values|value_counts)\b|\b(?:px|express) \.|\[ \[|[\])] (?:\[|\. )|\b(?:len|list) \(|\bin\b/;

/** The reads of a source. */
export function readsOf(
  source: string,
  analysis: CellAnalysis
): PreparedRead[] {
  const reads = new Map<string, PreparedRead>();
  const mayByParts = BY_PARTS.test(analysis.normalised);
  const rearranged = new Set(
    analysis.updates
      .filter(one => one.certainty !== 'possible' && !one.path?.startsWith('['))
      .map(({ name }) => name)
  );
  for (const one of [...analysis.references, ...neededFor(analysis)]) {
    const { name, path, range, isCertain } = one;
    const ignores = replacedBefore(source, analysis.updates, name, range.from);
    const id = sightId(name, path, ignores);
    const known = reads.get(id);
    const isByParts = (path !== null || mayByParts) && !rearranged.has(name);
    const isSure = isCertain || (known?.isCertain ?? false);
    const view = laterView(analysis, range.from, known?.view);
    const form = laterForm(analysis, range.from, known?.form);
    const seen =
      isByParts && !(known && !known.seen)
        ? laterSeen(analysis, range.from, known?.seen)
        : undefined;
    const at = [...(known?.at ?? NONE), range.from];
    const sight = { id, name, path, ignores, view, form, seen };
    reads.set(id, { isCertain: isSure, at, ...sight });
  }
  return [...reads.values()];
}

/** Values that are changed before the cell binds their names: nothing else tells that they are needed. */
function neededFor({
  updates,
  bindings
}: CellAnalysis): CellAnalysis['references'] {
  const bound = new Map<string, number>();
  for (const { name, range, isCertain } of bindings) {
    if (isCertain && !bound.has(name)) {
      bound.set(name, range.from);
    }
  }
  return updates
    .filter(
      ({ name, range, certainty }) =>
        certainty !== 'possible' && range.from < (bound.get(name) ?? 0)
    )
    .map(({ name, path, range }) => ({ name, path, range, isCertain: true }));
}

/** Tells one sight of a value from another. */
function sightId(
  name: string,
  path: string | null,
  ignores: readonly string[]
): string {
  return path === null && ignores.length === 0
    ? name
    : [name, path ?? '', ...ignores].join('\n');
}

/** What an update of a part, or of unknown extent, looks at; nothing of what is `replaced` before. */
export function sightsOf(
  name: string,
  part: string | null,
  replaced: readonly string[] = NONE
): UpdateSights {
  const ignores =
    part === null ? NONE : isOfEstimator(part) ? [WHOLE, part] : [part];
  return {
    own: { id: sightId(name, part, ignores), name, path: part, ignores },
    former: {
      id: sightId(name, part, replaced),
      name,
      path: part,
      ignores: replaced
    }
  };
}

/** Only a value that is known to have a form asks for it. */
function laterForm(
  analysis: CellAnalysis,
  at: number,
  known: PreparedRead['form'] | undefined
): PreparedRead['form'] {
  let form: FormSeen | undefined;
  return () => {
    if (form === undefined) {
      const own = analysis.looks?.get(at)?.form ?? null;
      form = known ? widerForm(own, known()) : own;
    }
    return form;
  };
}

/** Only a value of which the parts are told asks for it. */
function laterSeen(
  analysis: CellAnalysis,
  at: number,
  known: Sight['seen']
): () => PartsSeen | null {
  let parts: PartsSeen | null | undefined;
  return () => {
    if (parts === undefined) {
      const own = analysis.looks?.get(at)?.parts ?? null;
      parts = known ? morePartsSeen(own, known()) : own;
    }
    return parts;
  };
}

/** Only what hangs on chance asks for it. */
function laterView(
  analysis: CellAnalysis,
  at: number,
  known: PreparedRead['view'] | undefined
): PreparedRead['view'] {
  let view: View | null = null;
  return () =>
    (view ??= wider(analysis.looks?.get(at)?.view ?? 'whole', known?.()));
}

/**
 * The parts of `name` that the cell has replaced when the reference at `offset` reads it, the replacement's own
 * target included: `df` in `df["r"] = …`, `model` in `model.fit(…)`. A read in the replacing statement itself
 * (`df["r"] = df.sum()`) still sees the former part.
 */
function replacedBefore(
  source: string,
  updates: readonly Update[],
  name: string,
  offset: number
): string[] {
  return updates
    .filter(
      update =>
        update.name === name &&
        update.isReplacement &&
        update.certainty !== 'possible' &&
        (update.range.from === offset ||
          (update.range.to <= offset &&
            source.slice(update.range.to, offset).includes('\n')))
    )
    .flatMap(({ path, range }) =>
      path !== null && range.from === offset && isForgetful(source, path, range)
        ? [path, WHOLE]
        : (path ?? WHOLE)
    )
    .sort();
}

/** True for what sets an estimator, where the cell goes on and does not show it: what it has learnt does not count. */
function isForgetful(source: string, path: string, { to }: Range): boolean {
  return isOfEstimator(path) && /\n\s*\S/.test(source.slice(to));
}
