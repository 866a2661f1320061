// What the cases of the store contract share: a fresh store for each case, and short words for what they do with it.
import {
  asEnvironmentId,
  type Environment,
  type Output,
  type Run
} from '../../model';
import type { IRunStore } from '../../tokens';
import { aBatch, aDraft, aHead } from '../store-fixtures';

/** One store for each case. */
export class StoreBench {
  /** The store of the present case. */
  store!: IRunStore;

  /** Opens a run of the present store. */
  readonly open = (
    id: string,
    parts: Parameters<typeof aDraft>[1] = {}
  ): Promise<Run> => this.store.openRun(aDraft(id, parts));

  /** What is stored of a run: sequence, id and status of each execution. */
  readonly heads = async (run: Run): Promise<readonly string[]> =>
    (await this.store.executions(run.runId)).map(
      head => `${head.sequence} ${head.executionId} ${head.status}`
    );

  /** Outputs as they come back; null where they are lost. */
  readonly roundTrip = async (
    outputs: readonly Output[]
  ): Promise<readonly Output[] | null> => {
    const run = await this.open('r1');
    const head = aHead(run, 'a');
    const { executionId } = head;
    await this.store.append(
      aBatch(run, {
        executions: [head],
        payloads: [{ executionId, source: 'x', outputs }]
      })
    );
    return (await this.store.payload(executionId)).outputs;
  };
}

/** A run that is over. */
export const closed = {
  end: 'restarted',
  closedAt: '2026-11-21T11:00:00.000Z'
} as const;

/** An environment with one package. */
export const environment: Environment = {
  schemaVersion: 1,
  environmentId: asEnvironmentId('environment-1'),
  language: 'python',
  languageVersion: '3.12.1',
  implementation: 'CPython',
  platform: 'Linux',
  packages: [{ name: 'numpy', version: '2.1.0' }],
  modules: { numpy: 'numpy' }
};

/** A display with a PNG of so many bytes; or with the text itself, when there are none. */
export function image(bytes: number, text = ''): Output {
  const content = Buffer.from(
    Uint8Array.from({ length: bytes }, (_, at) => (at * 31) % 256)
  );
  return {
    output_type: 'display_data',
    data: {
      'image/png': content.toString('base64') + text,
      'text/plain': '<Figure>'
    },
    metadata: {}
  };
}
