// The line of its own source at which a cell of R failed, as the call tells that R was at.
import type { ErrorOutput } from './output';

/** The outermost call, which IRkernel counts first; lines that it broke go on behind a dot. */
const OUTERMOST = /^1\. ([\s\S]+)$/;
const BROKEN = /\n \.\s+/g;
const PLACE = /\s+# at line \d+ of file [^\n]*$/;

/** Where no function was found nothing was called yet. */
const NOT_FOUND =
  /^Error in ([\s\S]+?)(?: : |, : |: )could not find function "/;

/**
 * Counts from 1, from the first line that holds something. Undefined where the call stands nowhere in the source as R writes it, or
 * in two places.
 */
export function failedCallLine(
  source: string,
  { ename, evalue, traceback }: ErrorOutput
): number | undefined {
  if (ename !== 'ERROR') {
    return undefined;
  }
  const frame = traceback.map(one => OUTERMOST.exec(one)?.[1]).find(Boolean);
  const call =
    frame?.replace(BROKEN, ' ').replace(PLACE, '') ??
    NOT_FOUND.exec(evalue)?.[1];
  const wanted = call === undefined ? '' : denseOf(call).text;
  const at = wanted.includes('(') ? placesIn(source, wanted) : [];
  if (at.length !== 1) {
    return undefined;
  }
  const above = source.slice(0, at[0]);
  const blank = /^(?:[^\S\n]*\n)*/.exec(source)?.[0] ?? '';
  return above.split('\n').length - (blank.split('\n').length - 1);
}

/** Where code begins that reads like a call, but for the middles of names. */
function placesIn(source: string, wanted: string): readonly number[] {
  const { text, places } = denseOf(source);
  const found: number[] = [];
  for (
    let at = text.indexOf(wanted);
    at >= 0;
    at = text.indexOf(wanted, at + 1)
  ) {
    const place = places[at] ?? 0;
    if (!/[\w.]/.test(source[place - 1] ?? '')) {
      found.push(place);
    }
  }
  return found;
}

/** Code without comments and blanks, with one kind of quote, and where each of its letters stood. */
function denseOf(code: string): {
  readonly text: string;
  readonly places: readonly number[];
} {
  const places: number[] = [];
  let text = '';
  const keep = (letter: string, at: number): void => {
    text += letter;
    places.push(at);
  };
  let quote = '';
  for (let at = 0; at < code.length; at += 1) {
    const letter = code[at] ?? '';
    if (quote !== '') {
      const isEnd = letter === quote;
      keep(isEnd ? '"' : letter, at);
      if (letter === '\\') {
        at += 1;
        keep(code[at] ?? '', at);
      }
      quote = isEnd ? '' : quote;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      keep('"', at);
    } else if (letter === '#') {
      const end = code.indexOf('\n', at);
      at = end < 0 ? code.length : end;
    } else if (/\S/.test(letter)) {
      keep(letter, at);
    }
  }
  return { text, places };
}
