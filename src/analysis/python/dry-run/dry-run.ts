// A namespace in which cells run in thought: what constants alone determine is known, all else is unknown.

import type { CellAnalysis } from '../../cell-analysis';
import { straighten } from '../layout';
import { parse, type Syntax } from '../syntax';
import { nodesIn, statementsOf } from '../syntax-words';
import { prepare } from '../prepare';

import { fillBuiltins } from './builtins';
import { callerOf } from './calling';
import { evaluate, type Place } from './expressions';
import { forgetReached, named, noReach, reachFrom, type Reach } from './havoc';
import { Machine } from './machine';
import { isData, printOf } from './prints';
import { reaches, sharedThings } from './sharing';
import { listed, runOne } from './statements';
import { isWarnedOf } from './strings';
import { Lost, Raised, type Thing, type Value } from './values';

/** What one cell would show and leave. */
export type DryStep = {
  /** What it shows, in a form of our own that is equal for what looks equal; null where that is not known. */
  readonly shown: string | null;
  /** True when it would raise, false when it would not; null where that is not known. */
  readonly raises: boolean | null;
  /** What it raises, as the last line of a traceback; null where it raises nothing, or nobody knows what. */
  readonly error: string | null;
  /** Where it surely raises: the names that stand for something else after it. Null where it may come to its end. */
  readonly rebound: ReadonlySet<string> | null;
};

/** One namespace. */
export type DryRun = {
  /**
   * Runs one cell; null where its effects are not known in full, and what it may reach is unknown from here on. `hasFailed`
   * tells how a recorded execution ended: where that is not what comes out here, nothing is known any more. `mayStop` is
   * true where `doubt` may be asked for afterwards.
   */
  readonly run: (
    source: string,
    analysis: CellAnalysis,
    told: { readonly hasFailed?: boolean; readonly mayStop?: boolean }
  ) => DryStep | null;
  /** The cell that ran last may not have come to its end: what it may reach is unknown from here on. */
  readonly doubt: () => void;
  /**
   * The value of a name as a text that is equal for equal values only; null where it is not known, and for a value that
   * changes under another name as well.
   */
  readonly valueOf: (name: string) => string | null;
  /** As `valueOf`, for a value that others reach as well: equal for what looks equal now. */
  readonly looksOf: (name: string) => string | null;
  /** Nothing is known from here on. */
  readonly lose: () => void;
};

/** A cell as the grammar reads it. */
type Parsed = {
  readonly text: string;
  readonly root: Syntax;
  /** True when nothing but Python stands in it, of which all was understood. */
  readonly isPlain: boolean;
  /** True where some releases warn of a text in it when they read it. */
  readonly isWarnedOf: boolean;
};

/** Makes namespaces that nothing ran in; what they parse is parsed once. */
export function dryRuns(): () => DryRun {
  const trees = new Map<string, Parsed>();
  return () => createDryRun(trees);
}

function createDryRun(trees: Map<string, Parsed>): DryRun {
  const builtins = new Map<string, Value>();
  const machine: Machine = new Machine(builtins, callerOf);
  fillBuiltins(builtins, () => machine);
  let isLost = false;
  let shared: ReadonlySet<Thing> | null = null;
  // Once there is too much to go through, only what cannot change is told.
  let isTooLarge = false;
  let doubted: (() => void) | null = null;
  const treeOf = (source: string): Parsed => {
    const known = trees.get(source);
    if (known !== undefined) {
      return known;
    }
    const { text, straight } = prepare(source);
    const { root, errors } = parse(text);
    const isPlain =
      errors.length === 0 && text === straight && straighten(source) === source;
    const isOdd = ({ name, from, to }: Syntax): boolean =>
      /^(?:Format)?String$/.test(name) && isWarnedOf(text.slice(from, to));
    const isWarned = nodesIn(root).some(isOdd);
    const parsed = { text, root, isPlain, isWarnedOf: isWarned };
    trees.set(source, parsed);
    return parsed;
  };
  return {
    lose: () => {
      isLost = true;
    },
    looksOf: name => {
      const value = isLost ? undefined : machine.globals.names.get(name);
      return value === undefined || isTooLarge || !isData(value)
        ? null
        : printOf(value);
    },
    valueOf: name => {
      const value = isLost ? undefined : machine.globals.names.get(name);
      if (value === undefined || !isData(value)) {
        return null;
      }
      if (typeof value !== 'object' || value === null) {
        return printOf(value);
      }
      if (isTooLarge) {
        return null;
      }
      shared ??= sharedThings(machine.globals.names);
      isTooLarge = shared === null;
      return shared === null || reaches(value, shared) ? null : printOf(value);
    },
    doubt: () => {
      shared = null;
      doubted?.();
    },
    run: (source, analysis, { hasFailed, mayStop = hasFailed }) => {
      doubted = null;
      if (isLost) {
        return null;
      }
      const parsed = treeOf(source);
      const { text, root } = parsed;
      shared = null;
      machine.start();
      const place = { machine, text, scope: machine.globals };
      const reach = noReach();
      if (mayStop) {
        extend(reach, place, root);
        doubted = () => forget(place, analysis, root, reach);
      }
      try {
        if (!parsed.isPlain || analysis.completeness !== 'complete') {
          throw new Lost('syntax');
        }
        if (parsed.isWarnedOf) {
          machine.showUnknown();
        }
        const step = runCell(place, root);
        if (step.raises === null && hasFailed) {
          throw new Lost('failure');
        }
        if (hasFailed !== undefined && step.raises === !hasFailed) {
          isLost = true;
        }
        return isLost ? null : step;
      } catch (error) {
        if (!(error instanceof Lost)) {
          throw error;
        }
        if (analysis.completeness !== 'complete' || analysis.bindsUnknown) {
          isLost = true;
        } else {
          forget(place, analysis, root, reach);
        }
        return null;
      }
    }
  };
}

function runCell(place: Place, root: Syntax): DryStep {
  const { machine } = place;
  const before = new Map(machine.globals.names);
  try {
    const statements = statementsOf(root);
    statements.forEach((statement, index) => {
      const isLast = index === statements.length - 1;
      if (isLast && statement.name === 'ExpressionStatement') {
        display(place, statement);
      } else {
        const end = runOne(place, statement);
        if (end !== null) {
          throw new Lost('syntax');
        }
      }
    });
  } catch (error) {
    if (!(error instanceof Raised)) {
      throw error;
    }
    // What nobody followed may have raised before.
    const text = machine.mayRaise ? null : lineOf(machine, error);
    const lines = text === null ? null : machine.shown?.concat(`! ${text}`);
    return {
      shown: lines?.join('\0') ?? null,
      raises: true,
      error: text,
      rebound: machine.mayRaise ? null : reboundIn(machine, before)
    };
  }
  return {
    shown: machine.shown?.join('\0') ?? null,
    raises: machine.mayRaise ? null : false,
    error: null,
    rebound: null
  };
}

/** Names that are bound, and were not, or to something else. */
function reboundIn(
  { globals: { names } }: Machine,
  before: ReadonlyMap<string, Value>
): ReadonlySet<string> {
  const found = [...names].filter(
    ([name, value]) => before.get(name) !== value
  );
  return new Set(found.map(([name]) => name));
}

/** The last line of the traceback; null where Python's words are not known. */
function lineOf(machine: Machine, { value }: Raised): string | null {
  try {
    return `${value.class.name}: ${machine.str(value)}`;
  } catch (error) {
    if (error instanceof Lost || error instanceof Raised) {
      return null;
    }
    throw error;
  }
}

/** The last expression of a cell is shown, unless it is `None`. */
function display(place: Place, { children }: Syntax): void {
  const { machine } = place;
  const isCall = children.length === 1 && children[0];
  const value = isCall ? evaluate(place, isCall) : listed(place, children);
  if (value === null) {
    return;
  }
  const print = printOf(value);
  const text = print === null ? null : ownText(machine, print, value);
  if (print === null || text === null) {
    machine.showUnknown();
  } else {
    machine.show(text === '' ? `→ ${print}` : `→ ${text}`);
  }
}

/** What instances make of themselves, which may hang on more than on them; null where that is not known. */
function ownText(machine: Machine, print: string, value: Value): string | null {
  if (!print.includes(' of class ')) {
    return '';
  }
  try {
    return print.includes('_repr_') ? null : machine.repr(value);
  } catch (error) {
    if (error instanceof Lost || error instanceof Raised) {
      return null;
    }
    throw error;
  }
}

/** Adds what the code of a cell may reach as its names stand now. */
function extend(
  reach: Reach,
  { machine, text, scope }: Place,
  root: Syntax
): void {
  reachFrom(machine, named(machine, { text, node: root, scope }, reach), reach);
}

/** What a cell that was not followed to its end may have bound and changed, besides what it reached before it began. */
function forget(
  place: Place,
  { bindings, deletes, definitions }: CellAnalysis,
  root: Syntax,
  reach: Reach
): void {
  extend(reach, place, root);
  bindings.forEach(({ name }) => reach.bound.add(name));
  deletes.forEach(name => reach.bound.add(name));
  definitions.forEach(one =>
    one.bindings.forEach(name => reach.bound.add(name))
  );
  forgetReached(place.machine, reach);
}
