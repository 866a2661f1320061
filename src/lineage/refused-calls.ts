// Cells that stop at a call which Python refuses, or for want of a name: what stands behind that is neither shown nor left.
import type { Execution } from '../model';
import { missedName, surelyReadAt } from './broken';
import { chancesOf, type Chance, type Step } from './version';

/** A call that Python refuses for the arguments that it is given, whatever their values. */
const REFUSED =
  /^(?:[\w.<>]*\.)?(\w+)\(\) (?:missing \d+ required|takes (?:no|from|\d+)|got (?:an unexpected keyword|multiple values))/;

/** What the outputs of a step hang on: without what is first mentioned where the execution stopped, or behind it. */
export function chancesUntilRefused(
  step: Step,
  recorded: Execution | null
): readonly Chance[] {
  const end =
    recorded && (refusedCallIn(step, recorded) ?? lackIn(step, recorded));
  return end === null ? step.chances : chancesBefore(step, end);
}

/** Where code surely reads the name for want of which an execution stopped; null where it did not, or that is not told. */
function lackIn({ prepared }: Step, execution: Execution): number | null {
  const name = missedName(execution);
  return name === null ? null : (surelyReadAt(prepared, name) ?? null);
}

/** What an execution called that was refused for the arguments alone; undefined where it did not. */
export function refusedCall({ status, error }: Execution): string | undefined {
  const isRefused = status === 'error' && error?.ename === 'TypeError';
  return isRefused ? REFUSED.exec(error.evalue)?.[1] : undefined;
}

/** Where the statement begins whose one call an execution stopped at; null where it did not, or that is not told. */
function refusedCallIn(
  { prepared }: Step,
  execution: Execution
): number | null {
  const word = refusedCall(execution);
  return word === undefined
    ? null
    : (prepared.analysis.needs?.calls.get(word) ?? null);
}

/** What a step hangs on by what it draws itself, and by what it mentions before an offset; all where a body of the user's is called. */
function chancesBefore(step: Step, offset: number): readonly Chance[] {
  const { chances, prepared, reads } = step;
  const mentions = prepared.analysis.needs?.mentions;
  const isLate = (name: string): boolean =>
    (mentions?.get(name) ?? 0) >= offset;
  if (reads.some(one => isLate(one.name) && one.version?.carried.length)) {
    return chances;
  }
  const early = reads.filter(one => !isLate(one.name)).flatMap(chancesOf);
  return chances.filter(
    ({ kind, step: at }) =>
      at === step || early.some(one => one.kind === kind && one.step === at)
  );
}
