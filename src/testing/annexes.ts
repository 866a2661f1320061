// Contexts and proofs for tests.
import {
  asCellId,
  emptyContext,
  executionIdOf,
  type Output,
  type Proof,
  type Run,
  type RunContext
} from '../model';

/** A picture that is large enough to be kept apart. */
export const picture: Output = {
  output_type: 'display_data',
  data: {
    'image/png': Buffer.alloc(30_000, 'png').toString('base64'),
    'text/plain': '<Figure>'
  },
  metadata: {}
};

/** A proof of one cell that shows a picture. */
export function aProof(
  run: Pick<Run, 'runId' | 'notebookPath'>,
  proofId: string,
  parts: Partial<Proof> = {}
): Proof {
  return {
    schemaVersion: 1,
    proofId,
    runId: run.runId,
    notebookPath: run.notebookPath,
    subject: { kind: 'run' },
    startedAt: '2026-11-21T10:00:00.000Z',
    finishedAt: '2026-11-21T10:00:09.000Z',
    place: 'same',
    folder: 'notebook',
    environmentId: null,
    environmentLabel: 'CPython 3.12.1, 1 package',
    outcomes: [
      {
        cellId: asCellId('cell-a'),
        executionId: executionIdOf(run.runId, 'a'),
        cellIndex: 0,
        verdict: 'identical',
        outputs: [
          {
            verdict: 'identical',
            rules: [],
            detail: '',
            recorded: picture,
            replayed: picture
          }
        ],
        durationMs: 12,
        detail: ''
      }
    ],
    compared: 1,
    proven: 1,
    stop: null,
    repeats: 1,
    metrics: [],
    varying: [],
    ...parts
  };
}

/** A context with a long text. */
export function aContext(
  run: Pick<Run, 'runId'>,
  parts: Partial<RunContext> = {}
): RunContext {
  return {
    ...emptyContext(run.runId),
    user: 'ada',
    git: {
      remote: 'https://git.example/lab/study.git',
      branch: 'main',
      commit: '0123456789abcdef0123456789abcdef01234567',
      isDirty: true,
      diff: `diff --git a/x b/x\n${'+ line\n'.repeat(2000)}`
    },
    notes: { __proto__row: 'kept', 'row-1': '\0blob:0 is no blob' },
    ...parts
  };
}
