// The analysis of a source in a language that nothing here reads.

import type { CellAnalysis } from './cell-analysis';

/**
 * Says nothing about names, and says so. Two sources whose texts differ only in line ends or in blanks at the end
 * of a line or of the source have equal `normalised`.
 */
export function analyseNothing(source: string): CellAnalysis {
  return {
    bindings: [],
    references: [],
    updates: [],
    deletes: [],
    definitions: [],
    calls: [],
    imports: [],
    effects: [],
    bindsUnknown: true,
    normalised: trimLines(source),
    completeness: 'none',
    unanalysed: [
      {
        range: { from: 0, to: source.length },
        reason: 'No analyser reads the language of this cell.'
      }
    ]
  };
}

/** The source with `\n` as its only line end, and without blanks at the end of its lines and its own. */
export function trimLines(source: string): string {
  return source
    .split(/\r\n|\r|\n/)
    .map(line => line.trimEnd())
    .join('\n')
    .trimEnd();
}
