// Sizes of what a picture writes, from the length of its texts: nothing is measured on the page.

/** Width of a column of code of 12 px, in pixels; a little more than the widest common font takes. */
const CODE_COLUMN = 7.3;
/** Mean width of a letter of a label of 12 px. */
const LABEL_COLUMN = 6.6;
/** Mean width of a letter of an edge's label of 11 px, in a code font. */
const EDGE_COLUMN = 6.7;

/** Space inside a node's box, and the column of its icon. */
export const NODE = {
  height: 44,
  inset: 8,
  icon: 14,
  iconGap: 5,
  labelLine: 18,
  codeLine: 35,
  least: 104
} as const;

/** Height of an edge's label. */
export const EDGE_LABEL_HEIGHT = 16;

/** How many columns a text takes in a fixed-width font: wide characters take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    columns += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return columns;
}

/** The text, or its beginning and an ellipsis where it takes more columns. Tabs and line ends become spaces. */
export function shortened(text: string, columns: number): string {
  const line = text.replace(/\s/g, ' ').trim();
  if (columnsOf(line) <= columns) {
    return line;
  }
  let kept = '';
  let taken = 1;
  for (const character of line) {
    taken += columnsOf(character);
    if (taken > columns) {
      break;
    }
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Width of a node's box around its label and its line of code. */
export function nodeWidth(
  label: string,
  code: string,
  hasIcon: boolean
): number {
  const icon = hasIcon ? NODE.icon + NODE.iconGap : 0;
  const inner = Math.max(
    columnsOf(label) * LABEL_COLUMN + icon,
    columnsOf(code) * CODE_COLUMN
  );
  return Math.max(NODE.least, Math.ceil(inner) + 2 * NODE.inset);
}

/** Width of an edge's label, with a margin; 0 for none. */
export function edgeLabelWidth(label: string): number {
  return label === '' ? 0 : Math.ceil(columnsOf(label) * EDGE_COLUMN) + 12;
}

/** East Asian wide and emoji, roughly. */
function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x1100 && codePoint <= 0x115f) ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
    (codePoint >= 0xff00 && codePoint <= 0xff60) ||
    (codePoint >= 0x1f300 && codePoint <= 0x1faff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd)
  );
}
