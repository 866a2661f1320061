// A finding for tests that care only about where it is.
import { asCellId } from '../model';
import type { PublishedFinding } from '../tokens';

/** A finding at these cells, the first of which is its cause. */
export function findingAt(...cellIds: string[]): PublishedFinding {
  const affected = cellIds.map(asCellId);
  return {
    code: 'RT006',
    rule: 'edited-cell',
    severity: 'differs',
    cause: {
      kind: 'edited',
      name: null,
      cellId: affected[0]!,
      executionId: null
    },
    names: [],
    subject: affected[0]!,
    affected,
    evidence: [],
    remedy: null,
    identity: cellIds.join()
  };
}
