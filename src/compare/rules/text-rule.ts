// The contract of one rule for texts.
import type { CompareContext, RuleFacts } from '../comparator';

/** Brings a text into a form in which what the rule lets pass is gone. */
export type FormRule = RuleFacts & {
  readonly kind: 'form';
  /** Idempotent; takes time in proportion to the text. */
  normalise(text: string): string;
};

/** Lets parts of a text differ; what stands between them must be equal. */
export type SpanRule = RuleFacts & {
  readonly kind: 'span';
  /** Global, never matches the empty text, never goes back over more than a line. */
  readonly pattern: RegExp;
  /** Whether two different matches in the same place mean the same. Symmetric, with the context swapped. */
  accepts(a: string, b: string, context: CompareContext): boolean;
};

/** One rule for texts. */
export type TextRule = FormRule | SpanRule;
