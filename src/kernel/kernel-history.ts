// Sources of earlier executions, from the kernel's own history.
import type { Kernel } from '@jupyterlab/services';

/** More are not asked for. */
const LIMIT = 2000;

/** Sources by execution count; what the history does not hold is missing. */
export async function sourcesOf(
  connection: Kernel.IKernelConnection,
  counts: readonly number[]
): Promise<ReadonlyMap<number, string>> {
  const sources = new Map<number, string>();
  if (counts.length === 0 || connection.isDisposed) {
    return sources;
  }
  const start = Math.min(...counts);
  const reply = await connection.requestHistory({
    hist_access_type: 'range',
    session: 0,
    start,
    stop: Math.min(Math.max(...counts) + 1, start + LIMIT),
    raw: true,
    output: false
  });
  const history: readonly (readonly unknown[])[] =
    reply.content.status === 'ok' ? reply.content.history : [];
  for (const [, count, source] of history) {
    if (typeof count === 'number' && typeof source === 'string') {
      sources.set(count, source);
    }
  }
  return sources;
}
