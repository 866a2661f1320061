// Whether two texts are equal under some rules, and which of the rules it takes.
import type { CompareContext } from './comparator';
import type { SpanRule, TextRule } from './rules';

/** Stand for spans; Unicode keeps them out of texts. */
const FIRST_MARK = 0xfdd0;

/** Texts that hold such a character are compared as they are. */
const MARKS = /[\ufdd0-\ufdef]/;

type Masked = {
  readonly text: string;
  /** For each rule what its marks stand for, in order. */
  readonly spans: readonly (readonly string[])[];
};

/** The text as the forms leave it. */
export function formed(text: string, rules: readonly TextRule[]): string {
  return rules.reduce(
    (kept, rule) => (rule.kind === 'form' ? rule.normalise(kept) : kept),
    text
  );
}

/** True when the texts differ in nothing but what the rules let pass. */
export function areEqual(
  a: string,
  b: string,
  rules: readonly TextRule[],
  context: CompareContext
): boolean {
  const [first, second] = [formed(a, rules), formed(b, rules)];
  if (first === second) {
    return true;
  }
  const spanRules = rules.filter(
    (rule): rule is SpanRule => rule.kind === 'span'
  );
  if (spanRules.length === 0 || MARKS.test(first) || MARKS.test(second)) {
    return false;
  }
  const one = masked(first, spanRules);
  const other = masked(second, spanRules);
  return (
    one.text === other.text &&
    spanRules.every((rule, index) =>
      (one.spans[index] ?? []).every((span, place) => {
        const twin = other.spans[index]?.[place] ?? '';
        return span === twin || rule.accepts(span, twin, context);
      })
    )
  );
}

function masked(text: string, rules: readonly SpanRule[]): Masked {
  let left = text;
  const spans = rules.map(({ pattern }, index) => {
    const mark = String.fromCharCode(FIRST_MARK + index);
    const found: string[] = [];
    left = left.replace(pattern, span => {
      found.push(span);
      return mark;
    });
    return found;
  });
  return { text: left, spans };
}

/**
 * The rules that two texts are equal by, none of which can be left out; null when they are not equal. Left out one by
 * one from the end, so that which of two rules for the same thing is named does not hang on the side.
 */
export function rulesBetween(
  a: string,
  b: string,
  rules: readonly TextRule[],
  context: CompareContext
): readonly TextRule[] | null {
  if (!areEqual(a, b, rules, context)) {
    return null;
  }
  return rules.reduceRight<readonly TextRule[]>((needed, rule) => {
    const without = needed.filter(other => other !== rule);
    return areEqual(a, b, without, context) ? without : needed;
  }, rules);
}
