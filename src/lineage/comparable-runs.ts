// Which runs' outputs may be held against each other: those of which everything that they read was seen.
import type { RunHistory } from '../model';
import { ambientName } from './prepare';
import type { Step } from './version';

/** States through which something comes in from outside. */
const OUTSIDE: ReadonlySet<string> = new Set([
  ambientName('directory'),
  ambientName('network')
]);

/** Words of code that talks to other programs, databases or people. */
const TALKING =
  /(?:^|\n)\s*[!%]|\b(?:input|getpass|subprocess|system|popen|execute|connect|read_sql\w*)\b/i;

/** Of each run, what tells its environment from others; null where outputs of the run prove nothing. */
export function environmentsOf(
  runs: readonly RunHistory[],
  steps: readonly (readonly Step[])[]
): readonly (string | null)[] {
  return runs.map(({ run }, index) =>
    (steps[index] ?? []).every(isSeen) ? (run.environmentId ?? run.runId) : null
  );
}

/** True when the kernel told which files it read, or nothing says that it read any. */
function isSeen({ prepared, execution }: Step): boolean {
  const reads = prepared.effects.some(({ name }) => OUTSIDE.has(name));
  const told = (execution?.report?.files ?? []).length > 0;
  return (!reads || told) && !TALKING.test(prepared.normalised);
}
