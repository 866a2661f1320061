// Why a plan gives no useful file of any format.
import { languageOf } from '../languages';
import type { ScriptPlan } from '../lineage';

/** An English sentence; null when there is something to write. `what` is what would be written, in the plural. */
export function refusalOf(plan: ScriptPlan, what: string): string | null {
  if (!languageOf(plan.language)?.script) {
    return plan.language
      ? `Retrace cannot write ${what} for the language “${plan.language}”.`
      : 'The language of this kernel is not known.';
  }
  return plan.steps.length === 0
    ? 'Nothing ran here that an export could repeat.'
    : null;
}
