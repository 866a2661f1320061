// Reads notebooks that are written as one text each, cells parted by lines that start with `# %%`.
import type { DraftCell } from './notebooks';

/** One code cell of a notebook that histories are drawn from. */
export type TruthCell = {
  /** What it says at first, then what an edit may turn it into. */
  readonly sources: DraftCell;
  /** True where a failure does not stop run-all. */
  readonly mayRaise: boolean;
};

/** A notebook that histories are drawn from. */
export type TruthNotebook = {
  readonly name: string;
  readonly cells: readonly TruthCell[];
  /** Names of files that lie beside the notebook when it starts. */
  readonly data: readonly string[];
};

/**
 * `# %%` starts a cell, `# %% raises` one whose failure is wanted, and `# %% edit` another source for the cell above.
 * Lines before the first cell are a title; `# data: FILE` among them names a file that the notebook needs.
 */
export function parsePercent(name: string, text: string): TruthNotebook {
  const [head = '', ...parts] = `\n${text}`.split(/\n# %%/);
  const cells: { sources: [string, ...string[]]; mayRaise: boolean }[] = [];
  for (const part of parts) {
    const [mark = '', ...lines] = part.split('\n');
    const source = lines.join('\n').trimEnd();
    const last = cells[cells.length - 1];
    switch (mark.trim()) {
      case '':
      case 'raises':
        cells.push({ sources: [source], mayRaise: mark.trim() !== '' });
        break;
      case 'edit':
        if (!last) {
          throw new Error(`${name}: an edit stands before the first cell`);
        }
        last.sources.push(source);
        break;
      default:
        throw new Error(`${name}: “${mark.trim()}” is no mark of a cell`);
    }
  }
  const data = [...head.matchAll(/^# data: (.+)$/gm)];
  return { name, cells, data: data.map(([, file = '']) => file.trim()) };
}
