// What the views need of JupyterLab, bound by the plugin.
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';

import type { Degree } from '../facts';
import type { Finding } from '../hazards';
import type { DependenceGraph } from '../lineage';
import type { CellId, Execution, ExecutionId, RunId } from '../model';
import type { ReferencePolicy } from './outputs/reference-policy';
import type { Locale } from './runs/words';

/** Arguments of a command; the same as Lumino's, in the few types that ours use. */
export type CommandArguments = { readonly [name: string]: string | boolean };

/** One entry of a menu: a command with its arguments, or a line between entries. */
export type MenuEntry =
  { readonly command: string; readonly args: CommandArguments } | 'separator';

/** Binds the views to the application. */
export interface IPanelHost {
  readonly locale: Locale;
  /** Scheme, host, port and base path: history is kept for each of them apart. */
  readonly address: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** True when somebody provides the command. */
  hasCommand(id: string): boolean;
  execute(id: string, args: CommandArguments): void;
  /** Opens a menu below an element and gives the focus back to it afterwards. */
  openMenu(anchor: HTMLElement, entries: readonly MenuEntry[]): void;
  copy(text: string): void;
  /** Fills an empty element with coloured code, as text. */
  highlight(
    code: string,
    mediaType: string,
    element: HTMLElement
  ): Promise<void>;
  /** A restricted registry; its policy is asked at each rendering. */
  rendering(policy: () => ReferencePolicy): IRenderMimeRegistry;
  /** One plain sentence about a finding. */
  describe(finding: Finding, cells: ReadonlyMap<CellId, number>): string;
  /** What the button for a finding's remedy says; null when nothing can be done. */
  remedyLabel(finding: Finding): string | null;
  /** Does what the remedy says. */
  remedy(finding: Finding): void;
  goToCell(cellId: CellId): void;
  /** What to do about a finding by hand. */
  hint(finding: Finding): string;
  /** The records of executions, without those that are gone. */
  executions(ids: readonly ExecutionId[]): Promise<readonly Execution[]>;
  /** Brings an execution of the runs below into view. */
  goToExecution(executionId: ExecutionId): void;
  /** The way from the causes to what a cell shows; null when it is not known. */
  why(cellId: CellId): DependenceGraph | null;
  /** Degree of reproducibility of a run; undefined while nobody knows it. */
  degree(runId: RunId): Degree | undefined;
  /** Switches recording of the notebook in front. */
  setRecording(isOn: boolean): void;
}
