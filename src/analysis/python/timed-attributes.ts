// Places in which scikit-learn keeps how long its work took: each run has others there.

import type { Step } from './access';
import type { Syntax } from './syntax';
import { textOf, touch, type Walk } from './walk';

const TIMES = /^\[?["'](?:(?:mean|std)_)?(?:fit|score)_time["']\]?$/;
const ALL_TIMES = /["'](?:(?:mean|std)_)?(?:fit|score)_time["']/;
/** What tells of all results of a search, times among them, and what shows them as they are. */
const RESULTS =
  /^(?:(?:print|display|pprint)\s*\(\s*)?(?:(?:\w+\.)?DataFrame(?:\.from_dict)?\s*\(\s*)?[\w.]+\.cv_results_\s*\)?(?:\.(?:head|tail|round|transpose|sort_values|T)\b(?:\s*\([^()[\]]*\))?)*\s*\)?$/;

/** Notes that an access leads to times. */
export function touchTimes(
  walk: Walk,
  node: Syntax,
  steps: readonly Step[]
): void {
  if (steps.some(step => leadsToTimes(walk, step))) {
    touch(walk, { state: 'clock', action: 'read' }, node);
  }
}

function leadsToTimes(walk: Walk, step: Step): boolean {
  if (step.kind === 'attribute') {
    return step.name === 'refit_time_';
  }
  const [only, ...others] = step.index;
  const isList = only?.name === 'ArrayExpression';
  return (
    only !== undefined &&
    others.length === 0 &&
    (isList ? ALL_TIMES : TIMES).test(textOf(walk, only))
  );
}

/** Notes that a statement shows all results of a search. */
export function touchShownTimes(walk: Walk, node: Syntax): void {
  const text = textOf(walk, node);
  if (text.includes('cv_results_') && RESULTS.test(text.trim())) {
    touch(walk, { state: 'clock', action: 'read' }, node);
  }
}
