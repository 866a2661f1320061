// From a run to files: the plan that the preview shows, and what would be saved in each format.
import { exporters, type Exporter } from '../../exporters';
import { languageOf } from '../../languages';
import type { Criterion, Plans, ScriptPlan } from '../../lineage';
import { maskHistory, type Mask } from '../../recording';
import {
  fail,
  succeed,
  type PresentCell,
  type Result,
  type RunHistory,
  type Translator
} from '../../model';

/** What is to be exported. */
export type ExportRequest = {
  readonly history: RunHistory;
  readonly criterion: Criterion;
  /** The notebook as it stands; undefined when it is not open. */
  readonly cells: readonly PresentCell[] | undefined;
  readonly mask: Mask;
  /** Remembers the run that was exported last. */
  readonly plans: Plans;
};

/** A plan that is worth a look, with the formats that it can be written in. */
export type PreparedExport = {
  readonly plan: ScriptPlan;
  /** Without secrets. */
  readonly history: RunHistory;
  readonly formats: readonly Exporter[];
};

/** Plans the export, or says in one sentence why there is nothing to write. */
export function prepareExport(
  { cells, criterion, history, mask, plans }: ExportRequest,
  translator: Translator
): Result<PreparedExport> {
  const { kernel } = history.run;
  const masked = maskHistory(mask, history);
  const known = exporters.filter(each => each.accepts(kernel.language));
  const [first] = known;
  if (!first) {
    return fail(
      translator.__(
        'There is no script format for %1 yet.',
        kernel.language || kernel.displayName || translator.__('this kernel')
      )
    );
  }
  const plan = plans.plan({
    history: masked,
    document: cells,
    criterion,
    analyse: languageOf(kernel.language)?.analyse,
    dryRuns: languageOf(kernel.language)?.dryRuns
  });
  const formats = known.filter(each => each.refusal(plan) === null);
  const refusal = first.refusal(plan);
  return formats.length > 0
    ? succeed({ plan, history: masked, formats })
    : fail(
        translator.__(
          refusal ?? 'Nothing ran here that an export could repeat.'
        )
      );
}
