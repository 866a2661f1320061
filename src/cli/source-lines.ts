// Finds in the text of a notebook file the lines on which the sources of its cells stand.

/** For each cell, the line of the file, from 1, on which each line of its source begins. */
export function sourceLines(text: string): readonly (readonly number[])[] {
  const found: number[][] = [];
  const path: (string | number)[] = [];
  let line = 1;
  let key: string | null = null;
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|\n/g;
  const isObject: boolean[] = [];
  for (const [part] of text.matchAll(token)) {
    if (part === '\n') {
      line += 1;
    } else if (part === '{' || part === '[') {
      isObject.push(part === '{');
      path.push(part === '{' ? '' : 0);
      key = null;
    } else if (part === '}' || part === ']') {
      isObject.pop();
      path.pop();
    } else if (part === ',') {
      const last = path.length - 1;
      const place = path[last];
      path[last] = typeof place === 'number' ? place + 1 : '';
      key = null;
    } else if (part === ':') {
      path[path.length - 1] = key ?? '';
    } else if (isObject[isObject.length - 1] && path[path.length - 1] === '') {
      key = JSON.parse(part) as string;
    } else {
      noteSource(found, path, line, part);
    }
  }
  return found;
}

/** Takes a string that stands at `cells[i].source` or `cells[i].source[j]`. */
function noteSource(
  found: number[][],
  path: readonly (string | number)[],
  line: number,
  literal: string
): void {
  const [cells, index, field] = path;
  if (cells === 'cells' && typeof index === 'number' && field === 'source') {
    const lines = (found[index] ??= []);
    const text = JSON.parse(literal) as string;
    const breaks = text.replace(/\n$/, '').split('\n').length;
    lines.push(...Array<number>(breaks).fill(line));
  }
}
