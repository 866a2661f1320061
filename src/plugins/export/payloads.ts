// What many executions showed, read from the store.
import type { ExecutionId, ExecutionPayload } from '../../model';
import type { IRunStore } from '../../tokens';

/** Asked for at once: one answer after the other would wait for the disk each time, all together would fill the memory twice. */
const AT_ONCE = 100;

/** The payload of each execution, each id once. */
export async function payloadsOf(
  executionIds: readonly ExecutionId[],
  store: Pick<IRunStore, 'payload'>
): Promise<ReadonlyMap<ExecutionId, ExecutionPayload>> {
  const ids = [...new Set(executionIds)];
  const found = new Map<ExecutionId, ExecutionPayload>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const payloads = await Promise.all(some.map(id => store.payload(id)));
    some.forEach((id, index) => {
      const payload = payloads[index];
      if (payload) {
        found.set(id, payload);
      }
    });
  }
  return found;
}
