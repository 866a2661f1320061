// retrace slice: what one result really came from.
import { exporters } from '../exporters';
import { planScript, type ScriptPlan } from '../lineage';
import {
  fail,
  isFinal,
  succeed,
  type Execution,
  type Result,
  type RunHistory
} from '../model';
import {
  fileLabel,
  readArguments,
  refuse,
  type Arguments,
  type Command
} from './command';
import { asNotebook } from './plan-notebook';
import { readRecording } from './read-recording';
import { analyserOf, type Recording } from './recording';

const FORMATS = ['py', 'ipynb', 'json'];

/** Writes the executions that a cell's output depends on. */
export const slice: Command = {
  name: 'slice',
  summary: 'write the executions that one result came from',
  help: `Usage: retrace slice FILE --target CELL_ID [--execution N] [--format py|ipynb|json]

Writes to standard output what really ran to make the output of one cell, in the order in which it ran, and nothing
else. FILE is a history file or a notebook, of which only the saved counts are known; “-” reads standard input.

  --target CELL_ID  the cell; a cell that is gone can be named, too
  --execution N     the sequence number of one execution; by default the last finished one of the cell
                    (in a notebook whose counts differ from each other, the cell's count)
  --format          py: a script (the default); ipynb: a notebook with the recorded outputs;
                    json: the plan, with what was left out and why

Exit code: 0 written, 2 bad input.
`,
  run(args, io) {
    const read = readArguments(args, {
      target: 'string',
      execution: 'string',
      format: 'string'
    });
    if (!read.ok) {
      return refuse(io, 'slice', read.reason);
    }
    const { files, text } = read.value;
    const format = text('format') ?? 'py';
    const [file] = files;
    if (!FORMATS.includes(format)) {
      return refuse(io, 'slice', `The format is one of ${FORMATS.join(', ')}`);
    }
    if (file === undefined || files.length > 1) {
      return refuse(io, 'slice', 'One file is wanted');
    }
    const found = readRecording(file, io);
    if (!found.ok) {
      return refuse(io, fileLabel(file), found.reason);
    }
    const { recording } = found.value;
    const target = targetOf(recording, read.value);
    if (!target.ok) {
      return refuse(io, fileLabel(file), target.reason);
    }
    const plan = planFor(recording, target.value);
    const written = write(plan, format, { recording, target: target.value });
    if (!written.ok) {
      return refuse(io, fileLabel(file), written.reason);
    }
    io.out(written.value);
    return 0;
  }
};

type Target = { readonly history: RunHistory; readonly execution: Execution };

function targetOf(
  { document, runs }: Recording,
  { text }: Arguments
): Result<Target> {
  const cellId = text('target');
  const wanted = text('execution');
  if (cellId === null) {
    return fail('No cell was named; use --target CELL_ID');
  }
  if (wanted !== null && !/^\d+$/.test(wanted)) {
    return fail(`“${wanted}” is not the number of an execution`);
  }
  const all = runs
    .flatMap(history =>
      history.executions.map(execution => ({ history, execution }))
    )
    .filter(({ execution }) => execution.cellId === cellId)
    .reverse();
  const found = all.find(({ execution }) =>
    wanted === null
      ? isFinal(execution.status) && execution.status !== 'aborted'
      : execution.sequence === Number(wanted)
  );
  if (found) {
    return succeed(found);
  }
  const isThere =
    all.length > 0 || document.some(cell => cell.cellId === cellId);
  if (!isThere) {
    return fail(`There is no cell with the id “${cellId}”`);
  }
  return fail(
    wanted === null
      ? `The cell “${cellId}” has not run`
      : `The cell “${cellId}” has no execution ${wanted}`
  );
}

function planFor(
  recording: Recording,
  { execution, history }: Target
): ScriptPlan {
  return planScript({
    history,
    document: recording.document,
    criterion: { kind: 'execution', executionId: execution.executionId },
    analyse: analyserOf(recording)
  });
}

function write(
  plan: ScriptPlan,
  format: string,
  {
    recording,
    target
  }: { readonly recording: Recording; readonly target: Target }
): Result<string> {
  if (format === 'ipynb') {
    return succeed(asNotebook(plan, recording, target.history.run.kernel));
  }
  if (format === 'json') {
    const { cellId, executionId, sequence } = target.execution;
    const whole = { target: { cellId, executionId, sequence }, ...plan };
    return succeed(`${JSON.stringify(whole, null, 2)}\n`);
  }
  const exporter = exporters.find(({ accepts }) => accepts(plan.language));
  if (!exporter) {
    return fail(
      plan.language
        ? `There is no script format for ${plan.language}`
        : 'The language of the kernel is not known'
    );
  }
  const refusal = exporter.refusal(plan);
  const [file] = exporter.render(plan);
  return refusal === null && file
    ? succeed(file.content)
    : fail(refusal ?? 'The script would be empty');
}
