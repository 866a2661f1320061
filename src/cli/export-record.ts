// What exporters want to know beside a plan, from a recording and the folder that it lies in.
import {
  admittedData,
  dataFilesOf,
  fitting,
  type AdmittedData,
  type ExportRecord
} from '../exporters';
import type { ScriptPlan } from '../lineage';
import type { Json, RunContext, RunHistory } from '../model';
import {
  maskJson,
  maskOf,
  maskOutputs,
  reportDataOf,
  type Mask
} from '../recording';
import type { Io } from './io';
import type { Recording } from './recording';

/** Where data files are looked for, and how much of them is taken. */
export type DataOptions = {
  /** The notebook's folder; empty for the present one. */
  readonly folder: string;
  readonly limitBytes: number;
};

/** The record of a plan without data files. */
export function recordOf(
  { contexts, outputs }: Recording,
  history: RunHistory,
  io: Pick<Io, 'now'>
): ExportRecord {
  const mask = maskOf();
  return {
    history,
    outputs: new Map(
      [...outputs].map(([id, shown]) => [
        id,
        { outputs: maskOutputs(mask, shown), omissions: [] }
      ])
    ),
    context: contextOf(contexts?.get(history.run.runId), mask),
    proof: null,
    data: new Map(),
    writtenAt: io.now(),
    reportData: reportDataOf
  };
}

/** An archive may be made of a file that nobody masked. */
function contextOf(
  context: RunContext | undefined,
  mask: Mask
): RunContext | null {
  return context === undefined
    ? null
    : ({
        ...context,
        git: maskJson(mask, context.git as Json),
        ...(context.gitChanges && {
          gitChanges: maskJson(mask, context.gitChanges as Json)
        }),
        modules: maskJson(mask, context.modules as Json)
      } as RunContext);
}

/** Reads the data files of a plan up to the limit; those that cannot be read, or hold secrets, are left out. */
export function readData(
  plan: ScriptPlan,
  history: RunHistory,
  { folder, limitBytes }: DataOptions,
  io: Pick<Io, 'readBytes'>
): AdmittedData {
  const files = dataFilesOf(plan, history);
  const read = new Map<string, Uint8Array>();
  for (const { inside, path } of fitting(files, limitBytes)) {
    const bytes = io.readBytes(`${folder}${inside ?? ''}`);
    if (bytes.ok) {
      read.set(path, bytes.value);
    }
  }
  return admittedData(read, limitBytes, maskOf());
}
