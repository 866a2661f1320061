// What waits in the bodies of functions and classes that a cell binds, and what it hands to such bodies.
import type { Effect, FileAccess } from './effect';
import type { Range, Update } from './name-uses';

/** A callable or class that the cell binds: what its body does when somebody calls it. */
export type Definition = {
  readonly name: string;
  /** Free names of the body and of everything nested in it, builtins left out. */
  readonly references: readonly string[];
  /** As `CellAnalysis.builtinReferences`, for the body. */
  readonly builtinReferences?: readonly string[];
  /** Names of the notebook's namespace that the body binds through `global`. */
  readonly bindings: readonly string[];
  /** In the order in which it gets to them, each once: what it reads or changes, calls or hands on, and binds for sure. */
  readonly touches?: readonly Touch[];
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
  /** Of a class, or of what it makes: whose methods that has besides its own. */
  readonly inherits?: Inheritance;
  /** What that does which a call of it gives back, once that is called or gone through; absent where it gives no code back. */
  readonly gives?: Definition;
  /** As `Dispatch.generics`, for the body. */
  readonly generics?: readonly string[];
  /** Null or absent where it may change anything. */
  readonly gentleness?: Gentleness | null;
  /** Where it stands in the source. */
  readonly range?: Range;
  /** Of a class at the top level: what of the above each part of it does. */
  readonly parts?: ClassParts;
};

/** A name that the cell gives to what holds code, and is none itself: `{"a": f}`, `partial(f, 1)`, `(x * k for x in rows)`. */
export type HeldCode = {
  readonly name: string;
  /** Names of what it may hold. */
  readonly names: readonly string[];
  /** What the code does that stands in it and has no name; null where there is none. */
  readonly body: Definition | null;
  /** True where it is one thing of several: who uses the value may use another one. */
  readonly isTable: boolean;
  /** True where it is an attribute of what the name stands for; the body does nothing, and tells which by where it stands. */
  readonly isMember: boolean;
};

/** A name of the notebook that a body gets to. */
export type Touch = {
  readonly kind: 'read' | 'set';
  readonly name: string;
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

/** Where methods are looked for that a class does not have itself. */
export type Inheritance = {
  /** Names of the classes that it is made from. */
  readonly classes: readonly string[];
  /** Methods of its own, which go first. */
  readonly own: readonly string[];
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
