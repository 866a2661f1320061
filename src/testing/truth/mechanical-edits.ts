// Edits that need no understanding of a cell: for notebooks that come without edits of their own.
import { pythonSpelling, type Spelling } from './spelling';

type Edit = (
  source: string,
  random: () => number,
  spelling: Spelling
) => string | null;

const CODE_LINE = /^(?!\s*[%!#?]).*\S/;

/** Another source for a cell, or fewer than `count` where little can be changed. */
export function mechanicalEdits(
  source: string,
  count: number,
  random: () => number,
  spelling = pythonSpelling
): string[] {
  if (/^\s*%%/.test(source)) {
    return [];
  }
  const found = new Set<string>();
  for (let tries = 0; tries < count * 4 && found.size < count; tries += 1) {
    const edit = EDITS[Math.floor(random() * EDITS.length)];
    const edited = edit?.(source, random, spelling) ?? null;
    if (edited !== null && edited !== source && edited.trim() !== '') {
      found.add(edited);
    }
  }
  return [...found];
}

/** The name that a line at the margin assigns; null where none does. */
export function assignedName(
  source: string,
  random: () => number,
  spelling = pythonSpelling
): string | null {
  const names = [...source.matchAll(spelling.assigned)];
  return names[Math.floor(random() * names.length)]?.[1] ?? null;
}

/** The source with one name written otherwise, wherever it stands as a word of its own. */
export function renamed(
  source: string,
  name: string,
  to: string,
  spelling = pythonSpelling
): string {
  return source.replace(spelling.word(name), to);
}

function replaceOne(
  pattern: RegExp,
  to: (found: string, random: () => number) => string
): Edit {
  return (source, random) => {
    const lines = source.split('\n');
    const places = lines.flatMap((line, row) =>
      CODE_LINE.test(line)
        ? [...line.matchAll(pattern)].map(match => ({ row, match }))
        : []
    );
    const place = places[Math.floor(random() * places.length)];
    if (!place) {
      return null;
    }
    const { row, match } = place;
    const line = lines[row] ?? '';
    const end = match.index + match[0].length;
    lines[row] =
      line.slice(0, match.index) + to(match[0], random) + line.slice(end);
    return lines.join('\n');
  };
}

const changeNumber = replaceOne(
  /(?<![\w.])\d+(?:\.\d+)?(?![\w.])/g,
  (found, random) =>
    found.includes('.')
      ? String(Number(found) * (random() < 0.5 ? 2 : 0.5))
      : String(Number(found) + 1)
);

const changeText = replaceOne(
  /(?<!\w)'[\w ]+'|(?<!\w)"[\w ]+"/g,
  found => `${found.slice(0, -1)}z${found.slice(-1)}`
);

const OPERATORS = new Map([
  [' + ', ' - '],
  [' - ', ' + '],
  [' * ', ' + '],
  [' / ', ' * '],
  [' < ', ' >= '],
  [' > ', ' <= '],
  [' == ', ' != ']
]);

const swapOperator = replaceOne(
  / (?:\+|-|\*|\/|<|>|==) /g,
  found => OPERATORS.get(found) ?? found
);

const renameName: Edit = (source, random, spelling) => {
  const name = assignedName(source, random, spelling);
  return name === null ? null : renamed(source, name, `${name}_2`, spelling);
};

/** Only lines at the margin that no indented line follows. */
const dropLine: Edit = (source, random) => {
  const lines = source.split('\n');
  const free = lines.flatMap((line, row) =>
    /^\w[^([{]*[^:([{,\\]$|^\w.*[)\]]$/.test(line) &&
    !/^\s/.test(lines[row + 1] ?? '')
      ? [row]
      : []
  );
  const row = free[Math.floor(random() * free.length)];
  return row === undefined || lines.length < 2
    ? null
    : lines.filter((_, index) => index !== row).join('\n');
};

const EDITS: readonly Edit[] = [
  changeNumber,
  changeText,
  swapOperator,
  renameName,
  dropLine
];
