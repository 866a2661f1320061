// The PEP 723 block at the top of a script, which `uv run` and `pip-run` read.
import type { ScriptPlan } from '../../lineage';
import { hashOf } from '../../model';
import { tomlString } from './literals';
import { pythonRange } from './requirements';

const TIME =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** The lines of the metadata block, from `# /// script` to `# ///`. */
export function metadataBlock(
  plan: ScriptPlan,
  pins: readonly string[]
): string[] {
  const range = pythonRange(plan.environment?.languageVersion ?? '');
  const time = lastTime(plan);
  return [
    '# /// script',
    ...(range ? [`# requires-python = ${tomlString(range)}`] : []),
    ...(pins.length > 0
      ? [
          '# dependencies = [',
          ...pins.map(pin => `#     ${tomlString(pin)},`),
          '# ]'
        ]
      : ['# dependencies = []']),
    ...(time === null
      ? []
      : ['#', '# [tool.uv]', `# exclude-newer = ${tomlString(time)}`]),
    '#',
    '# [tool.retrace]',
    `# notebook = ${tomlString(plan.notebookPath)}`,
    `# run = ${Number.isSafeInteger(plan.runNumber) ? plan.runNumber : 0}`,
    `# run-id = ${tomlString(plan.runId)}`,
    `# lineage = ${tomlString(lineageOf(plan))}`,
    ...(plan.openedAt ? [`# recorded = ${tomlString(plan.openedAt)}`] : []),
    '# ///'
  ];
}

/** Equal for slices of the same code in the same order, whatever run they come from. */
function lineageOf({ steps }: ScriptPlan): string {
  return hashOf(steps.map(({ sourceHash }) => sourceHash).join('\n'));
}

/** When the last step began, or the run where no step tells; null when neither does. */
function lastTime({ openedAt, steps }: ScriptPlan): string | null {
  const known = steps
    .flatMap(({ startedAt }) => startedAt ?? [])
    .filter(time => TIME.test(time))
    .sort();
  const time = known[known.length - 1] ?? openedAt;
  return TIME.test(time) ? time : null;
}
