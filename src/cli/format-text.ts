// The answer of `check` for people: one line a finding, then the verdicts added up.
import type { CheckedFile } from './check';
import type { Checked, Hazard } from './findings';
import { summaryOf } from './summary';

/** How many of the cells affected a line names. */
const SHOWN = 8;

/** All lines about one file. */
export function asText({ file, checked }: CheckedFile): string {
  const lines = checked.hazards.map(hazard => {
    const { code, isAdvice, message, place } = hazard;
    const note = isAdvice ? 'note: ' : '';
    const { column, index, line } = place;
    const also = alsoAffected(hazard, checked);
    return `${file}:cell[${index}]:${line}:${column} ${code} ${note}${oneLine(message)}${also}`;
  });
  return [...lines, ...closing(file, checked)]
    .map(line => `${line}\n`)
    .join('');
}

function alsoAffected({ affected }: Hazard, { cells }: Checked): string {
  const others = affected.slice(1).flatMap(cellId => {
    const index = cells.find(cell => cell.cellId === cellId)?.index;
    return index === undefined ? [] : [`cell[${index}]`];
  });
  const rest = others.length - SHOWN;
  const shown = rest > 0 ? [...others.slice(0, SHOWN), `${rest} more`] : others;
  return shown.length > 0 ? ` Also affects ${shown.join(', ')}.` : '';
}

function closing(file: string, checked: Checked): string[] {
  const { cells, findings, notes, same, unknown, unrun, random } =
    summaryOf(checked);
  const shown = cells - unrun;
  const parts = [
    `${same} of ${shown} ${shown === 1 ? 'cell' : 'cells'} would come out again`,
    ...(random > 0 ? [`${random} random`] : []),
    ...(unknown > 0 ? [`${unknown} could not be told`] : []),
    ...(unrun > 0 ? [`${unrun} not run`] : []),
    `${findings} ${findings === 1 ? 'finding' : 'findings'}`
  ];
  return [
    `${file}: ${parts.join(', ')}.`,
    ...notes.map(note => `${file}: note: ${oneLine(note)}`)
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
