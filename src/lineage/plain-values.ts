// Which expressions surely give numbers, texts and the like: they look the same under all display options.

/** Types whose values look the same when they are printed. */
const PLAIN =
  /^builtins\.(?:int|float|complex|str|bool|NoneType|bytes|range)$|^numpy\.(?:u?int|float|bool|str)\d*_?$|^(?:datetime|pathlib|decimal|fractions)\./;
const STRING =
  /[rRbBuUfF]{0,2}(?:"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/g;
/** Calls that give no frame and no array; what is made a text is looked at by itself. */
const CALLS =
  /(?<![\w.])(?:len|sum|round|int|float|bool|type|abs|min|max|any|all|isinstance|id|hash|str|repr|format|ascii|ord|chr)\s*\(/;
/** What of a value is plain whatever the value. */
const PARTS =
  /(?<![\w.])[A-Za-z_]\w*(?:\[[^[\]]*\]|\.(?:columns|index|iloc|loc))*\.(?:shape|size|ndim|empty|__name__|columns\.tolist\(\s*\))(?![\w(])/g;
/** What comes to one number for an array, for a series, and for a column of a frame. */
const REDUCED =
  /(?<![\w.])([A-Za-z_]\w*)(\[\s*""\s*\])?\.(?:mean|sum|std|var|min|max|median|any|all|nunique|item|argmin|argmax)\(\s*\)/g;
const ROW = /^numpy\.ndarray$|^pandas\..*\bSeries$/;
const WORDS =
  /^(?:if|else|for|in|not|and|or|is|None|True|False|sep|end|flush|file)$/;

/** True when the expression surely gives nothing that display options shape. */
export function isPlain(
  expression: string,
  types: ReadonlyMap<string, string>
): boolean {
  let text = expression
    .replace(STRING, '""')
    .replace(PARTS, '0')
    .replace(REDUCED, (whole, name: string, item?: string) =>
      item !== undefined || ROW.test(types.get(name) ?? '') ? '0' : whole
    );
  for (let call = CALLS.exec(text); call; call = CALLS.exec(text)) {
    const end = endOf(text, call.index + call[0].length);
    text = `${text.slice(0, call.index)}0${text.slice(end + 1)}`;
  }
  return [...text.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)].every(
    ([name]) => WORDS.test(name) || PLAIN.test(types.get(name) ?? '')
  );
}

/** The source with nothing in its texts but what makes them texts of values. */
export function withoutTexts(source: string): string {
  return source.replace(STRING, text => `${/^\w*/.exec(text)?.[0] ?? ''}""`);
}

/** The arguments of the call whose bracket opens before a place. */
export function argumentsIn(source: string, from: number): string {
  return source.slice(from, endOf(source, from));
}

/** Where the bracket closes that opens before a place; the end where it does not. */
function endOf(text: string, from: number): number {
  let depth = 1;
  const tokens = new RegExp(`${STRING.source}|[()]`, 'g');
  tokens.lastIndex = from;
  for (let one = tokens.exec(text); one; one = tokens.exec(text)) {
    depth += one[0] === '(' ? 1 : one[0] === ')' ? -1 : 0;
    if (depth === 0) {
      return one.index;
    }
  }
  return text.length;
}
