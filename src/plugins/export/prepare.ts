// From a run to a script: what the preview shows and what would be saved.
import { exporters, type ExportFile } from '../../exporters';
import { languageOf } from '../../languages';
import { planScript, type ScriptPlan } from '../../lineage';
import {
  fail,
  succeed,
  type ExecutionId,
  type PresentCell,
  type Result,
  type RunHistory,
  type Translator
} from '../../model';

/** What is to be exported. */
export type ExportRequest = {
  readonly history: RunHistory;
  /** Null for the whole run. */
  readonly target: ExecutionId | null;
  /** The notebook as it stands; undefined when it is not open. */
  readonly cells: readonly PresentCell[] | undefined;
};

/** A script that is worth a look. */
export type PreparedScript = {
  readonly plan: ScriptPlan;
  readonly file: ExportFile;
};

/** Plans and writes the script, or says in one sentence why there is none. */
export function prepareScript(
  { cells, history, target }: ExportRequest,
  translator: Translator
): Result<PreparedScript> {
  const { kernel } = history.run;
  const exporter = exporters.find(each => each.accepts(kernel.language));
  if (!exporter) {
    return fail(
      translator.__(
        'There is no script format for %1 yet.',
        kernel.language || kernel.displayName || translator.__('this kernel')
      )
    );
  }
  const plan = planScript({
    history,
    document: cells,
    criterion:
      target === null
        ? { kind: 'run' }
        : { kind: 'execution', executionId: target },
    analyse: languageOf(kernel.language)?.analyse
  });
  const refusal = exporter.refusal(plan);
  if (refusal !== null) {
    return fail(translator.__(refusal));
  }
  const [file] = exporter.render(plan);
  return file
    ? succeed({ plan, file })
    : fail(translator.__('The script would be empty.'));
}
