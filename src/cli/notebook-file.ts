// A saved notebook: nbformat 4 as it is, earlier formats refused.
import {
  asCellId,
  decode,
  decodeOutput,
  type CellType,
  type DocumentCell,
  type JsonValue,
  type Output,
  type Result
} from '../model';

/** One cell of a file, with what it shows. */
export type NotebookCell = DocumentCell & {
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
  readonly mayRaise: boolean;
  /** When it last ran, as ISO times; null where its metadata do not tell. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};

/** What is read of a saved notebook. */
export type NotebookFile = {
  readonly cells: readonly NotebookCell[];
  /** Of its kernelspec. */
  readonly kernelName: string;
  /** Lower case; empty when the metadata name none. */
  readonly language: string;
};

const CELL_TYPES: readonly CellType[] = ['code', 'markdown', 'raw'];

/** A parsed notebook, or the first place where it is not one. */
export function decodeNotebook(value: unknown): Result<NotebookFile> {
  return decode(value, file => {
    const major = file.at('nbformat');
    if (major.count() !== 4) {
      major.refuse(
        `is ${String(major.value)}; only notebooks of format 4 are read. Open it in Jupyter and save it to convert it.`
      );
    }
    const metadata = file.at('metadata');
    const spec = fieldOf(metadata, 'kernelspec');
    const info = fieldOf(metadata, 'language_info');
    const kernelName = textIn(spec, 'name');
    return {
      cells: withUniqueIds(file.at('cells').list().map(decodeCell)),
      kernelName,
      language: languageFrom(
        textIn(spec, 'language') || textIn(info, 'name'),
        kernelName
      )
    };
  });
}

function decodeCell(cell: JsonValue, index: number): NotebookCell {
  const type = cell.at('cell_type').oneOf(CELL_TYPES);
  const tags = fieldOf(cell.at('metadata'), 'tags')?.value;
  const times = fieldOf(cell.at('metadata'), 'execution');
  const isCode = type === 'code';
  const id = cell.at('id').value;
  return {
    cellId: asCellId(typeof id === 'string' && id ? id : `cell-${index}`),
    type,
    source: cell.at('source').joinedText(),
    executionCount: isCode
      ? cell.at('execution_count').optional(count => count.count())
      : null,
    outputs: isCode
      ? (cell.at('outputs').optional(list => list.list().map(decodeOutput)) ??
        [])
      : [],
    mayRaise: Array.isArray(tags) && tags.includes('raises-exception'),
    startedAt: timeIn(times, 'iopub.execute_input'),
    finishedAt: timeIn(times, 'shell.execute_reply')
  };
}

/** A time that a front end noted, as it does where it is asked to record timing. */
function timeIn(times: JsonValue | null, name: string): string | null {
  const time = textIn(times, name);
  return Number.isNaN(Date.parse(time)) ? null : time;
}

/** Ids that a merge or a copy left twice are told apart, or two cells would be one. */
function withUniqueIds(cells: readonly NotebookCell[]): NotebookCell[] {
  const taken = new Set<string>(cells.map(({ cellId }) => cellId));
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    let id: string = cell.cellId;
    if (seen.has(id)) {
      id = `cell-${index}`;
      while (taken.has(id)) {
        id = `${id}-`;
      }
      taken.add(id);
    }
    seen.add(id);
    return { ...cell, cellId: asCellId(id) };
  });
}

/** Old notebooks name the kernel and leave the language out; without either, Python is what Jupyter assumes. */
function languageFrom(language: string, kernelName: string): string {
  const isPython = /^(i?python|conda|\.?venv)/i.test(kernelName) || !kernelName;
  return language.toLowerCase() || (isPython ? 'python' : '');
}

/** A field of metadata, which may be anything. */
function fieldOf(value: JsonValue | null, name: string): JsonValue | null {
  const isRecord =
    value !== null &&
    typeof value.value === 'object' &&
    value.value !== null &&
    !Array.isArray(value.value);
  return isRecord ? value.at(name) : null;
}

function textIn(value: JsonValue | null, name: string): string {
  const field = fieldOf(value, name)?.value;
  return typeof field === 'string' ? field : '';
}
