import type { FormRule } from './text-rule';

/** What carriage returns and backspaces wrote over, as a terminal would show it. */
export const overwrittenText: FormRule = {
  id: 'overwritten-text',
  label: 'text that was overwritten',
  blind: 'It cannot see what a line showed before it was written over.',
  kind: 'form',
  normalise: text =>
    /[\r\b]/.test(text) ? text.split('\n').map(lineShown).join('\n') : text
};

/** A carriage return goes to the start of the line and leaves there what nothing is written over. */
function lineShown(line: string): string {
  if (!/[\r\b]/.test(line)) {
    return line;
  }
  let shown = '';
  for (const part of line.split('\r')) {
    const written = withoutErased(part);
    shown =
      written.length < shown.length
        ? written + shown.slice(written.length)
        : written;
  }
  return shown.trimEnd();
}

function withoutErased(part: string): string {
  if (!part.includes('\b')) {
    return part;
  }
  const kept: string[] = [];
  for (const character of part) {
    if (character === '\b') {
      kept.pop();
    } else {
      kept.push(character);
    }
  }
  return kept.join('');
}
