import type { ScriptPlan } from '../lineage';
import type {
  Execution,
  ExecutionId,
  ExecutionPayload,
  Json,
  Proof,
  RunContext,
  RunHistory
} from '../model';
import type { PackageLock } from './lock';

/** A file to be saved; nothing has been written yet. */
export type ExportFile = {
  /** File name without folder: letters, digits, `.`, `_` and `-` only. */
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
};

/** What was recorded of a plan's steps, beside the plan. Exporters take of it what the steps need, and no more. */
export type ExportRecord = {
  readonly history: RunHistory;
  /** An execution that is missing lost its outputs. */
  readonly outputs: ReadonlyMap<
    ExecutionId,
    Pick<ExecutionPayload, 'outputs' | 'omissions'>
  >;
  /** Null when nobody looked where the run took place. */
  readonly context: RunContext | null;
  /** The newest proof of the run; null when there is none. */
  readonly proof: Proof | null;
  /** Content of data files by path, as far as they are to be included: what `admittedData` lets through. */
  readonly data: ReadonlyMap<string, Uint8Array>;
  /** Data files that were read and are not to be included, with an English phrase that says why. */
  readonly leftOut?: ReadonlyMap<string, string>;
  /** What a tool made of the packages; undefined while none was asked. */
  readonly lock?: PackageLock;
  /** ISO time of the export. */
  readonly writtenAt: string;
  /** An execution's report in the form in which the probe sends it; null when there is none. */
  reportData(execution: Execution): Json;
};

/** Turns a script plan into files. Pure: saving is the shell's. */
export type Exporter = {
  readonly id: string;
  /** What the user reads in a list of formats; English. */
  readonly label: string;
  /** Kernel languages it can write. */
  accepts(language: string): boolean;
  /** Why the plan gives no useful file, an English sentence; null when it does. */
  refusal(plan: ScriptPlan): string | null;
  /** Name of the file that `render` gives. */
  fileName(plan: ScriptPlan): string;
  /** Always gives runnable files, also for a plan that `refusal` speaks against. */
  render(plan: ScriptPlan, record: ExportRecord): readonly ExportFile[];
};
