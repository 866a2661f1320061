// Steps that leave nothing but settings, which show where something is drawn or written by them and nowhere else.
import { isFile } from './ambient-names';
import type { Step } from './version';

/**
 * True where both run one source that showed nothing, and leave nothing but state outside of the namespace: what that is
 * set to is seen in the cells that use it. Files are seen by anybody.
 */
export function onlySets(actual: Step, expected: Step): boolean {
  const { execution, prepared, written, reads } = actual;
  const names = [...written.keys(), ...expected.written.keys()];
  return (
    execution?.status === 'ok' &&
    execution.outputCount === 0 &&
    names.length > 0 &&
    names.every(name => name.startsWith('@') && !isFile(name)) &&
    prepared.normalised === expected.prepared.normalised &&
    prepared.analysis.completeness === 'complete' &&
    prepared.analysis.onlySets === true &&
    // Code of the notebook's may show something.
    [...reads, ...expected.reads].every(
      ({ version }) => !version?.carried.length
    )
  );
}
