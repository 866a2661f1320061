// Python source -> what it does to the notebook's names.

import type { CellAnalysis, Unanalysed } from '../cell-analysis';
import type { Effect } from '../effect';
import type { Binding, Update } from '../name-uses';

import { addressesIn } from './addresses';
import { talliesOf, withArranged } from './arranging';
import { definitionsOf } from './class-parts';
import { dormantIn } from './dormant-methods';
import { visitExpression } from './expressions';
import { acceptUnknown, emptyFacts, type Facts } from './facts';
import { bound, isFromOutside, stateOf, type NameState } from './flow';
import { withForms } from './forms-of-chance';
import { Ground } from './ground';
import { withGentleness, withLateFacts, type Early } from './late-facts';
import type { LogicalLine } from './logical-lines';
import { applyMagic } from './magics';
import { columnOf, normalise } from './normalise';
import { prepare, type Prepared } from './prepare';
import { refusedLines } from './refusals';
import { drawnIn } from './drawn';
import { setOrdersOf, type SetOrders } from './set-order';
import { onlySets } from './only-sets';
import { withSorted } from './shuffled-until';
import { givesResult, onlyMeasures } from './results';
import { spelledIn } from './spelled';
import { visitStatement } from './statements';
import { withTargets } from './steps';
import { parse, type Syntax } from './syntax';
import type { Walk } from './walk';

/**
 * Analyses a cell of Python, 3.8 to 3.14, with IPython's additions. Any text is taken; what is not understood is said.
 * `meanings` tells what names stand for that other cells import: `random` for `rnd`.
 */
export function analysePython(
  source: string,
  meanings?: ReadonlyMap<string, string>
): CellAnalysis {
  const prepared = prepare(source);
  const { root, errors } = parse(prepared.text);
  const orders = setOrdersOf(prepared.text, root);
  const walk = walkFor(prepared, root, orders, meanings);
  walk.statement(walk, root);
  prepared.marks.after.forEach(magic => applyMagic(walk, magic));
  const columnAt = (at: number): number => columnOf(prepared.straight, at);
  const refused = refusedLines(prepared.lines, columnAt);
  for (const unknown of [...errorLines(prepared.lines, errors), ...refused]) {
    acceptUnknown(walk.facts, unknown);
  }
  const { straight, lines, masked } = prepared;
  const ground = new Ground(source, { prepared, root });
  const arranged = (effects: readonly Effect[]): readonly Effect[] =>
    withSorted(prepared.text, root, withArranged(prepared.text, root, effects));
  const { facts } = walk;
  const end = (name: string): NameState => stateOf(facts.root, name);
  const bindings = bindingsLeft(facts, end);
  // One literal: an object of so many properties is slow to make in parts.
  const early: Early = {
    bindings,
    references: facts.references,
    builtinReferences: builtinsOf(facts),
    updates: settledUpdates(facts),
    deletes: deletesOf(facts, bindings),
    definitions: definitionsOf(prepared, root, facts).map(definition =>
      withGentleness(
        definition.effects.length > 0
          ? { ...definition, effects: arranged(definition.effects) }
          : definition,
        ground
      )
    ),
    heldCode: facts.heldCode,
    calls: [...facts.calls],
    handovers: facts.handovers,
    imports: facts.imports,
    files: facts.files,
    takesFiles: facts.takesFiles || undefined,
    listsNames: facts.listsNames || undefined,
    texts: [...facts.texts].sort(),
    bindsUnknown: facts.bindsUnknown,
    normalised: normalise(straight, lines, masked),
    completeness: facts.unanalysed.length === 0 ? 'complete' : 'partial',
    unanalysed: facts.unanalysed,
    effects: arranged(
      withTargets(withForms(prepared.text, root, facts.effects), facts, orders)
    ),
    tallies: talliesOf(prepared.text, root),
    constants: walk.constants,
    givesResult: givesResult(prepared, root),
    held: orders.held,
    handed: orders.handed,
    drawn: drawnIn(prepared.text, root),
    spelled: walk.spelled,
    onlyMeasures: onlyMeasures(prepared, root, facts),
    onlySets: onlySets(prepared, root, facts)
  };
  return withLateFacts(early, ground, facts);
}

function walkFor(
  { marks, lines, straight, text }: Prepared,
  root: Syntax,
  { uses }: SetOrders,
  meanings: ReadonlyMap<string, string> | undefined
): Walk {
  return {
    source: straight,
    facts: emptyFacts(dormantIn(lines)),
    marks,
    modules: new Map(meanings),
    constants: new Map(),
    texts: new Map(),
    spaces: new Set(),
    setOrders: uses,
    spelled: spelledIn(lines),
    addresses: addressesIn(text, root),
    scope: { kind: 'module', parent: null },
    doubt: 0,
    branches: 0,
    loops: [],
    tries: 0,
    guards: 0,
    discarded: null,
    dayOf: null,
    asksShape: false,
    isSync: false,
    depth: 0,
    isIsolated: false,
    hasLazyAnnotations: false,
    statement: visitStatement,
    expression: visitExpression
  };
}

/** One entry for each line in which the grammar gave up. */
function errorLines(
  lines: readonly LogicalLine[],
  errors: readonly number[]
): readonly Unanalysed[] {
  if (errors.length === 0) {
    return [];
  }
  const found = new Map<LogicalLine, Unanalysed>();
  let index = 0;
  for (const at of errors) {
    while (
      index + 1 < lines.length &&
      (lines[index + 1]?.[0]?.from ?? 0) <= at
    ) {
      index += 1;
    }
    const line = lines[index];
    const [first] = line ?? [];
    const last = line?.[line.length - 1];
    if (line && first && last) {
      const range = { from: first.from, to: last.to };
      const reason = 'This line is not understood as Python.';
      found.set(line, { range, reason });
    }
  }
  return [...found.values()];
}

/** In a loop nothing is replaced that some turn reads. */
function settledUpdates(facts: Facts): readonly Update[] {
  return facts.updates.map((update, index) => {
    const loop = facts.repeated.get(index);
    const isRead =
      loop !== undefined &&
      facts.references.some(
        ({ name, path, range }) =>
          name === update.name &&
          (path === null || path === update.path) &&
          range.from >= loop.from &&
          range.to <= loop.to
      );
    return isRead ? { ...update, isReplacement: false } : update;
  });
}

/** Those that are read now, and those that bodies read later. */
function builtinsOf({ root, builtins, definitions }: Facts): readonly string[] {
  const later = definitions
    .flatMap(({ builtinReferences = [] }) => builtinReferences)
    .filter(name => isFromOutside(stateOf(root, name)));
  return [...new Set([...builtins, ...later])].sort();
}

function bindingsLeft(
  { bindings }: Facts,
  end: (name: string) => NameState
): readonly Binding[] {
  const left: Binding[] = [];
  for (const { name, kind, range } of bindings) {
    const state = end(name);
    if ((state & bound) !== 0) {
      left.push({ name, kind, range, isCertain: state === bound });
    }
  }
  return left;
}

function deletesOf(
  facts: Facts,
  bindings: readonly Binding[]
): readonly string[] {
  if (facts.deleted.size === 0) {
    return [];
  }
  const left = new Set(bindings.map(({ name }) => name));
  return [...facts.deleted].filter(name => !left.has(name));
}
