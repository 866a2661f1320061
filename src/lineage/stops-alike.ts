// Cells that stop for want of a name when they run, and for want of the same name in a fresh run.
import { missedName } from './broken';
import type { SimulatedCell } from './documents';
import type { Prepared } from './prepared';
import type { Step } from './version';

/** True when what stopped the cell was the lack of a name that a fresh run lacks, too, and before any other. */
export function failsAlike(actual: Step, { lacking }: SimulatedCell): boolean {
  const { status, error } = actual.execution ?? {};
  const place = placeIn(actual.prepared);
  return (
    status === 'error' &&
    lacking.some(
      name =>
        actual.absent.includes(name) &&
        (error?.evalue.includes(`'${name}'`) ?? false) &&
        lacking.every(
          other => actual.absent.includes(other) || place(other) > place(name)
        )
    )
  );
}

/** The same of a cell that was edited: its first statement was stopped so, and its present one will be. */
export function stopsAtOnce(
  { execution, prepared }: Step,
  { step, lacking, isDoubtful }: SimulatedCell
): boolean {
  const name = execution && missedName(execution);
  const place = placeIn(step.prepared);
  return (
    typeof name === 'string' &&
    execution?.outputCount === 1 &&
    !isDoubtful &&
    lacking.includes(name) &&
    lacking.every(other => other === name || place(other) > place(name)) &&
    [prepared, step.prepared].every(one => beginsWith(one, name))
  );
}

function placeIn({ readAt }: Prepared): (name: string) => number {
  return name => readAt.get(name) ?? 0;
}

/** Code of which not all runs where it stands, or not at once. */
const LATER = /^[%!]|\b(?:lambda|def|class|for|while|if|else|and|or)\b/;

/** True when the first line of the code surely reads the name. */
function beginsWith({ normalised, readAt }: Prepared, name: string): boolean {
  const [line = ''] = normalised.split('\n', 1);
  return (
    readAt.has(name) && !LATER.test(line) && line.split(' ').includes(name)
  );
}
