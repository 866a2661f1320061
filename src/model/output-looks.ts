// What single outputs look like: whether a table, a fraction or a picture can be in them.
import type { ErrorOutput, Output } from './output';

/** What arrays stand in, and what keeps the columns of a table apart. */
const TABULAR = /\[| {2}|\t|^ /m;
const FRACTION = /\d\.\d|\de-?\d/i;

const TEXTUAL = /^(?:text\/(?:plain|html|latex|markdown)|application\/json)$/;
/** Elements of a page that may hold a picture, or draw one. */
const DRAWING = /<(?:img|svg|canvas|script|iframe|video|object|embed)\b/i;

/** `<mine.Thing at 0x7f2b8c>`, or a list of such. */
const OBJECTS = /^[[(]?(?:<[\w.<>]+(?: object)? at 0x[0-9a-f]+>,?\s*)+[\])]?$/i;

/** What `%time` prints. */
const TIMES = /^(?:(?:CPU times|Wall time|Compiler *): .*\n?)+$/;

/** True for the lines of `%time` alone. */
export function isTimes(output: Output): boolean {
  return output.output_type === 'stream' && TIMES.test(output.text);
}

/** True for objects that are told by their types and addresses alone. */
export function isObject(output: Output): boolean {
  const text =
    output.output_type === 'stream' ? output.text : textAlone(output);
  return OBJECTS.test(text?.trim() ?? '');
}

/** Lines of a runner of tests, of which none failed. */
const PASSED =
  /^(?:\.+|-{20,}|.* \.\.\. ok|test\w* \([\w.]+\)|Ran \d+ tests? in [\d.]+s|OK|)$/;
/** What it gives. */
const PASSING =
  /^(?:<unittest\.(?:runner\.TextTestResult run=\d+ errors=0 failures=0|main\.TestProgram at 0x[0-9a-f]+)>|TestResults\(failed=0, attempted=\d+\))$/;

/** True where all that is shown is that tests were passed. */
export function showsPassedTests(outputs: readonly Output[]): boolean {
  return (
    outputs.length > 0 &&
    outputs.every(output =>
      output.output_type === 'stream'
        ? /^OK$/m.test(output.text) &&
          output.text.split('\n').every(line => PASSED.test(line))
        : PASSING.test(textAlone(output)?.trim() ?? '')
    )
  );
}

const WORDS_LIMIT = 40;

/** The words of outputs that are printed, each once; undefined where something was shown in another way, or there are too many. */
export function wordsPrinted(outputs: readonly Output[]): string[] | undefined {
  const isPrinted = outputs.every(one => one.output_type === 'stream');
  const words = new Set(
    outputs
      .map(shownText)
      .join('\n')
      .match(/\w+(?:\.\w+)*/g)
  );
  return outputs.length > 0 && isPrinted && words.size <= WORDS_LIMIT
    ? [...words]
    : undefined;
}

/** A line that ends with a set of one item, of none, or of numbers, and says words before it. */
const LONE_SET =
  /^([^{}()[\]'",]*)(?:set\(\)|\{(?:'[^'\n]*'|"[^"\n]*"|[^\s'",:{}]+|-?\d+(?:, -?\d+)*)\})[.!]?$/;
const GOING_THROUGH = /\b(?:for|while|map|join)\b/;

/**
 * True where nothing is shown but sets in which there is no order of texts to be seen, and words of the source before them.
 * Several lines may be what a loop showed of another set.
 */
export function showsLoneSets(
  source: string,
  outputs: readonly Output[]
): boolean {
  const isText = outputs.every(
    one => one.output_type === 'stream' || textAlone(one) !== null
  );
  const lines = outputs
    .flatMap(one => shownText(one).split('\n'))
    .map(line => line.trim())
    .filter(Boolean);
  return (
    isText &&
    lines.length > 0 &&
    (lines.length === 1 || !GOING_THROUGH.test(source)) &&
    lines.every(line => {
      const [, label] = LONE_SET.exec(line) ?? [];
      return label !== undefined && source.includes(label.trim());
    })
  );
}

/** True for what looks like no table and no array, as text or otherwise. */
export function looksBare(output: Output): boolean {
  const isPage =
    (output.output_type === 'display_data' ||
      output.output_type === 'execute_result') &&
    Object.keys(output.data).some(
      type => type !== 'text/plain' && !type.startsWith('image/')
    );
  return !isPage && !isError(output) && !TABULAR.test(shownText(output));
}

/** True where texts, tables and formulas alone are shown. */
export function hasNoPicture(output: Output): boolean {
  return (
    !('data' in output) ||
    Object.entries(output.data).every(
      ([mediaType, content]) =>
        TEXTUAL.test(mediaType) &&
        !(mediaType === 'text/html' && DRAWING.test(String(content)))
    )
  );
}

/** True for a display or a result that shows a number with a fraction. */
export function showsFraction(output: Output): boolean {
  return (
    output.output_type !== 'stream' &&
    !isError(output) &&
    FRACTION.test(shownText(output))
  );
}

/** True for a number with a fraction that is printed. */
export function printsFraction(output: Output): boolean {
  return output.output_type === 'stream' && FRACTION.test(output.text);
}

/** What a display or a result shows as text and in no other form; null for all else. */
export function textAlone(output: Output): string | null {
  if (output.output_type === 'stream' || output.output_type === 'error') {
    return null;
  }
  const { 'text/plain': text, ...richer } = output.data;
  const isAlone = Object.keys(richer).length === 0;
  return isAlone && typeof text === 'string' ? text : null;
}

/** How Python shows a warning: where it comes from, its kind, and what it says. */
const WARNING = /^.*:\d+: \w*Warning: /m;

/** True where Python shows a warning. */
export function isWarning(output: Output): boolean {
  return (
    output.output_type === 'stream' &&
    output.name === 'stderr' &&
    WARNING.test(output.text)
  );
}

/** What formulas and numbers are not shown as: texts, objects, calls and pictures. */
const OTHER = /^(?:['"<]|\w+\(\[|$)/;

/** True for a display or a result that may be a formula or a number, or some of them. */
export function mayBeFormula(output: Output): boolean {
  return (
    output.output_type !== 'stream' &&
    !isError(output) &&
    !('text/html' in output.data) &&
    !OTHER.test(shownText(output))
  );
}

/** True for an error. */
export function isError(output: Output): output is ErrorOutput {
  return output.output_type === 'error';
}

const asText = (content: unknown): string =>
  typeof content === 'string' ? content : (JSON.stringify(content) ?? '');

/** All of it that is text. */
export function shownText(output: Output): string {
  if (output.output_type === 'stream') {
    return output.text;
  }
  return output.output_type === 'error'
    ? output.evalue
    : asText(output.data['text/plain'] ?? '');
}
