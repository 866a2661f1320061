// retrace slice: what one result really came from.
import {
  decodeTidied,
  exporters,
  tidyCode,
  TIDY_SECONDS,
  type TidiedScript
} from '../exporters';
import { languageOf } from '../languages';
import type { ScriptPlan } from '../lineage';
import { fail, succeed, type Result } from '../model';
import { chosenFrom, planFor, type Chosen } from './choose-steps';
import { fileLabel, readArguments, refuse, type Command } from './command';
import { recordOf } from './export-record';
import type { Io } from './io';
import { readRecording } from './read-recording';
import type { Recording } from './recording';

const FORMATS = ['py', 'ipynb', 'json'];

/** Writes the executions that a cell's output depends on. */
export const slice: Command = {
  name: 'slice',
  summary: 'write the executions that one result came from',
  help: `Usage: retrace slice FILE --target CELL_ID… [--execution N] [--format py|ipynb|json] [--tidy]

Writes to standard output what really ran to make the outputs of the cells, in the order in which it ran, and nothing
else. FILE is a history file or a notebook, of which only the saved counts are known; “-” reads standard input.

  --target CELL_ID  the cell; a cell that is gone can be named, too; may be repeated for several cells
  --execution N     the sequence number of one execution; by default the last finished one of the cell
                    (in a notebook whose counts differ from each other, the cell's count)
  --format          py: a script (the default); ipynb: a notebook with the recorded outputs;
                    json: the plan, with what was left out and why
  --tidy            have ruff or black, whichever is there, format a Python script

Exit code: 0 written, 2 bad input.
`,
  run(args, io) {
    const read = readArguments(args, {
      target: 'strings',
      execution: 'string',
      format: 'string',
      tidy: 'boolean'
    });
    if (!read.ok) {
      return refuse(io, 'slice', read.reason);
    }
    const { files, list } = read.value;
    const format = read.value.text('format') ?? 'py';
    const [file] = files;
    if (!FORMATS.includes(format)) {
      return refuse(io, 'slice', `The format is one of ${FORMATS.join(', ')}`);
    }
    if (file === undefined || files.length > 1) {
      return refuse(io, 'slice', 'One file is wanted');
    }
    if (list('target').length === 0) {
      return refuse(
        io,
        fileLabel(file),
        'No cell was named; use --target CELL_ID'
      );
    }
    const found = readRecording(file, io);
    if (!found.ok) {
      return refuse(io, fileLabel(file), found.reason);
    }
    const { recording } = found.value;
    const chosen = chosenFrom(recording, read.value);
    if (!chosen.ok) {
      return refuse(io, fileLabel(file), chosen.reason);
    }
    const text = written(
      { recording, chosen: chosen.value, format, io },
      planFor(recording, chosen.value)
    );
    if (!text.ok) {
      return refuse(io, fileLabel(file), text.reason);
    }
    const isTidied = format === 'py' && read.value.flag('tidy');
    io.out(isTidied ? tidied(text.value, recording, io) : text.value);
    return 0;
  }
};

/** A script as a formatter has it; as it is, with a note, where none could do that. */
function tidied(script: string, { language }: Recording, io: Io): string {
  const printed = io.runPython(tidyCode(script), TIDY_SECONDS + 10);
  const made: TidiedScript =
    languageOf(language)?.id !== 'python'
      ? { kind: 'none', why: 'only Python scripts can be' }
      : printed.ok
        ? decodeTidied(printed.value)
        : { kind: 'none', why: printed.reason };
  if (made.kind === 'none') {
    io.err(`retrace: The script is not formatted: ${made.why}.\n`);
  }
  return made.kind === 'made' ? made.text : script;
}

/** The text of the slice in one format. */
function written(
  { chosen, format, io, recording }: Wanted,
  plan: ScriptPlan
): Result<string> {
  if (format === 'json') {
    const whole = { ...targetIn(chosen), ...plan };
    return succeed(`${JSON.stringify(whole, null, 2)}\n`);
  }
  const id = format === 'py' ? 'script' : 'notebook';
  const exporter = exporters.find(each => each.id === id);
  const refusal = exporter?.refusal(plan) ?? null;
  const record = recordOf(recording, chosen.history, io);
  const [file] = exporter?.render(plan, record) ?? [];
  return refusal === null && typeof file?.content === 'string'
    ? succeed(file.content)
    : fail(refusal ?? 'The script would be empty');
}

type Wanted = {
  readonly recording: Recording;
  readonly chosen: Chosen;
  readonly format: string;
  readonly io: Io;
};

function targetIn({ criterion, execution }: Chosen): object {
  if (execution) {
    const { cellId, executionId, sequence } = execution;
    return { target: { cellId, executionId, sequence } };
  }
  return criterion.kind === 'cells' ? { targets: criterion.cellIds } : {};
}
