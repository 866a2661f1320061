// Part of the store contract: code, outputs, documents and environments.
import {
  asBlobHash,
  asDocumentHash,
  asEnvironmentId,
  asRunId,
  executionIdOf,
  hashOf,
  type Environment,
  type Output,
  type Run
} from '../../model';
import type { IRunStore } from '../../tokens';
import {
  aBatch,
  aDocument,
  aHead,
  aStream,
  anExecutionBatch
} from '../store-fixtures';
import { environment, image, type StoreBench } from './bench';

/** Registers the cases. */
export function contentsContract(bench: StoreBench): void {
  const { open, roundTrip } = bench;
  let store: IRunStore;
  beforeEach(() => {
    store = bench.store;
  });

  describe('payload', () => {
    test.each<[string, readonly Output[]]>([
      ['NUL, emoji and a progress bar', [aStream('\0 a 😀 █ \r\n')]],
      ['the same in a long text', [aStream('\0😀█\uFEFF'.repeat(2000))]],
      ['an image', [image(300)]],
      ['an image with a line feed behind it', [image(301, '\n')]],
      ['a large image', [image(200_000)]],
      ['a wrapped image', [image(0, 'AAAA\nAAAA\n')]],
      ['an image that is none', [image(0, 'not base64 at all?')]],
      ['an image with unused bits', [image(0, 'AAB=')]],
      ['an empty image', [image(0)]],
      [
        'a result with JSON, SVG and metadata',
        [
          {
            output_type: 'execute_result',
            execution_count: 3,
            data: {
              'application/json': { a: [1, null, { b: 'c' }] },
              'image/svg+xml': '<svg/>',
              'text/plain': 'x'.repeat(5000)
            },
            metadata: { 'image/png': { width: 3 } }
          }
        ]
      ],
      [
        'a failure',
        [
          {
            output_type: 'error',
            ename: 'ValueError',
            evalue: 'no',
            traceback: ['\u001b[31mone', 'two'.repeat(1000)]
          }
        ]
      ],
      ['none', []]
    ])('gives back %s', async (_what, outputs) => {
      expect(await roundTrip(outputs)).toEqual(outputs);
    });

    test('gives back a media type that is named like a prototype', async () => {
      const data = JSON.parse('{"__proto__": {"text/html": "p"}}') as object;
      const outputs = await roundTrip([
        { output_type: 'display_data', data, metadata: {} } as Output
      ]);
      expect(JSON.stringify(outputs)).toContain('"__proto__"');
      expect(Object.prototype).not.toHaveProperty('text/html');
    });

    test('a lone surrogate comes back as U+FFFD, in short texts and in long ones', async () => {
      for (const tail of ['', 'x'.repeat(5000)]) {
        expect(await roundTrip([aStream(`a\uD800b${tail}`)])).toEqual([
          aStream(`a\uFFFDb${tail}`)
        ]);
        await store.clear();
      }
    });

    test('of an execution that nobody knows is empty', async () => {
      const id = executionIdOf(asRunId('r1'), 'none');
      expect(await store.payload(id)).toEqual({
        source: null,
        outputs: null,
        omissions: []
      });
      expect(await store.execution(id)).toBeNull();
    });
  });

  describe('documents, environments and history', () => {
    test('gives documents back over a long chain of edits', async () => {
      const run = await open('r1');
      const states = Array.from({ length: 80 }, (_, at) =>
        aDocument([
          'import x',
          `edit ${at}`,
          ...Array(at % 5).fill('more'),
          'end'
        ])
      );
      for (const document of states) {
        await store.append(aBatch(run, { documents: [document] }));
      }
      for (const { documentHash, cells } of states) {
        expect(await store.document(documentHash)).toEqual(cells);
      }
    });

    test('answers null for a document that is not stored', async () => {
      expect(await store.document(asDocumentHash('none'))).toBeNull();
    });

    test('gives a history without outputs', async () => {
      const run = await open('r1');
      await store.append({
        ...anExecutionBatch(run, 'a'),
        run: { ...run, environmentId: environment.environmentId },
        environment
      });
      await store.append(
        aBatch(run, { executions: [aHead(run, 'b', { status: 'queued' })] })
      );
      const history = await store.history(run.runId);
      expect(history?.executions.map(head => head.sequence)).toEqual([1]);
      expect(history?.environment).toEqual(environment);
      expect([...(history?.sources ?? [])]).toEqual([
        [hashOf('print("a")'), 'print("a")']
      ]);
    });

    test('an environment that became better known replaces the one before', async () => {
      const [run, other] = [await open('r1'), await open('r2')];
      const later = {
        ...environment,
        environmentId: asEnvironmentId('environment-2'),
        platform: 'Linux 6.1 x86_64'
      };
      const append = (of: Run, known: Environment) =>
        store.append({
          ...aBatch({ ...of, environmentId: known.environmentId }),
          environment: known
        });
      await append(run, environment);
      await append(other, environment);
      await append(run, later);
      expect(await store.environment(environment.environmentId)).toEqual(
        environment
      );
      await append(other, later);
      expect(await store.environment(environment.environmentId)).toBeNull();
      expect((await store.history(run.runId))?.environment).toEqual(later);
      await store.remove([run.runId, other.runId]);
      expect((await store.usage()).bytes).toBe(0);
    });

    test('has no history of a run that is gone', async () => {
      expect(await store.history(asRunId('gone'))).toBeNull();
    });

    test('sources that are not stored are missing', async () => {
      const hash = asBlobHash('0'.repeat(64));
      expect((await store.sources([hash])).size).toBe(0);
    });
  });
}
