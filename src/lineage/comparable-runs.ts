// Which runs' outputs may be held against each other: those of which everything that they read was seen.
import type { RunHistory } from '../model';
import { ambientName } from './ambient-names';
import type { RunReplay } from './replay-run';
import type { Step } from './version';

/** States through which something comes in from outside. */
const OUTSIDE: ReadonlySet<string> = new Set([
  ambientName('directory'),
  ambientName('network')
]);

/** Of each run, what tells its environment from others; null where outputs of the run prove nothing. */
export function environmentsOf(
  runs: readonly RunHistory[],
  replays: readonly Pick<RunReplay, 'isSeen'>[]
): readonly (string | null)[] {
  return runs.map(({ run }, index) =>
    (replays[index]?.isSeen ?? true) ? (run.environmentId ?? run.runId) : null
  );
}

/** True when the kernel told which files a step read, or nothing says that it read any. */
export function isSeen({ prepared, execution }: Step): boolean {
  const reads = prepared.effects.some(({ name }) => OUTSIDE.has(name));
  const told = (execution?.report?.files ?? []).length > 0;
  return (!reads || told) && !prepared.talks;
}
