// What a cell does to state outside of the notebook's namespace.
import type { Range } from './name-uses';

/** Process-wide state, modelled as if it were a name that cells read and change. */
export type AmbientState =
  | 'random'
  | 'plotting'
  | 'display'
  | 'directory'
  | 'environment'
  | 'path'
  | 'warnings'
  /** How messages are logged; set to `clock` by a format that begins them with the time. */
  | 'logging'
  /** Chance that no seed determines: `uuid.uuid4()`, a generator made without a seed. Only ever read. */
  | 'entropy'
  /** The time of day or of a measurement. Only ever read. */
  | 'clock'
  /** Which day it is. Only ever read. */
  | 'day'
  /** In which order a set gives its texts: another one in each process. Only ever read. */
  | 'hash-order'
  /** Where values lie in memory: elsewhere in each process. Only ever read. */
  | 'address'
  /** What another machine answers. */
  | 'network'
  /** What is installed: `%pip install`. */
  | 'packages'
  /** Names of the notebook that code reaches by texts which it makes up: `eval(a + b)`. Only ever read. */
  | 'names'
  /** Names in texts that the code is handed and evaluates: `def f(text): eval(text)`. Only ever read. */
  | 'texts';

/** Among the names that hang on an effect, stands for those that callables bind which the cell hands it to. */
export const BEHIND_CALLS = '()';

/** Among the names that a cell changes, stands for the streams of random numbers. */
export const DRAWN = '@random';

/** What a stream of random numbers is set to where nobody knows with what: `random.seed()`. */
export const BY_CHANCE = 'entropy';

/** Value of a draw that what was made does when somebody uses it, and not before. */
export const LATER = 'later';

/** What state is set to of which each reading shows the time. */
export const TIMED = 'clock';

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
  /** Of a seed: true where nothing after it in the cell can have drawn from what it seeds. */
  readonly isLast?: boolean;
  /**
   * Names that the cell binds or changes and that hang on what was read or drawn here; no other does. Missing where that
   * is not told: then all may. What the cell prints may hang on it in any case.
   */
  readonly into?: readonly string[];
  /** Of a draw that does nothing else: the name whose items it puts into another order. */
  readonly arranges?: string;
  /** Of `update`: true where it surely adds something new to what was set before, each time that it runs. */
  readonly adds?: true;
  /** The name that was taken for the library's, which the cell itself does not import: counts only where the notebook gave it to nothing of its own. */
  readonly assumes?: string;
  /** Of such a name: true where it counts only if another cell imported it, and imported no class under it. */
  readonly isImported?: true;
  /** Of `hash-order`: counts only where this name, or this attribute after its dot, holds a set of texts. */
  readonly ifSet?: string;
  /** Of `hash-order`: counts only where this name or attribute holds texts, of which the code makes a set. */
  readonly ifTexts?: string;
  /**
   * Of `hash-order`: true where values hang on it by themselves, as the place of an element or the last one; else it is
   * nothing but the arrangement of what is in them.
   */
  readonly isInValues?: boolean;
  /** Of `hash-order`: true where it shows in nothing but the names of `into`. */
  readonly staysInside?: boolean;
  /** In a function: places of its parameters as of `givenName`; counts only where a call gives nothing, or `None`, for any of them. */
  readonly unlessGiven?: readonly string[];
  /** Of such an effect: true where it counts as well for calls that nobody sees. */
  readonly countsUnseen?: true;
  /** Of `hash-order` in a function: true where it shows in nothing but what the function gives back. */
  readonly isGiven?: boolean;
  /** Of `hash-order` in a function: true for what calls in the cell of the function hand over, and no others. */
  readonly isHere?: boolean;
};

/**
 * What a name or an attribute holds: a text, texts in an order, a dictionary of which they are the keys, a set of texts, or what a
 * function of another cell gave.
 */
export type HeldKind = {
  readonly kind: 'text' | 'texts' | 'keys' | 'set' | 'given';
  /** Holds only if this name or attribute holds texts, or, of `given`, what this one does; null where it surely does. */
  readonly ifTexts: string | null;
};

/** A file that the source names by a constant path. */
export type FileAccess = {
  /**
   * As written: relative ones hang on the working directory. Of `list`, and of what is made once, `{name}` stands for what another
   * cell gave the name. Of a function, `{0 name}` stands for what it is given by that position or keyword.
   */
  readonly path: string;
  /** Of such a path: what stands for it where a call gives nothing. */
  readonly orElse?: string;
  /**
   * `write` replaces what was there, `update` adds to it or changes a part. `list` asks what there is: in a folder, or of a
   * pattern as shells have them. `stamp` asks when it was written.
   */
  readonly action: 'read' | 'write' | 'update' | 'list' | 'stamp';
  /** Of `update`: true where it adds to what was there. */
  readonly grows?: true;
  /** True for a folder that it makes. */
  readonly isFolder?: true;
  /** True where the cell surely comes to it, and it goes well only where nothing is there; `says`: it says so then, and does not fail. */
  readonly isMadeOnce?: true | 'says';
  /** Of `write` and `update`: true where nothing is there afterwards. */
  readonly removes?: true;
  /** Of `list`: true where it shows when files were written. */
  readonly showsTimes?: true;
  readonly range: Range;
  /** True where the cell says whether the file was there before: `%%writefile`. */
  readonly isAnnounced?: true;
};
