// The code cells of a notebook, a history file or a script.
import { analyseNothing, type CellAnalysis } from '../analysis';
import { languageOf } from '../languages';
import { asCellId, succeed, type Result } from '../model';
import type { SourceCell } from './cell-facts';
import type { Io } from './io';
import { recordingFrom } from './read-recording';
import { analyserOf } from './recording';

/** What is to be analysed, and by what. */
export type Sources = {
  readonly cells: readonly SourceCell[];
  analyse(source: string): CellAnalysis;
};

/** A line at which a cell of a script begins, as editors have it. */
const CELL_MARK = /^#\s*%%(?!\w)/;

/** Reads a file; the reason is a sentence without the path. */
export function readSources(path: string, io: Io): Result<Sources> {
  const content = io.read(path);
  if (!content.ok) {
    return content;
  }
  if (/\.pyw?$/i.test(path)) {
    const analyse = languageOf('python')?.analyse ?? analyseNothing;
    return succeed({ cells: cellsOfScript(content.text), analyse });
  }
  const read = recordingFrom(content.text, path);
  if (!read.ok) {
    return read;
  }
  const { recording } = read.value;
  const cells = recording.document.flatMap(({ cellId, source, type }, index) =>
    type === 'code' ? [{ cellId, index, source }] : []
  );
  return succeed({ cells, analyse: analyserOf(recording) ?? analyseNothing });
}

/** Splits a script at its marks; Markdown cells are left out, and so is a blank head. */
function cellsOfScript(text: string): SourceCell[] {
  const parts: string[][] = [[]];
  for (const line of text.split(/(?<=\n)/)) {
    if (CELL_MARK.test(line)) {
      parts.push([]);
    }
    parts[parts.length - 1]?.push(line);
  }
  return parts
    .map(lines => lines.join(''))
    .filter((source, place) => place > 0 || source.trim() || parts.length === 1)
    .map((source, index) => ({
      cellId: asCellId(`cell-${index}`),
      index,
      source
    }))
    .filter(({ source }) => !/^#\s*%%[^\n]*\[markdown\]/.test(source));
}
