// Texts: what a program prints, and the pieces of everything else that holds text.
import type {
  CompareContext,
  Comparison,
  OutputComparator
} from './comparator';
import { areEqual, formed, rulesBetween } from './equal-texts';
import { textRules, type TextRule } from './rules';
import { piecesOf, type Piece } from './text-pieces';
import { quoted } from './words';

/** Longer lines are compared as they are: no rule is for them, and some would take their time. */
const LINE_LIMIT = 1 << 19;

/** Compares two texts under some rules. */
export function compareTexts(
  a: string,
  b: string,
  context: CompareContext,
  rules: readonly TextRule[] = textRules
): Comparison {
  if (a === b) {
    return { kind: 'identical' };
  }
  const needed = new Set<string>();
  for (const piece of piecesOf(a, b)) {
    const isLong = Math.max(piece.a.length, piece.b.length) > LINE_LIMIT;
    const found = rulesBetween(piece.a, piece.b, isLong ? [] : rules, context);
    if (!found) {
      return differing(piece, isLong ? [] : rules, context);
    }
    found.forEach(({ id }) => needed.add(id));
  }
  return { kind: 'equivalent', rules: [...needed].sort() };
}

/** Says where the first line is that differs. */
function differing(
  piece: Piece,
  rules: readonly TextRule[],
  context: CompareContext
): Comparison {
  const a = formed(piece.a, rules).split('\n');
  const b = formed(piece.b, rules).split('\n');
  const most = Math.max(a.length, b.length);
  let line = 0;
  while (line < most) {
    const [one, other] = [a[line], b[line]];
    const isSame =
      one === other ||
      (one !== undefined &&
        other !== undefined &&
        areEqual(one, other, rules, context));
    if (!isSame) {
      break;
    }
    line += 1;
  }
  if (line === most) {
    // Every line has its like, and the whole has not: a set over several lines.
    line = a.findIndex((one, index) => one !== b[index]);
  }
  const at = piece.line + line + 1;
  return {
    kind: 'different',
    detail: sentence(at, a[line], b[line], most + piece.line > 1),
    difference: { kind: 'text', line: at }
  };
}

function sentence(
  line: number,
  a: string | undefined,
  b: string | undefined,
  isOneOfSeveral: boolean
): string {
  const place = isOneOfSeveral ? `Line ${line}: ` : '';
  if (a === undefined || b === undefined) {
    const text = quoted(a ?? b ?? '', '');
    return a === undefined
      ? `${place}${text} is not in the record.`
      : `${place}${text} is not in the replay.`;
  }
  const areBlanks = a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
  return areBlanks
    ? `${place}${quoted(a, b)} has other blanks now.`
    : `${place}${quoted(a, b)} is ${quoted(b, a)} now.`;
}

/** Streams, results and whatever is plain text. */
export const text: OutputComparator = {
  id: 'text',
  matches: mediaType => /^text\//.test(mediaType),
  compare: (a, b, context) =>
    typeof a === 'string' && typeof b === 'string'
      ? compareTexts(a, b, context)
      : { kind: 'different', detail: 'One of the two is not a text.' }
};
