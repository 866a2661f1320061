// One source as lineage sees it: which names it reads in which state, which it writes how.
import type {
  CellAnalysis,
  Definition,
  Effect,
  FormSeen,
  Handover,
  HeldKind,
  Import,
  Method,
  Origin,
  ValueFacts,
  View
} from '../analysis';
import type { Mentions } from './mentions';
import type { Sight } from './prepared-reads';
import type { Roles } from './roles';
import type { Setting } from './settings-told';
import type { Step } from './version';

/** One source, ready to be replayed. */
export type Prepared = {
  readonly source: string;
  readonly analysis: CellAnalysis;
  readonly normalised: string;
  /** Equal for sources that differ in the choice of names alone. */
  readonly form: string;
  /** What stands for names in the form. */
  readonly roles: Roles;
  readonly isBlank: boolean;
  /** True for code that talks to other programs, databases or people. */
  readonly talks: boolean;
  /** True for code that may take parts away from values instead of changing them. */
  readonly takesAway: boolean;
  /** True for code that may read modules again which were loaded. */
  readonly reloads: boolean;
  readonly reads: readonly PreparedRead[];
  /** Names bound on every way through the cell. */
  readonly strong: readonly string[];
  /** Those of them that are surely bound to arrays of numpy. */
  readonly arrays: ReadonlySet<string>;
  /** Names bound on some ways only. */
  readonly weak: readonly string[];
  /** Names, each once, that `+=` and its like bind: to what they had, changed, where that can change. */
  readonly grown: readonly string[];
  /** Names that loops bind, and nothing else. */
  readonly turned: readonly string[];
  /** Names that the cell surely makes itself. */
  readonly own: ReadonlySet<string>;
  /** Builtins that it looks up, unless somebody has bound the name. */
  readonly builtins: readonly string[];
  readonly updates: readonly PreparedUpdate[];
  /** Changes by drawing, which count where what is drawn on is axes. */
  readonly drawings: readonly PreparedUpdate[];
  readonly deletes: readonly string[];
  readonly definitions: ReadonlyMap<string, Carried>;
  /** By name, the code that a value holds which the source gives it: of names, and what has none. */
  readonly heldCode: ReadonlyMap<string, PreparedHolding>;
  readonly calls: readonly string[];
  /** Names that it reads or calls behind which bodies may stand, each once. */
  readonly open: readonly string[];
  /** Tells what the source names after a dot. */
  readonly mentions: () => Mentions;
  /** The same without methods of its own classes that nothing in it calls. */
  readonly mentionsAtOnce: () => Mentions;
  /** Tells whether it spells a word of this pattern. */
  readonly spells: (meant: RegExp) => boolean;
  /** Tells whether its last expression may be an instance of some class, and is shown. */
  readonly displays: () => boolean;
  /** Names of the classes that its own classes are made from. */
  readonly bases: ReadonlySet<string>;
  /** Values that it hands to callables of other cells. */
  readonly handovers: readonly Handover[];
  /** Names of which it asks whether they are there. */
  readonly asked: readonly string[];
  readonly effects: readonly PreparedEffect[];
  readonly imports: readonly Import[];
  /** Names that it binds to modules. */
  readonly modules: ReadonlySet<string>;
  /** In order of the source. */
  readonly files: readonly PreparedFile[];
  /** True when it may take files away that are not among them. */
  readonly takesFiles: boolean;
  /** What it asks folders for. */
  readonly listings: readonly Listing[];
  /** Files of which it asks when they were written; `./` is left out. */
  readonly stamps: readonly string[];
  /** Where a name is surely read first, and where it is bound first: offsets. */
  readonly readAt: ReadonlyMap<string, number>;
  readonly boundAt: ReadonlyMap<string, number>;
  /** Where the statement is done that binds a name first. */
  readonly readyAt: ReadonlyMap<string, number>;
  /** Values that change by being gone through, or under other names. */
  readonly values: ValueFacts;
  /** What it shows or makes texts of; missing where nobody looked. */
  readonly showing: CellAnalysis['showing'];
  /** Tables in which the cell only counts. */
  readonly tallies: readonly string[];
  /** By bound name what its value hangs on, where that is told. */
  readonly origins: ReadonlyMap<string, PreparedOrigin>;
  /** What its names, and attributes after a dot, hold of texts. */
  readonly held: ReadonlyMap<string, HeldKind>;
  /** Of these the attributes alone. */
  readonly attributes: ReadonlyMap<string, HeldKind>;
  /** Names in texts that it hands to callables, which may evaluate them. */
  readonly texts: readonly string[];
  /** True when it ends with an expression that IPython keeps, unless it gives nothing. */
  readonly givesResult: boolean;
  readonly bindsUnknown: boolean;
  readonly completeness: CellAnalysis['completeness'];
  /** Why it is not complete: sentences. */
  readonly reasons: readonly string[];
};

/** One name, or a constant part of it, that a cell reads. */
export type PreparedRead = {
  /** Equal for equal sights; the name itself for the whole value. */
  readonly id: string;
  readonly name: string;
  /** Null for the whole value. */
  readonly path: string | null;
  readonly isCertain: boolean;
  /** Where it stands: offsets. */
  readonly at: readonly number[];
  /** Parts that the cell itself has replaced before it reads. */
  readonly ignores: readonly string[];
  /** Tells what is looked at. */
  readonly view: () => View;
  /** Tells whether nothing but the form of the value is looked at. */
  readonly form: () => FormSeen;
  /** See `Sight`. */
  readonly seen?: Sight['seen'];
};

/** One name that a cell changes in place. */
export type PreparedUpdate = {
  readonly name: string;
  /** The part that changes; null when the change is of unknown extent. */
  readonly part: string | null;
  /** True when the part's former value does not flow into the new one. */
  readonly isReplacement: boolean;
  /** False for a call that only may change the value. */
  readonly isSure: boolean;
  /** True when nothing but the value itself hangs on what it was: `total[key] += 1`, but not `stack.pop()`. */
  readonly isSilent?: boolean;
  /** True where nothing is left to go through: one such state is as good as another. */
  readonly ends?: boolean;
  /** See `Update`. */
  readonly spares?: 'imports' | 'modules';
  /** What it looks at, worked out beforehand for a cell's own update. */
  readonly sights?: UpdateSights;
};

/** What an update looks at: the value without the part that it replaces, and the part as it was. */
export type UpdateSights = { readonly own: Sight; readonly former: Sight };

/** The part under which a replacement of the whole value's state is kept: what `model.fit(…)` does. */
export const WHOLE = '*';

/** A touch of ambient state; `origin` is the code before the first bracket: `np.random.seed`. */
export type PreparedEffect = {
  readonly name: string;
  readonly action: Effect['action'];
  readonly origin: string;
  /** What an option is set to, or a stream seeded with, where that is a constant. */
  readonly value?: string;
  /** What of the settings of plots it sets to a constant, or asks for; undefined where that is not told. */
  readonly setting?: Setting | undefined;
  /** Names that hang on it; null where all may. */
  readonly into: readonly string[] | null;
  /** Names of which only the order of the items hangs on it. */
  readonly arranges: readonly string[];
  /** See `Effect`. */
  readonly adds?: true;
  readonly assumes?: string;
  readonly isImported?: true;
  readonly ifSet?: string;
  readonly ifTexts?: string;
  readonly isInValues?: boolean;
  /** True for draws of what does nothing with what it drew. */
  readonly isIdle?: boolean;
  readonly staysInside?: boolean;
  readonly isGiven?: boolean;
  readonly unlessGiven?: readonly string[];
  readonly countsUnseen?: boolean;
};

/** A file that the source names by a constant path; `./` is left out. */
export type PreparedFile = {
  readonly path: string;
  readonly action: 'read' | 'write' | 'update';
  /** See `FileAccess`. */
  readonly grows?: true;
  readonly removes?: true;
};

/** A question what is there; `./` is left out. */
export type Listing = {
  /** A folder, or a pattern as of a shell; empty for the folder in which the kernel stands. */
  readonly path: string;
  /** True where it shows when files were written. */
  readonly showsTimes: boolean;
};

/** A body that runs when somebody calls the value that carries it. */
export type Body = {
  readonly definition: Definition;
  /** What it does to ambient state. */
  readonly effects: readonly PreparedEffect[];
  /** Tells what its source names after a dot. */
  readonly mentions: () => Mentions;
};

/** A method of a class, with its tokens. */
export type MethodBody = Body & { readonly definition: Method };

/** A function or class that a value is or carries. */
export type Carried = Body & {
  readonly isClass: boolean;
  /** Of the cell that defines it. */
  readonly analysis: CellAnalysis;
  /** Of a class at the top level of its cell; null for all else. */
  readonly methods: readonly MethodBody[] | null;
  /** What a call of it gives back, where that is code; else null. */
  readonly gives: Carried | null;
  /** The step that bound the class; missing as long as its cell has not run. */
  readonly maker?: Step;
  /** True where the value is no class, but made by one. */
  readonly isInstance?: boolean;
};

/** See `HeldCode`. */
export type PreparedHolding = {
  readonly names: readonly string[];
  readonly bodies: readonly Carried[];
  readonly isTable: boolean;
  readonly isMember: boolean;
};

/** What a bound value hangs on. */
export type PreparedOrigin = Omit<Origin, 'roles'> & {
  readonly roles: Roles;
  /** Ids of reads that serve other statements of the cell alone. */
  readonly apart: readonly string[];
  /** The names in `references`. */
  readonly names: readonly string[];
};
