// retrace verify: runs a notebook again in a fresh kernel and compares what it shows.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { SCRATCH_PREFIX } from '../../compare';
import { fail, succeed, type Proof, type Result } from '../../model';
import {
  disagreementsOf,
  replay,
  scratchCode,
  USUAL_LIMITS,
  type ReplayProgress,
  type StartKernel
} from '../../replay';
import { maskOf, maskOutputs } from '../../recording';
import { fileLabel, readArguments, refuse, type Command } from '../command';
import { findPython } from '../driver/find-python';
import { startKernel } from '../driver/kernel';
import type { ExitCode, Io } from '../io';
import { readRecording, recordingFrom, type ReadFile } from '../read-recording';
import { unpackBundle } from './bundle-file';
import { orderFrom, OPTIONS, type Order } from './order';
import { subjectOf, type Subject } from './subject';
import { cellLines, cellName, summaryLines } from './words';

/** Runs a file's code again and tells whether it shows the same. */
export const verify: Command = {
  name: 'verify',
  summary: 'run it again in a fresh kernel and compare the outputs',
  help: `Usage: retrace verify FILE [--kernel NAME] [--repeat N] [--timeout S] [--in-place] [--json] …

Runs FILE again in a fresh kernel and compares every output with what was recorded. FILE is a notebook, whose saved outputs
are the record; a history file, of which the last run is replayed as it ran; or a bundle (.zip). “-” reads standard input.
Kernels are those of the Jupyter installation that is found; none outlives the command.

  --kernel NAME    the kernelspec; by default the one that the file names, or another of its language
  --python PATH    a Python with jupyter_client; by default $RETRACE_PYTHON, the active environment's, that of “jupyter”
  --repeat N       run it N times, each in a fresh kernel; tells mean and deviation of numbers and the cells that vary
  --timeout S      seconds that a cell may take; by default there is no limit
  --in-place       run in the folder itself; by default in a copy, in which files over 20 MB are linked
  --folder DIR     the notebook's folder; by default that of FILE
  --on-error HOW   stop: nothing more runs; skip: what depends on it does not run; go-on: all runs
                   (by default go-on for documents, skip for runs)
  --volatile IDS   cells whose outputs may differ, by their ids with commas between them
  --run N          of a history file, the run with this number
  --target ID      only what led to the last output of this cell
  --document       of a history file, the document as it stands in place of what ran
  --json           the proof, with “disagreements” between it and the forecast

Exit code: 0 all came out again, 1 something differs, 2 it could not be run or there was nothing to compare.
`,
  async run(args, io) {
    const read = readArguments(args, OPTIONS);
    const order = read.ok ? orderFrom(read.value) : read;
    if (!order.ok) {
      return refuse(io, 'verify', order.reason);
    }
    const bundle = bundleIn(order.value, io);
    if (bundle && !bundle.ok) {
      return refuse(io, fileLabel(order.value.file), bundle.reason);
    }
    try {
      return await verifyFile(order.value, bundle?.value ?? null, io);
    } finally {
      if (bundle) {
        rmSync(bundle.value.place, { recursive: true, force: true });
      }
    }
  }
};

/** Null for a file that is no archive by its name. */
function bundleIn(
  { file }: Order,
  io: Io
): ReturnType<typeof unpackBundle> | null {
  if (!/\.zip$/i.test(file)) {
    return null;
  }
  const bytes = io.readBytes(file);
  return bytes.ok ? unpackBundle(bytes.value) : bytes;
}

async function verifyFile(
  order: Order,
  bundle: { readonly record: string; readonly folder: string } | null,
  io: Io
): Promise<ExitCode> {
  const { file } = order;
  const read: Result<ReadFile> = bundle
    ? recordingFrom(bundle.record, file)
    : readRecording(file, io);
  const subject = read.ok
    ? subjectOf(read.value, order.choice, io.now())
    : read;
  if (!subject.ok) {
    return refuse(io, fileLabel(file), subject.reason);
  }
  const own = bundle?.folder ?? dirname(file === '-' ? './-' : file);
  const folder = resolve(order.folder ?? own);
  const parent = order.isInPlace
    ? null
    : mkdtempSync(join(tmpdir(), SCRATCH_PREFIX));
  try {
    const prepare = prepareCode(subject.value, folder, parent);
    const python = findPython(order.python, process.env);
    if (!prepare.ok || !python.ok) {
      const reason = prepare.ok ? python : prepare;
      return refuse(io, fileLabel(file), reason.ok ? '' : reason.reason);
    }
    const proof = await prove(
      { order, subject: subject.value, folder },
      { python: python.value, prepare: prepare.value },
      io
    );
    tell(proof, subject.value, order, io);
    return exitCodeOf(proof);
  } finally {
    if (parent !== null) {
      rmSync(parent, { recursive: true, force: true });
    }
  }
}

function prepareCode(
  { language }: Subject,
  folder: string,
  parent: string | null
): Result<string | null> {
  if (parent === null) {
    return succeed(null);
  }
  const code = scratchCode(language, folder, USUAL_LIMITS, parent);
  return code.ok
    ? code
    : fail(`${code.reason.replace(/;.*/, '')}; use --in-place`);
}

async function prove(
  {
    folder,
    order,
    subject
  }: {
    readonly order: Order;
    readonly subject: Subject;
    readonly folder: string;
  },
  {
    prepare,
    python
  }: { readonly python: string; readonly prepare: string | null },
  io: Io
): Promise<Proof> {
  const user = new AbortController();
  const cancel = (): void => user.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  signals.forEach(each => process.on(each, cancel));
  const start: StartKernel = async () => {
    const started = await startKernel({
      python,
      kernel: order.kernel ?? (subject.kernel || 'python3'),
      replaces: order.kernel === null,
      language: subject.language,
      folder
    });
    if (started.ok && started.value.note !== '') {
      io.err(`retrace: ${started.value.note}\n`);
    }
    return started;
  };
  const isDocument = subject.kind.kind === 'document';
  const mask = maskOf();
  try {
    return await replay(
      {
        proofId: randomUUID(),
        runId: subject.runId,
        notebookPath: subject.notebookPath,
        subject: subject.kind,
        place: 'same',
        folder: order.isInPlace ? 'notebook' : 'copy',
        steps: subject.steps,
        environment: subject.environment,
        prepare,
        onError: order.onError ?? (isDocument ? 'go-on' : 'skip'),
        timeoutMs: order.timeoutMs,
        cellLabel: step => cellName(step, subject.numbers),
        repeats: order.repeats,
        mask: { text: mask, outputs: outputs => maskOutputs(mask, outputs) }
      },
      {
        startKernel: start,
        now: () => Date.now(),
        cancel: user.signal,
        onProgress: order.isJson ? () => undefined : lines(subject, io)
      }
    );
  } finally {
    signals.forEach(each => process.off(each, cancel));
  }
}

/** Says each cell of the first repeat as soon as it is known. */
function lines(
  { numbers, steps }: Subject,
  io: Io
): (progress: ReplayProgress) => void {
  let said = 0;
  return ({ done, last, repeat }) => {
    if (repeat === 1 && done === said + 1 && last) {
      io.out(cellLines(last, steps[said]?.source ?? '', numbers));
      said = done;
    }
  };
}

function tell(proof: Proof, subject: Subject, order: Order, io: Io): void {
  io.out(
    order.isJson
      ? `${JSON.stringify({ ...proof, disagreements: disagreementsOf(subject.forecasts, proof) }, null, 2)}\n`
      : summaryLines(proof, subject)
  );
}

function exitCodeOf({ compared, proven, stop }: Proof): ExitCode {
  if ((stop !== null && stop.kind !== 'error') || compared === 0) {
    return 2;
  }
  return proven === compared ? 0 : 1;
}
