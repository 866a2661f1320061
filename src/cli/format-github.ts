// The answer of `check` as workflow commands of GitHub.
import type { CheckedFile } from './check';
import type { Hazard } from './findings';
import { sourceLines } from './source-lines';

/** One command for each finding, at the line of the file where the source stands. */
export function asGithub({ file, text, kind, checked }: CheckedFile): string {
  const lines = kind === 'notebook' ? sourceLines(text) : [];
  return checked.hazards
    .map(hazard => `${command(file, hazard, lines)}\n`)
    .join('');
}

function command(
  file: string,
  { code, isAdvice, message, place, severity }: Hazard,
  lines: ReturnType<typeof sourceLines>
): string {
  const ofCell = lines[place.index] ?? [];
  const line = ofCell[Math.min(place.line, ofCell.length) - 1];
  const at = line === undefined ? '' : `,line=${line}`;
  const level = isAdvice
    ? 'notice'
    : severity === 'fails'
      ? 'error'
      : 'warning';
  const where = `cell[${place.index}]:${place.line}:${place.column}`;
  return `::${level} file=${property(file)}${at},title=${property(code)}::${data(`${where} ${message}`)}`;
}

/** Escapes the text of a command. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** Escapes a property, which two more characters would end. */
function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
