// What the source of one cell does to names, found without running it.

/** A stretch of the source; UTF-16 offsets, `to` excluded. */
export type Range = { readonly from: number; readonly to: number };

/** How a name comes to be bound at the top level of a cell. Ruff's words. */
export type BindingKind =
  | 'assignment'
  | 'annotated-assignment'
  | 'augmented-assignment'
  | 'named-expression'
  | 'loop-variable'
  | 'with-item'
  | 'import'
  | 'from-import'
  | 'function'
  | 'class'
  | 'type-alias'
  | 'bound-exception'
  | 'match-capture'
  | 'global'
  | 'magic';

/** A name that the cell leaves bound in the notebook's namespace. */
export type Binding = {
  readonly name: string;
  readonly kind: BindingKind;
  readonly range: Range;
  /** False when some way through the cell does not reach it: the version before may survive. */
  readonly isCertain: boolean;
};

/**
 * A name that the cell reads from the namespace before the cell itself surely bound it. Builtins are left out, and so
 * is the value whose part an `Update` that is certain or known changes: the update tells that it is needed.
 */
export type Reference = {
  readonly name: string;
  readonly range: Range;
  /**
   * The part of the value that is read, when it is constant: `.a` or `["a"]`; null for the whole value.
   * `df["x"]` and `df.x` are one part, `["x"]`.
   */
  readonly path: string | null;
  /** False when some way through the cell does not reach it, or an exception handler covers its absence. */
  readonly isCertain: boolean;
};

/**
 * A value that the cell changes in place, under the name by which it is reached; for an alias that the cell makes, under
 * both names. Changes of what the cell itself surely bound before are left out: the binding stands for them.
 */
export type Update = {
  readonly name: string;
  readonly range: Range;
  /** The part that is changed, as in `Reference.path`; null for a change of unknown extent. */
  readonly path: string | null;
  /**
   * `certain`: syntax that updates. `known`: a call that the library's knowledge file lists.
   * `possible`: any other call that receives the value; a forecast ignores it, a slice counts it.
   */
  readonly certainty: 'certain' | 'known' | 'possible';
  /**
   * True when doing it twice does what doing it once does (`df["x"] = …`, `model.fit(…)`): the part's former value
   * does not flow into the new one.
   */
  readonly isReplacement: boolean;
};

/** A change that a callable makes to what one of its parameters receives. */
export type ReceivedUpdate = Pick<
  Update,
  'path' | 'certainty' | 'isReplacement'
> & {
  /** Name of the parameter. */
  readonly parameter: string;
  /** Its position from 0; null where it is given by keyword only. */
  readonly place: number | null;
  /** Of a class, the method that makes the change; null for a function. */
  readonly method: string | null;
};

/** A named value that is handed to a callable of the notebook, or whose method is called. */
export type Handover = {
  /** Name of the callable, or of the value that has the method; in a body null for a method of the parameter itself. */
  readonly callee: string | null;
  /** Null when the callable itself is called. */
  readonly method: string | null;
  /** Name of the value. */
  readonly name: string;
  /** The part that is handed over, as in `Reference.path`. */
  readonly path: string | null;
  /** Position from 0, or the keyword; the receiver of a method has position 0. */
  readonly place: number | string;
  readonly range: Range;
  /** In a body: the parameter that `name` is, with its position, and the method that hands it on. */
  readonly from?: Pick<ReceivedUpdate, 'parameter' | 'place' | 'method'>;
};

/** Code that changes nothing of what it is handed, unless one of these does. */
export type Gentleness = {
  /** Names that it calls; the empty one where it calls what it was handed itself. */
  readonly callees: readonly string[];
  /** Names of values of which it calls methods that no library is known for. */
  readonly receivers: readonly string[];
};

/** A callable or class that the cell binds: what its body does when somebody calls it. */
export type Definition = {
  readonly name: string;
  /** Free names of the body and of everything nested in it, builtins left out. */
  readonly references: readonly string[];
  /** As `CellAnalysis.builtinReferences`, for the body. */
  readonly builtinReferences?: readonly string[];
  /** Names of the notebook's namespace that the body binds through `global`. */
  readonly bindings: readonly string[];
  /** Names of the notebook's namespace that the body changes in place. */
  readonly updates: readonly Update[];
  /** Ambient state that the body touches. */
  readonly effects: readonly Effect[];
  /** Files under constant paths that the body reads or writes. */
  readonly files?: readonly FileAccess[];
  /** What it surely does to the values that it receives, as long as the parameter still stands for them. */
  readonly received?: readonly ReceivedUpdate[];
  /** What it hands on of them. */
  readonly handovers?: readonly Handover[];
  /** Null or absent where it may change anything. */
  readonly gentleness?: Gentleness | null;
  /** Where it stands in the source. */
  readonly range?: Range;
  /** Of a class at the top level: what of the above each part of it does. */
  readonly parts?: ClassParts;
};

/** A class by its parts, of which a call of a method needs a few only. */
export type ClassParts = {
  /** Names of the classes that it is made from. */
  readonly bases: readonly string[];
  /** True when something that is no name stands among its bases: what calls its methods is not told. */
  readonly isOpen: boolean;
  /** True when its cell has no other statement. */
  readonly isAlone: boolean;
  /** All but the methods and plain constants, without comments and layout. */
  readonly text: string;
  /** Its methods, and its constants, which do nothing; what else waits in it has no name. */
  readonly methods: readonly Method[];
};

/** What waits in a class until somebody calls it. */
export type Method = Definition & {
  /** Its source with its decorators, without comments and layout; empty for what is in no method. */
  readonly text: string;
};

/** Process-wide state, modelled as if it were a name that cells read and change. */
export type AmbientState =
  | 'random'
  | 'plotting'
  | 'display'
  | 'directory'
  | 'environment'
  | 'path'
  | 'warnings'
  /** Chance that no seed determines: `uuid.uuid4()`, a generator made without a seed. Only ever read. */
  | 'entropy'
  /** The time of day or of a measurement. Only ever read. */
  | 'clock'
  /** What another machine answers. */
  | 'network'
  /** What is installed: `%pip install`. */
  | 'packages'
  /** Names of the notebook that code reaches by texts which it makes up: `eval(a + b)`. Only ever read. */
  | 'names'
  /** Names in texts that the code is handed and evaluates: `def f(text): eval(text)`. Only ever read. */
  | 'texts';

export type Effect = {
  readonly state: AmbientState;
  /** `set` replaces the state (a seed, a style), `draw` reads and changes it, `read` only reads it. */
  readonly action: 'set' | 'draw' | 'read' | 'update';
  readonly range: Range;
  /** Which of several streams of `random` it is; missing where the source does not tell, and for other states. */
  readonly stream?: 'random' | 'numpy' | 'torch' | 'tensorflow';
  /** Which option of `display` is set, after the library: `pandas.max_rows`; missing where the source does not tell. */
  readonly option?: string;
  /** What it is set to, as written; missing where that is no constant. */
  readonly value?: string;
  /**
   * Names that the cell binds or changes and that hang on what was read or drawn here; no other does. Missing where that
   * is not told: then all may. What the cell prints may hang on it in any case.
   */
  readonly into?: readonly string[];
};

/** A file that the source names by a constant path. */
export type FileAccess = {
  /** As written: relative ones hang on the working directory. */
  readonly path: string;
  /** `write` replaces what was there, `update` adds to it or changes a part. */
  readonly action: 'read' | 'write' | 'update';
  readonly range: Range;
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
  /** All names that they read or change. */
  readonly references: ReadonlySet<string>;
  /** True when they call something now: the value may hang on what the bodies of other cells' functions read. */
  readonly calls: boolean;
  /** True when the value may hang on state outside of the namespace, too. */
  readonly isOutside: boolean;
  /** True when one statement alone makes the value: where it ran, the value is whole. */
  readonly isMadeAtOnce: boolean;
};

/** Two names that reach one state: a change by the one is a change by the other. */
export type Sharing = {
  readonly name: string;
  readonly with: string;
  /** `state`: surely, as a cursor and its connection. `memory`: if the values are arrays or tensors. */
  readonly kind: 'state' | 'memory';
};

/** A name whose value may hold what another name stands for: who changes the one in place may change the other. */
export type Holding = {
  readonly holder: string;
  readonly held: string;
  /** Whom a call handed it to that made the holder: a class keeps what it is given. Null where no call did. */
  readonly callee: string | null;
};

/** What the source shows of values that change by being looked at, or through other names. */
export type ValueFacts = {
  /** Names bound to what can be gone through once; with `callee` only if that is a function that yields. */
  readonly oneShot: readonly {
    readonly name: string;
    readonly callee: string | null;
    /** Names that are gone through along with it. */
    readonly over: readonly string[];
  }[];
  /** Names that the cell goes through now: it uses up those that can be gone through once. */
  readonly consumed: readonly string[];
  /** Those of them that it surely goes through to the end. */
  readonly exhausted?: readonly string[];
  readonly sharing: readonly Sharing[];
  readonly holdings: readonly Holding[];
  /** Functions of the cell that yield. */
  readonly generators: readonly string[];
};

/** The code without the choice of its names: what differs in names alone, and shows none of them, has one form. */
export type Form = {
  /** As `CellAnalysis.normalised`, with a role in the place of each name whose spelling does not count. */
  readonly text: string;
  /** By name as it is spelt, what stands for it: its role, or the name itself where the spelling counts. */
  readonly roles: ReadonlyMap<string, string>;
};

export type Import = {
  /** Top-level module: `sklearn` for `from sklearn.svm import SVC`. */
  readonly module: string;
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
  /**
   * Names that the cell calls, or hands to somebody who may call them: their bodies run now. The bodies of what the cell
   * itself surely bound are left out: what they do is among the cell's own references, updates and effects.
   */
  readonly calls: readonly string[];
  /** Values that it hands to callables which other cells bound; what the cell's own do to them is among its updates. */
  readonly handovers?: readonly Handover[];
  readonly imports: readonly Import[];
  /** By surely bound name what its value hangs on: an edit elsewhere in the cell leaves it as it is. */
  readonly origins?: ReadonlyMap<string, Origin>;
  /** Bound names whose last value is a constant of the source, or arithmetic over such; sorted. */
  readonly literals?: readonly string[];
  /** By bound name, the offset before which nothing has bound it: where its statement is done. */
  readonly readyAt?: ReadonlyMap<string, number>;
  readonly values?: ValueFacts;
  /** Of what the cell only may change: null or absent where it may indeed, and where there is no such thing. */
  readonly gentleness?: Gentleness | null;
  /** What of it may raise, in order of its statements; absent where nobody looked. */
  readonly risks?: readonly Risk[];
  readonly effects: readonly Effect[];
  /** In order of the source. What reads or writes files under paths that are not constant is not among them. */
  readonly files?: readonly FileAccess[];
  /**
   * Names in texts that look like expressions and that the cell hands to callables: it reads them where those evaluate
   * texts, as the state `texts` tells. Sorted.
   */
  readonly texts?: readonly string[];
  /** True when the cell ends with an expression that IPython shows and keeps, unless it gives nothing. */
  readonly givesResult?: boolean;
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
