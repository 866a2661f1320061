// What exporters want to know beside a plan, from a recording and the folder that it lies in.
import {
  dataFilesOf,
  fitting,
  type DataFile,
  type ExportRecord
} from '../exporters';
import type { ScriptPlan } from '../lineage';
import type { RunHistory } from '../model';
import { maskOf, maskOutputs, reportDataOf } from '../recording';
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
  { outputs }: Recording,
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
    context: null,
    proof: null,
    data: new Map(),
    writtenAt: io.now(),
    reportData: reportDataOf
  };
}

/** Reads the data files of a plan up to the limit; those that cannot be read are left out and told. */
export function readData(
  plan: ScriptPlan,
  history: RunHistory,
  { folder, limitBytes }: DataOptions,
  io: Pick<Io, 'readBytes'>
): {
  readonly data: ReadonlyMap<string, Uint8Array>;
  readonly left: readonly DataFile[];
} {
  const files = dataFilesOf(plan, history);
  const data = new Map<string, Uint8Array>();
  for (const { inside, path } of fitting(files, limitBytes)) {
    const bytes = io.readBytes(`${folder}${inside ?? ''}`);
    if (bytes.ok) {
      data.set(path, bytes.value);
    }
  }
  return { data, left: files.filter(({ path }) => !data.has(path)) };
}
