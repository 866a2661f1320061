// What one step sees and does, and what is known about it beforehand.
import type { DisplayNeed } from './displays';
import type { FileTouch } from './files';
import type { Carried, PreparedUpdate } from './prepared';
import type { StreamFacts } from './streams';
import type { Chance, Read } from './version';

/** Everything that a step reads and will write. */
export type Observation = {
  readonly reads: readonly Read[];
  /** Of the reads, those that only serve to change what is read. */
  readonly silent: readonly string[];
  /** Names that it surely reads and that have no version. */
  readonly absent: readonly string[];
  /** Updates of names that exist, the cell's own and those of the bodies it runs. */
  readonly updates: readonly PreparedUpdate[];
  /** Names that bodies bind through `global`. */
  readonly globals: readonly string[];
  /** Classes that a value made here may be an instance of. */
  readonly classes: readonly Carried[];
  /** New state of ambient names: bound afresh, or changed in the part given. */
  readonly ambient: ReadonlyMap<string, AmbientWrite>;
  /** Pairs of ambient name and the code that sets it: `@random`, `np.random.seed`. */
  readonly setters: readonly (readonly [string, string])[];
  /** True when it reads inputs or results of which it is not known what they stand for. */
  readonly readsHistory: boolean;
  /** For each reading of names that are not known, the names that hang on it; null where all may. */
  readonly unseen: readonly (readonly string[] | null)[];
  /** What its own code meets on which values hang besides the notebook. */
  readonly chances: readonly OwnChance[];
};

/** A chance that a step meets itself; `into` are the names that hang on it, null where all may. */
export type OwnChance = Pick<Chance, 'kind'> & {
  readonly into: readonly string[] | null;
  /** Names of which only the order of the items hangs on it. */
  readonly arranges: readonly string[];
  /** True where what the step shows does not hang on it. */
  readonly staysInside?: boolean;
  /** Of the order of a set: true where it is in more than an arrangement. */
  readonly isInValues?: boolean;
  /** True where it is met by who uses what was made, and not before. */
  readonly isLater?: boolean;
};

export type AmbientWrite = {
  readonly isFresh: boolean;
  readonly part: string | null;
  /** Of the state itself, where it is known to hang on nothing else. */
  readonly valueKey?: number;
  /** Key of what a file held that it adds to, where no step before it wrote the file. */
  readonly formerKey?: number;
  /** True where what reads the state shows what time it is. */
  readonly isTimed?: boolean;
  /** True where the part stands for what was added, beside what was there. */
  readonly isAdded?: boolean;
  /** True for a stream that was seeded by chance. */
  readonly isUnseeded?: boolean;
  /** By part of the state what it is set to, where nothing else is changed of it. */
  readonly settings?: ReadonlyMap<string, string>;
};

/** What is known about the one step that walks the source. */
export type Circumstances = {
  /** Whether an update counts: depends on what the kernel showed about the step. */
  readonly counts: (update: PreparedUpdate) => boolean;
  /** True when it may have ended half-way. */
  readonly mayStop: boolean;
  /** True where `cd` or a command of git said that it did nothing. */
  readonly hasRefused: boolean;
  /** What the kernel saw code like this do to streams of random numbers. */
  readonly streams: StreamFacts;
  /** Display options on which it hangs what code like this shows. */
  readonly displays: readonly DisplayNeed[];
  /** What the kernel told of the values behind it; null where it told nothing. */
  readonly left: { readonly [name: string]: string | undefined } | null;
  /** Names whose values the kernel saw stay as they were. */
  readonly unchanged: readonly string[];
  /** What it does to files, as far as known. */
  readonly files: readonly FileTouch[];
};
