// What the page needs of JupyterLab, bound by the plugin.
import type { ExecutionId } from '../../model';
import type { Locale } from '../runs/words';
import type { ValueChoice } from './values';

/** Binds the page to the application. */
export interface IEnvironmentHost {
  readonly locale: Locale;
  /** Milliseconds since 1970. */
  now(): number;
  copy(text: string): void;
  /** Opens the notebook if need be and brings an execution of it into view. */
  goToExecution(executionId: ExecutionId, notebookPath: string): void;
  /** Names that were pinned and hidden for a notebook. */
  choice(notebookPath: string): Promise<ValueChoice>;
  saveChoice(notebookPath: string, choice: ValueChoice): void;
  /** Lines that an installer reads; null for a language without such. */
  requirements(
    packages: readonly { readonly name: string; readonly version: string }[],
    language: string
  ): string | null;
}
