// Analyses in short, for tables and for marks under the source.

import { analysePython, type CellAnalysis, type Range } from '..';

/** `x y?`: names that the cell binds; `?` for those that may keep their former value. */
export function bound(source: string): string {
  return analysePython(source)
    .bindings.map(({ name, isCertain }) => name + (isCertain ? '' : '?'))
    .join(' ');
}

/** `x df["a"] y?`: what the cell reads; `?` for what it may do without. */
export function readOf(source: string): string {
  return analysePython(source)
    .references.map(
      ({ name, path, isCertain }) =>
        name + (path ?? '') + (isCertain ? '' : '?')
    )
    .join(' ');
}

/** `df["a"]! lst+ x~`: what the cell changes: `!` replaced, `+` surely changed, `~` possibly changed. */
export function changed(source: string): string {
  return analysePython(source)
    .updates.map(({ name, path, certainty, isReplacement }) => {
      const how = certainty === 'possible' ? '~' : isReplacement ? '!' : '+';
      return name + (path ?? '') + how;
    })
    .join(' ');
}

/** `random:set`: what the cell does to ambient state. */
export function effects(source: string): string {
  return analysePython(source)
    .effects.filter(({ ifSet }) => ifSet === undefined)
    .map(({ state, action }) => `${state}:${action}`)
    .join(' ');
}

/** The source with a line of `^` under each line that has a hit. */
export function marked(
  source: string,
  pick: (analysis: CellAnalysis) => readonly { readonly range: Range }[]
): string {
  const ranges = pick(analysePython(source)).map(({ range }) => range);
  let start = 0;
  const lines = source.split('\n').flatMap(line => {
    const marks = [...line].map((_, column) => {
      const at = start + column;
      return ranges.some(({ from, to }) => at >= from && at < to) ? '^' : ' ';
    });
    start += line.length + 1;
    const row = marks.join('').trimEnd();
    return row === '' ? [line] : [line, row];
  });
  return lines.join('\n');
}

/** A text without its lines of `^`, and without the blank lines around it. */
export function unmarked(text: string): string {
  return text
    .split('\n')
    .filter(line => !/^\s*\^[\s^]*$/.test(line))
    .join('\n')
    .trim();
}
