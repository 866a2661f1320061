// What the source of one cell does to names, found without running it.
import type { Deeds } from './deeds';
import type { Definition, Gentleness, Handover, HeldCode } from './definition';
import type { Dispatch } from './dispatch';
import type { Drawn } from './drawn';
import type { Effect, FileAccess, HeldKind } from './effect';
import type { HandedKind } from './handed-kind';
import type { GivenOrder } from './given-order';
import type { GivenTexts } from './given-texts';
import type { OrElse } from './or-else';
import type { Binding, Range, Reference, Update } from './name-uses';
import type { Needs } from './needs';
import type { Handling } from './handling';
import type { Keeping } from './keeping';
import type { Making } from './making';
import type { Presence } from './presence';
import type { TableAct } from './table-act';
import type { Showing } from './showing';
import type { Spelled } from './spelled';
import type { ValueFacts } from './value-facts';
import type { Look } from './view';

export type CellAnalysis = {
  /** In order of the source; a name may appear more than once. */
  readonly bindings: readonly Binding[];
  readonly references: readonly Reference[];
  /**
   * Builtins that the cell, or a body that it runs or defines, looks up in the namespace first: another cell that binds
   * one of them shadows it. Sorted; names that the cell surely bound before are left out.
   */
  readonly builtinReferences?: readonly string[];
  readonly updates: readonly Update[];
  /** Names that the cell deletes and does not bind again. */
  readonly deletes: readonly string[];
  readonly definitions: readonly Definition[];
  /** In order of the source; a name may appear more than once. */
  readonly heldCode?: readonly HeldCode[];
  /**
   * Names that the cell calls, or hands to somebody who may call them: their bodies run now. The bodies of what the cell
   * itself surely bound are left out: what they do is among the cell's own references, updates and effects.
   */
  readonly calls: readonly string[];
  /** Values that it hands to callables which other cells bound; what the cell's own do to them is among its updates. */
  readonly handovers?: readonly Handover[];
  readonly imports: readonly Import[];
  /**
   * By surely bound name, and by name that is changed and not bound, what its value hangs on: an edit elsewhere in the cell
   * leaves it as it is. Under `DRAWN` that of random numbers to come, where the cell may draw.
   */
  readonly origins?: ReadonlyMap<string, Origin>;
  /** By bound or changed name, how its value is put together; what is missing hangs on all that the cell meets. */
  readonly makings?: ReadonlyMap<string, Making>;
  /** Bound names whose last value is a constant of the source, or arithmetic over such; sorted. */
  readonly literals?: readonly string[];
  /** By bound name, the offset before which nothing has bound it: where its statement is done. */
  readonly readyAt?: ReadonlyMap<string, number>;
  /**
   * Where it may stop, in order: the ends of its statements, and of the heads of those that go straight through their bodies.
   * Missing or empty where a kernel counts its lines otherwise.
   */
  readonly ends?: readonly number[];
  /** Names and modules that surely stop it where they are missing. */
  readonly needs?: Needs;
  readonly values?: ValueFacts;
  /** By the offset of a name that is read, what is looked at of its value; what is missing is looked at as a whole. */
  readonly looks?: ReadonlyMap<number, Look>;
  /** Tables in which a loop at the margin does nothing but count: their keys and their total are given before. */
  readonly tallies?: readonly string[];
  /** What it shows or makes texts of; missing where nobody looked. */
  readonly showing?: Showing;
  /** The words that it is made of; missing where nobody told them. */
  readonly spelled?: Spelled;
  readonly handling?: Handling;
  readonly keeping?: Keeping;
  /**
   * What is the same at a second run as at the first, as long as nobody else changed anything in between: `all`, or the `values`
   * that it changes alone, of which it shows before what they were.
   */
  readonly tidies?: 'all' | 'values' | 'nothing';
  /** Of what the cell only may change: null or absent where it may indeed, and where there is no such thing. */
  readonly gentleness?: Gentleness | null;
  /** What the cell's names, and attributes after a dot, hold of texts, as far as its source tells. */
  readonly held?: ReadonlyMap<string, HeldKind>;
  /** What it draws on, if that is axes; missing for a language that draws otherwise. */
  readonly drawn?: readonly Drawn[];
  /** What it, and the bodies that it defines, hand to functions of other cells, as far as its source tells. */
  readonly handed?: readonly HandedKind[];
  /**
   * By name of what the cell does nothing with but call it, where orders of sets end up that show in what it gives back; an
   * empty list where nobody looks at them.
   */
  readonly givenOrders?: ReadonlyMap<string, readonly GivenOrder[]>;
  /** Calls of things by their names that run with the cell, in order of the source. */
  readonly givenTexts?: readonly GivenTexts[];
  /** What its functions call for want of what they are given. */
  readonly orElse?: readonly OrElse[];
  /** What of it may raise, in order of its statements; absent where nobody looked. */
  readonly risks?: readonly Risk[];
  /** Missing for a language in which the classes of values are followed otherwise. */
  readonly dispatch?: Dispatch;
  /** Names of which it asks whether they are there, whatever they stand for; sorted. */
  readonly asked?: readonly string[];
  /** True for a language that looks for what no cell binds where libraries and `attach` put names: the state `path`. */
  readonly searches?: true;
  /** True for a language of which no kernel tells what bodies bind again: its reports name what stands in the source. */
  readonly bindsUntold?: true;
  /** Missing for a language in which nobody looks for them. */
  readonly deeds?: Deeds;
  /** Its statements that run code which does not stand in the cell, as written: imports, calls, lines of IPython's. */
  readonly outward?: readonly string[];
  readonly effects: readonly Effect[];
  /** In order of the source. What reads or writes files under paths that are not constant is not among them. */
  readonly files?: readonly FileAccess[];
  /** Questions whether files are there, on which it hangs what it shows. */
  readonly presences?: readonly Presence[];
  /** What it does to tables of databases, in no order. */
  readonly tables?: readonly TableAct[];
  /** By name, the constant text or path that the cell surely gives it. */
  readonly constants?: ReadonlyMap<string, string>;
  /** True when it takes files away, or to another place, of which it does not name each by a constant path. */
  readonly takesFiles?: boolean;
  /** True when it shows which names there are, all of them: `%who`, `%whos`. */
  readonly listsNames?: boolean;
  /**
   * Names in texts that look like expressions and that the cell hands to callables: it reads them where those evaluate
   * texts, as the state `texts` tells. Sorted.
   */
  readonly texts?: readonly string[];
  /** True when the cell ends with an expression that IPython shows and keeps, unless it gives nothing. */
  readonly givesResult?: boolean;
  /**
   * True when all that the cell does is to measure how long code takes, which leaves and shows nothing else as far as the
   * cell itself tells: bodies of other cells that it calls may.
   */
  readonly onlyMeasures?: boolean;
  /** True when all that the cell does is to set state outside of the namespace, in one way whatever the values are that it reads. */
  readonly onlySets?: boolean;
  /** True when the cell binds names that its source does not tell: star import, `exec`, `%run`. */
  readonly bindsUnknown: boolean;
  /** Its tokens, without comments and layout: equal texts do the same. */
  readonly normalised: string;
  /** Missing where the choice of names counts. */
  readonly form?: Form;
  /** `none`: nothing could be said, as for a language without analyser. */
  readonly completeness: 'complete' | 'partial' | 'none';
  /** Empty when, and only when, `completeness` is `complete`. */
  readonly unanalysed: readonly Unanalysed[];
};

/** A stretch of source that was not understood, and why, in an English sentence. */
export type Unanalysed = {
  readonly range: Range;
  readonly reason: string;
  /**
   * What alone is open there: which names it binds, which it reads, or which results of other executions. Missing where
   * it may do anything.
   */
  readonly extent?: 'bindings' | 'reads' | 'results';
};

/** Where the value of a name comes from: the statements of the cell that it hangs on. */
export type Origin = {
  /** Those statements in order, as in `Form.text`; of an import only what is needed. */
  readonly text: string;
  /** As `Form.roles`, for that text. */
  readonly roles: ReadonlyMap<string, string>;
  /** Where they stand, in order. */
  readonly statements: readonly Range[];
  /** All names that they read or change. */
  readonly references: ReadonlySet<string>;
  /** Top-level modules that they import, each once. */
  readonly imports: readonly string[];
  /** True when they call something now: the value may hang on what the bodies of other cells' functions read. */
  readonly calls: boolean;
  /** True when the value may hang on state outside of the namespace, too. */
  readonly isOutside: boolean;
  /** Of that state what the statements touch by themselves. */
  readonly states: readonly string[];
  /** What else they call that may touch any of it: dotted names; empty for what has none. */
  readonly unknown: readonly string[];
  /** True when one statement alone makes the value: where it ran, the value is whole. */
  readonly isMadeAtOnce: boolean;
};

/** The code without the choice of its names: what differs in names alone, and shows none of them, has one form. */
export type Form = {
  /** As `CellAnalysis.normalised`, with a role in the place of each name whose spelling does not count. */
  readonly text: string;
  /** By name as it is spelt, what stands for it: its role, or the name itself where the spelling counts. */
  readonly roles: ReadonlyMap<string, string>;
};

/**
 * Reads one source. `meanings` tells by name what names stand for that other cells import: `random` for `rnd`; languages
 * whose sources tell so by themselves leave it alone.
 */
export type Analyse = (
  source: string,
  meanings?: ReadonlyMap<string, string>
) => CellAnalysis;

/** One name that a statement imports. */
export type Import = {
  /** Top-level module: `sklearn` for `from sklearn.svm import SVC`. */
  readonly module: string;
  /** The name that it binds; null for a star, and where a library is loaded without a name for it. */
  readonly name: string | null;
  /** What that name stands for: `sklearn.svm.SVC`; the module, as `numpy.random`, where it binds none. */
  readonly dotted: string;
  /** True where cells that do not import the name, or those of the star, take it for something else, or for nothing known: `import random as rnd`. */
  readonly isUnusual?: true;
  /** The whole statement. */
  readonly range: Range;
};

/** Something at a place of a statement that may raise. */
export type Risk = {
  /** The same wherever the same may raise, whatever the variables are called; empty where only the statement tells. */
  readonly what: string;
  /** The source of the top-level statement. */
  readonly statement: string;
  /** Where that begins. */
  readonly from: number;
};
