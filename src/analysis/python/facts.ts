// What is found of a cell while the walk goes through it: what it does to the notebook's names, and what is left open.

import type { Import, Unanalysed } from '../cell-analysis';
import type { Definition, Handover, HeldCode } from '../definition';
import type { Effect, FileAccess } from '../effect';
import type { Binding, Range, Reference, Update } from '../name-uses';

import { emptyFlow, type DataFlow } from './data-flow';
import { branchOf, type Branch } from './flow';
import type { CallSite, Event } from './scope';
import { noSteps, type Steps } from './steps';

/** Grows while the walk goes through a cell. */
export type Facts = {
  readonly root: Branch;
  /** Where the walk stands. */
  branch: Branch;
  readonly bindings: Binding[];
  readonly references: Reference[];
  readonly updates: Update[];
  readonly deleted: Set<string>;
  readonly definitions: Definition[];
  readonly heldCode: HeldCode[];
  readonly calls: Set<string>;
  readonly imports: Import[];
  readonly effects: Effect[];
  readonly files: FileAccess[];
  /** True when it takes files away that it does not name. */
  takesFiles: boolean;
  /** True when it shows which names there are. */
  listsNames: boolean;
  readonly handovers: Handover[];
  readonly unanalysed: Unanalysed[];
  bindsUnknown: boolean;
  /** True when statements were read that stand in a text. */
  runsTexts: boolean;
  /** Names in texts that are handed to callables. */
  readonly texts: Set<string>;
  readonly flow: DataFlow;
  readonly steps: Steps;
  /** Builtins that were looked up in the namespace first. */
  readonly builtins: Set<string>;
  /** The outermost loop around the walk. */
  loop: Range | null;
  /** Replacements in a loop, by their place in `updates`: a later turn may read what an earlier one wrote. */
  readonly repeated: Map<number, Range>;
  /** Parts that the cell has surely replaced, as `partKey` writes them: what it does to them from then on goes from there. */
  readonly replaced: Set<string>;
  /** What the callables that the cell itself bound do when they are called. */
  readonly bodies: Map<string, readonly Event[]>;
  /** Bodies that are being replayed: a recursive function is entered once. */
  readonly running: Set<string>;
  /** True for a method of a class of the cell that nothing in the cell can call. */
  readonly isDormant: (method: string) => boolean;
  /** The call whose body is being replayed; null outside of bodies, and in what is only handed to somebody. */
  calledAt: CallSite | null;
  /** Of effects that show in what a function gives back, by their place in `effects`: where it is called. */
  readonly givenAt: Map<number, number>;
  /** How many more events of called bodies are replayed before the cell counts as too large to follow. */
  replaysLeft: number;
};

/** Nothing known yet. */
export function emptyFacts(isDormant: Facts['isDormant']): Facts {
  const root = branchOf(null);
  return {
    root,
    branch: root,
    bindings: [],
    references: [],
    updates: [],
    deleted: new Set(),
    definitions: [],
    heldCode: [],
    calls: new Set(),
    imports: [],
    effects: [],
    files: [],
    takesFiles: false,
    listsNames: false,
    handovers: [],
    unanalysed: [],
    bindsUnknown: false,
    runsTexts: false,
    texts: new Set(),
    flow: emptyFlow(),
    steps: noSteps(),
    builtins: new Set(),
    loop: null,
    repeated: new Map(),
    replaced: new Set(),
    bodies: new Map(),
    running: new Set(),
    isDormant,
    calledAt: null,
    givenAt: new Map(),
    replaysLeft: 50_000
  };
}

/** Says that a stretch was not understood. */
export function acceptUnknown(facts: Facts, unknown: Unanalysed): void {
  facts.unanalysed.push(unknown);
}
