// The form in which knowledge of a library is written down. Lists are names with blanks between them.

import type { AmbientState, Effect, FileAccess } from '../../effect';

/** What a call does to ambient state. */
export type EffectRule = Pick<
  Effect,
  'state' | 'action' | 'stream' | 'option' | 'value'
>;

/** A file that a call reads or writes. */
export type FileRule = {
  /** Where the path is: a position among the arguments, or the value whose method is called. */
  readonly at: number | 'receiver';
  /** Position of a pattern that goes on where the path ends. */
  readonly within?: number;
  /** True where that is looked for in folders below, too. */
  readonly isDeep?: true;
  /** Keywords under which the path may be given. */
  readonly keywords?: string;
  readonly action: FileAccess['action'];
  /** True when nothing is there afterwards. */
  readonly removes?: true;
  /** True for a folder that it makes. */
  readonly isFolder?: true;
  /** True when it fails where something is there, unless this keyword is `True`; empty for one that has no such keyword. */
  readonly once?: string;
  /** True when it adds to what is there, unless a mode tells otherwise. */
  readonly grows?: true;
  /** Position of the mode, which overrides the action. */
  readonly mode?: number;
  /** True when the call touches no file where the path is left out. */
  readonly isOptional?: boolean;
};

/** Chance in a call, beside its other effect. */
export type ChanceRule = {
  readonly effect: EffectRule;
  /** Keywords any value of which but `None` keeps it out: `seed`. */
  readonly seeds?: string;
  /** Keywords that keep it out where they are `None`, `False` or `0`: `ci`. */
  readonly switches?: string;
  /** The position of an argument that keeps it out where it is given. */
  readonly settledAt?: number;
  /** Keywords and what one of them has to be, an empty text where it is left out: `kind="reg"`, `dual=True`. */
  readonly asked?: readonly (readonly [keyword: string, text: RegExp])[];
};

/** What functions of a library do beside returning a value. */
export type FunctionRule = {
  /** Dotted names inside of the library; `random.*` is every name in `random` that no other rule has. */
  readonly names: string;
  /** Positions of arguments that they change in place. */
  readonly changes?: readonly number[];
  readonly effect?: EffectRule;
  readonly chance?: ChanceRule;
  readonly files?: readonly FileRule[];
  /** Keywords that make the effect not happen: `random_state`. */
  readonly unless?: string;
  /** Keyword by which the method of the same name of `random.Random` takes its second argument: that draws from its receiver. */
  readonly unlessGenerator?: string;
  /** Keyword that makes the effect not happen where it is `False`: `shuffle`. */
  readonly unlessOff?: string;
  /** Keyword that makes the effect not happen where it is given a value and no text: where to start, `init`. */
  readonly unlessStart?: string;
  /** What it does instead with fewer arguments, `None` not counted: `default_rng()`. */
  readonly fewer?: {
    readonly than: number;
    readonly effects: readonly EffectRule[];
    /** True where the first argument is a format of times, which may show the day alone. */
    readonly isFormat?: true;
  };
  /**
   * How it is told which display options it sets: names and values in turn, names alone for what goes back to where it was, or
   * keywords, the first of which may be given by position; which warnings are shown; or all that it is given.
   */
  readonly sets?: 'pairs' | 'names' | 'keywords' | 'filter' | 'whole';
  /** What the first argument, a constant text, has to be for the effect: `now`. */
  readonly onlyText?: RegExp;
  /** What the first argument, a constant text, has to be like for the effect to set the state, whatever it was: `/data`. */
  readonly setBy?: RegExp;
  /** True where it adds its first argument to what is there, unless the code looks at, or takes away, what these words tell of. */
  readonly addsUnless?: RegExp;
  /** What a constant text among the arguments has to be to set the state to the value. */
  readonly marks?: { readonly pattern: RegExp; readonly value: string };
  /** Keyword that has to be `True` for the effect: `shuffle`. */
  readonly onlyWith?: string;
};

/** What one library's functions, and the methods of its objects, do. */
export type Library = {
  readonly module: string;
  /** Names under which notebooks import it. */
  readonly aliases: string;
  /** True when notebooks give its name to variables too. */
  readonly isCommonWord?: boolean;
  /** True when that goes so far that only its functions with a rule are told from methods of such variables. */
  readonly isMostlyVariable?: boolean;
  /** Names that notebooks import from it, dotted from the library. */
  readonly imported?: string;
  /** True when functions without a rule change nothing that they are handed. */
  readonly isPure: boolean;
  readonly functions?: readonly FunctionRule[];
  /** Attributes that are ambient state, dotted. */
  readonly states?: Readonly<Record<string, AmbientState>>;
  /** Methods that leave their receiver and their arguments as they are. */
  readonly pureMethods?: string;
  /** Methods that change their receiver and return nothing: where the result is used, it is another method. */
  readonly silentMethods?: string;
  /** Methods that change their receiver and return something. */
  readonly changingMethods?: string;
  /** Methods that set what their own name and their keywords tell, whatever it was: to do so again changes nothing. */
  readonly settingMethods?: string;
  /** Methods that bring their receiver into a state that depends on their arguments alone. */
  readonly replacingMethods?: string;
  /** Methods with an effect on ambient state. */
  readonly methodEffects?: readonly FunctionRule[];
};
