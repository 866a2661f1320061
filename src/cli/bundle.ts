// retrace bundle: one archive from which somebody else gets the same results.
import {
  bundleEntries,
  dataFilesOf,
  decodeLock,
  exporters,
  leftOutOfLock,
  lockCode,
  LOCK_SECONDS,
  whyLeftOut,
  type PackageLock
} from '../exporters';
import type { ScriptPlan } from '../lineage';
import { fail, succeed, type Result, type RunHistory } from '../model';
import { chosenFrom, planFor } from './choose-steps';
import {
  fileLabel,
  readArguments,
  refuse,
  type Arguments,
  type Command
} from './command';
import { readData, recordOf } from './export-record';
import type { Io } from './io';
import { readRecording } from './read-recording';
import type { Recording } from './recording';

const LIMIT_MEGABYTES = 100;

/** Writes a bundle of the newest run, or of what some cells show. */
export const bundle: Command = {
  name: 'bundle',
  summary: 'write one archive that re-runs and checks itself',
  help: `Usage: retrace bundle FILE -o OUT.zip [--target CELL_ID…] [--execution N] [--folder DIR] [--data-limit MB]
                      [--no-lock]

Writes a zip archive that stands alone: script, notebook, environment, data, recorded results, descriptions for people
and machines, and a program that runs it again and compares. FILE is a history file or a notebook.

  -o, --output OUT.zip  where to write it
  --target CELL_ID      only what led to the output of this cell; may be repeated; without it the newest run
  --execution N         the sequence number of one execution of the cell
  --folder DIR          the notebook's folder, where data files are; by default that of FILE
  --data-limit MB       data files are included up to this size in all (${LIMIT_MEGABYTES}); others are named with their hash
  --no-lock             do not ask uv or pip, whichever is there, for a pylock.toml; they ask the package index

Exit code: 0 written, 2 bad input.
`,
  run(args, io) {
    const read = readArguments(spelledOut(args), {
      output: 'string',
      target: 'strings',
      execution: 'string',
      folder: 'string',
      'data-limit': 'string',
      'no-lock': 'boolean'
    });
    if (!read.ok) {
      return refuse(io, 'bundle', read.reason);
    }
    const { files, text } = read.value;
    const [file] = files;
    const output = text('output');
    const limit = text('data-limit') ?? String(LIMIT_MEGABYTES);
    if (file === undefined || files.length > 1) {
      return refuse(io, 'bundle', 'One file is wanted');
    }
    if (output === null || output === '') {
      return refuse(io, 'bundle', 'No output was named; use -o OUT.zip');
    }
    if (!/^\d{1,6}(?:\.\d+)?$/.test(limit)) {
      return refuse(io, 'bundle', `“${limit}” is not a number of megabytes`);
    }
    const found = readRecording(file, io);
    const made = found.ok
      ? archiveOf(found.value.recording, read.value, io)
      : found;
    if (!made.ok) {
      return refuse(io, fileLabel(file), made.reason);
    }
    const done = io.write(output, made.value.bytes);
    if (!done.ok) {
      return refuse(io, output, done.reason);
    }
    made.value.included.forEach(line => io.out(`${line}\n`));
    made.value.notes.forEach(note => io.err(`retrace: ${note}\n`));
    return 0;
  }
};

/** `-o` in its long form, which is the one that the reader of arguments knows. */
function spelledOut(args: readonly string[]): string[] {
  return args.map(arg => (arg === '-o' ? '--output' : arg));
}

type Made = {
  readonly bytes: Uint8Array;
  /** A line for each file in the archive. */
  readonly included: readonly string[];
  /** A sentence for each file that is not in it. */
  readonly notes: readonly string[];
};

function archiveOf(
  recording: Recording,
  args: Arguments,
  io: Io
): Result<Made> {
  const chosen = chosenFrom(recording, args);
  if (!chosen.ok) {
    return chosen;
  }
  const { history } = chosen.value;
  const plan = planFor(recording, chosen.value);
  const exporter = exporters.find(({ id }) => id === 'bundle');
  const refusal = exporter?.refusal(plan) ?? null;
  const admitted = readFiles(plan, history, args, io);
  const record = {
    ...recordOf(recording, history, io),
    ...admitted,
    ...lockOf(plan, refusal !== null || args.flag('no-lock'), io)
  };
  const [file] = exporter?.render(plan, record) ?? [];
  if (refusal !== null || file === undefined) {
    return fail(refusal ?? 'The bundle would be empty');
  }
  const { content } = file;
  return succeed({
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    included: bundleEntries(plan, record).map(
      ({ about, path }) => `${path}: ${about}`
    ),
    notes: [
      ...dataFilesOf(plan, history)
        .filter(({ path }) => !admitted.data.has(path))
        .map(
          one =>
            `${one.path} is left out: ${whyLeftOut(one, admitted.leftOut)}. The bundle names its size and hash as far as they are known.`
        ),
      ...(record.lock?.kind === 'none'
        ? [`There is no pylock.toml in it: ${record.lock.why}.`]
        : []),
      ...(record.lock?.kind === 'made'
        ? leftOutOfLock(plan.environment).map(
            name =>
              `${name} is left out of pylock.toml: it comes from a repository or an archive and would have to be built.`
          )
        : [])
    ]
  });
}

/** Asks a tool for a lock of the packages, unless there is nothing to lock or nobody wants one. */
function lockOf(
  { environment }: ScriptPlan,
  isUnwanted: boolean,
  io: Io
): { readonly lock?: PackageLock } {
  if (isUnwanted || environment === null || environment.packages.length === 0) {
    return {};
  }
  const printed = io.runPython(lockCode(environment), LOCK_SECONDS + 30);
  return {
    lock: printed.ok
      ? decodeLock(printed.value)
      : { kind: 'none', why: printed.reason }
  };
}

function readFiles(
  plan: ScriptPlan,
  history: RunHistory,
  { files, text }: Arguments,
  io: Io
): ReturnType<typeof readData> {
  const own = /^.*[\\/]/.exec(files[0] ?? '')?.[0] ?? '';
  const given = text('folder');
  const folder =
    given === null ? own : given.replace(/[\\/]?$/, given === '' ? '' : '/');
  const limitBytes = Number(text('data-limit') ?? LIMIT_MEGABYTES) * 1e6;
  return readData(plan, history, { folder, limitBytes }, io);
}
