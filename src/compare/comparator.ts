// The contract of everything that compares two outputs.
import type { Difference } from '../model';

/** What a comparison came to. */
export type Comparison =
  | { readonly kind: 'identical' }
  /** Equal by rules, each by its id, sorted; none of them could be left out. */
  | { readonly kind: 'equivalent'; readonly rules: readonly string[] }
  | {
      readonly kind: 'different';
      /** One English sentence on the first difference, `a` being the record. */
      readonly detail: string;
      readonly difference?: Difference;
    };

/** How far two printed floating-point numbers may lie apart; whole numbers must be equal. */
export type Tolerance = {
  /** In proportion to the larger of the two. */
  readonly relative: number;
  /** Whatever their size; 0 for no such allowance. */
  readonly absolute: number;
};

/** What the rules know about the two sides. Swapping the outputs swaps `a` and `b` in here. */
export type CompareContext = {
  readonly tolerance: Tolerance;
  /** When each side ran, as ISO times: a date is let pass where it is the day of its own run. Null when not known. */
  readonly ranAt: { readonly a: string | null; readonly b: string | null };
};

/** Compares two outputs of one kind. Reflexive; symmetric in its kind and its rules. */
export type OutputComparator = {
  /** `text`, `html`, `image`, `svg`, `json`. */
  readonly id: string;
  /** True for media types that it reads; streams and errors are `text/plain`. */
  matches(mediaType: string): boolean;
  /** Contents under one media type; the caller has seen that they are not the same text. */
  compare(a: unknown, b: unknown, context: CompareContext): Comparison;
};

/** What a rule lets pass, for a page of rules and for tooltips. */
export type RuleFacts = {
  /** `float-tolerance`. */
  readonly id: string;
  /** What differs and is let pass, as a short phrase: `memory addresses`. */
  readonly label: string;
  /** What the rule cannot see, as a sentence. */
  readonly blind: string;
};
