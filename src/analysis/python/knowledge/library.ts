// The form in which knowledge of a library is written down. Lists are names with blanks between them.

import type { AmbientState, Effect } from '../../cell-analysis';

/** What functions of a library do beside returning a value. */
export type FunctionRule = {
  /** Dotted names inside of the library; `random.*` is every name in `random` that no other rule has. */
  readonly names: string;
  /** Positions of arguments that they change in place. */
  readonly changes?: readonly number[];
  readonly effect?: {
    readonly state: AmbientState;
    readonly action: Effect['action'];
  };
  /** Keywords that make the effect not happen: `random_state`. */
  readonly unless?: string;
  /** True when any argument makes the effect not happen: `default_rng(1)`. */
  readonly unlessArguments?: boolean;
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
  /** Methods that bring their receiver into a state that depends on their arguments alone. */
  readonly replacingMethods?: string;
  /** Methods with an effect on ambient state. */
  readonly methodEffects?: readonly FunctionRule[];
};
