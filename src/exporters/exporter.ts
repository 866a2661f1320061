import type { ScriptPlan } from '../lineage';

/** A file to be saved; nothing has been written yet. */
export type ExportFile = {
  /** File name without folder: letters, digits, `.`, `_` and `-` only. */
  readonly name: string;
  readonly content: string;
  readonly mediaType: string;
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
  /** Always gives runnable files, also for a plan that `refusal` speaks against. */
  render(plan: ScriptPlan): readonly ExportFile[];
};
