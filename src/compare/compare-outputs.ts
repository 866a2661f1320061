// Two outputs, whatever they are.
import type { DisplayOutput, ErrorOutput, Output } from '../model';
import type { CompareContext, Comparison } from './comparator';
import { comparators } from './comparators';
import { compareTexts } from './compare-text';
import { WIDGET_VIEW } from './compare-widget';

/** What a notebook shows of several forms of one output, best first; what is not listed comes last. */
const SHOWN_FIRST: readonly RegExp[] = [
  /^application\/vnd\.(?!jupyter\.widget)/,
  /^application\/vnd\.jupyter\.widget/,
  /^text\/html$/,
  /^image\/svg/,
  /^image\//,
  /^application\/(?:pdf|geo\+json|json)$/,
  /^text\/(?:latex|markdown)$/,
  /^text\/(?!plain)/,
  /^application\//
];

/** Compares two outputs; results and displays are one kind. */
export function compareOutput(
  a: Output,
  b: Output,
  context: CompareContext
): Comparison {
  if (a.output_type === 'stream' && b.output_type === 'stream') {
    return a.name === b.name
      ? compareTexts(a.text, b.text, context)
      : otherKind(a, b);
  }
  if (a.output_type === 'error' && b.output_type === 'error') {
    return compareErrors(a, b, context);
  }
  return isDisplay(a) && isDisplay(b)
    ? compareDisplays(a, b, context)
    : otherKind(a, b);
}

/** What an output is called in a sentence, and whether two outputs can be each other's twins. */
export function kindOf(output: Output): string {
  if (output.output_type === 'stream') {
    return output.name;
  }
  return output.output_type === 'error'
    ? `a ${output.ename}`
    : `a result in ${shownFirst(output)[0] ?? 'no form'}`;
}

function isDisplay(output: Output): output is DisplayOutput {
  return (
    output.output_type === 'display_data' ||
    output.output_type === 'execute_result'
  );
}

function otherKind(a: Output, b: Output): Comparison {
  const [first, second] = [kindOf(a), kindOf(b)];
  return {
    kind: 'different',
    detail: `${first.charAt(0).toUpperCase()}${first.slice(1)} is ${second} now.`
  };
}

/** The kind and the words of an error count; the way to it does not: other versions write it in another way. */
function compareErrors(
  a: ErrorOutput,
  b: ErrorOutput,
  context: CompareContext
): Comparison {
  if (a.ename !== b.ename) {
    return {
      kind: 'different',
      detail: `The error is ${b.ename} now; it was ${a.ename}.`
    };
  }
  const words = compareTexts(a.evalue, b.evalue, context);
  const isSameWay = a.traceback.join('\n') === b.traceback.join('\n');
  if (words.kind === 'different' || isSameWay) {
    return words;
  }
  const rules = words.kind === 'equivalent' ? words.rules : [];
  return { kind: 'equivalent', rules: [...rules, 'traceback'].sort() };
}

function shownFirst({ data }: DisplayOutput): string[] {
  const rank = (mediaType: string): number => {
    const place = SHOWN_FIRST.findIndex(form => form.test(mediaType));
    return place < 0 ? SHOWN_FIRST.length : place;
  };
  return Object.keys(data).sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)
  );
}

function compareDisplays(
  a: DisplayOutput,
  b: DisplayOutput,
  context: CompareContext
): Comparison {
  const [first] = shownFirst(a);
  const [second] = shownFirst(b);
  if (first === undefined || second === undefined) {
    return first === second ? { kind: 'identical' } : otherKind(a, b);
  }
  if (first !== second) {
    return otherKind(a, b);
  }
  const found = compareForm(first, a, b, context);
  const isEnough = first !== WIDGET_VIEW || found.kind === 'different';
  if (isEnough || !('text/plain' in a.data && 'text/plain' in b.data)) {
    return found;
  }
  const words = compareForm('text/plain', a, b, context);
  return words.kind === 'identical' ? found : words;
}

function compareForm(
  mediaType: string,
  a: DisplayOutput,
  b: DisplayOutput,
  context: CompareContext
): Comparison {
  const [one, other] = [a.data[mediaType], b.data[mediaType]];
  if (one === other) {
    return { kind: 'identical' };
  }
  const comparator = comparators.find(each => each.matches(mediaType));
  return comparator ? comparator.compare(one, other, context) : otherKind(a, b);
}
