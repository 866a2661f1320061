// The contract of everything that compares two outputs.
import type { Output } from '../model';

/** What a comparison came to. */
export type Comparison =
  | { readonly kind: 'identical' }
  /** Equal by rules, each by its id. */
  | { readonly kind: 'equivalent'; readonly rules: readonly string[] }
  /** One English sentence on the first difference. */
  | { readonly kind: 'different'; readonly detail: string };

/** Compares two outputs of one kind. Reflexive; symmetric in its kind and its rules. */
export type OutputComparator = {
  /** `text`, `error`, `html-table`, `image`, `json`. */
  readonly id: string;
  /** Media types that it reads, best first; `text/plain` also stands for streams. */
  readonly mediaTypes: readonly string[];
  compare(a: Output, b: Output): Comparison;
};
