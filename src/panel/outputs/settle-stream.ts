// What a terminal would show of a stream: backspaces and carriage returns applied.

/** The text with every overwritten part gone. */
export function settleStream(text: string): string {
  return /[\b\r]/.test(text)
    ? text.split('\n').map(settleLine).join('\n')
    : text;
}

function settleLine(line: string): string {
  if (!/[\b\r]/.test(line)) {
    return line;
  }
  let shown: string[] = [];
  let column = 0;
  for (const character of line.replace(/\r+$/, '')) {
    if (character === '\r') {
      column = 0;
    } else if (character === '\b') {
      column = Math.max(0, column - 1);
    } else {
      shown[column] = character;
      column += 1;
    }
  }
  shown = Array.from(shown, character => character ?? ' ');
  return shown.join('');
}
