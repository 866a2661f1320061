// What every run store must do, whatever it keeps records in. Called by the spec of each back end.
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
} from '../model';
import type { IRunStore, StoreChange } from '../tokens';
import { annexContract } from './store-contract-annexes';
import {
  aBatch,
  aDocument,
  aDraft,
  aHead,
  anExecutionBatch,
  aStream
} from './store-fixtures';

const environment: Environment = {
  schemaVersion: 1,
  environmentId: asEnvironmentId('environment-1'),
  language: 'python',
  languageVersion: '3.12.1',
  implementation: 'CPython',
  platform: 'Linux',
  packages: [{ name: 'numpy', version: '2.1.0' }],
  modules: { numpy: 'numpy' }
};

/** A run that is over. */
const closed = {
  end: 'restarted',
  closedAt: '2026-11-21T11:00:00.000Z'
} as const;

/** Registers the cases; `makeStore` gives an empty store each time. */
export function storeContract(
  name: string,
  makeStore: () => Promise<IRunStore>
): void {
  describe(`store contract: ${name}`, () => {
    let store: IRunStore;
    const open = (id: string, parts: Parameters<typeof aDraft>[1] = {}) =>
      store.openRun(aDraft(id, parts));
    const heads = async (run: Run) =>
      (await store.executions(run.runId)).map(
        head => `${head.sequence} ${head.executionId} ${head.status}`
      );
    const roundTrip = async (outputs: readonly Output[]) => {
      const run = await open('r1');
      const head = aHead(run, 'a');
      const { executionId } = head;
      await store.append(
        aBatch(run, {
          executions: [head],
          payloads: [{ executionId, source: 'x', outputs }]
        })
      );
      return (await store.payload(executionId)).outputs;
    };

    beforeEach(async () => {
      store = await makeStore();
      await store.ready;
    });
    afterEach(() => store.dispose());

    describe('openRun', () => {
      test('numbers the runs of a notebook from 1', async () => {
        const numbers = [
          (await open('r1')).number,
          (await open('r2')).number,
          (await open('r3', { notebookPath: 'other.ipynb' })).number,
          (await open('r4', { serverRoot: '/elsewhere' })).number
        ];
        expect(numbers).toEqual([1, 2, 1, 1]);
      });

      test('answers the open run of the same notebook, kernel and process', async () => {
        const kernel = aDraft('r1').kernel;
        await open('r1', { kernel });
        const again = await open('r2', { kernel });
        expect(again.runId).toBe('r1');
        expect((await store.list({})).length).toBe(1);
      });

      test('a draft that cannot tell its process continues the open run', async () => {
        await open('r1');
        const kernel = { ...aDraft('r2').kernel, processId: '' };
        expect((await open('r2', { kernel })).runId).toBe('r1');
      });

      test('another process of the same kernel is another run', async () => {
        const first = await open('r1');
        const second = await open('r2');
        expect([first.runId, second.runId]).toEqual(['r1', 'r2']);
      });

      test('a closed run is not continued', async () => {
        const kernel = aDraft('r1').kernel;
        const run = await open('r1', { kernel });
        await store.append(aBatch({ ...run, ...closed }));
        expect((await open('r2', { kernel })).runId).toBe('r2');
      });

      test('the same draft twice is one run', async () => {
        const [first, second] = await Promise.all([open('r1'), open('r1')]);
        expect(second).toEqual(first);
        expect((await store.usage()).runs).toBe(1);
      });

      test('runs opened at the same time get numbers of their own', async () => {
        const runs = await Promise.all(['r1', 'r2', 'r3'].map(id => open(id)));
        expect(runs.map(run => run.number)).toEqual([1, 2, 3]);
      });
    });

    describe('append', () => {
      test('gives dense sequences in the order of the proposed ones', async () => {
        const run = await open('r1');
        await store.append(
          aBatch(run, {
            executions: [
              aHead(run, 'c', { sequence: 9 }),
              aHead(run, 'a', { sequence: 4 }),
              aHead(run, 'b', { sequence: 5 })
            ]
          })
        );
        expect(await heads(run)).toEqual([
          '1 r1/a ok',
          '2 r1/b ok',
          '3 r1/c ok'
        ]);
      });

      test('a queued execution gets its sequence when it starts', async () => {
        const run = await open('r1');
        const queued = (id: string) => aHead(run, id, { status: 'queued' });
        await store.append(
          aBatch(run, { executions: [queued('a'), queued('b')] })
        );
        expect(await heads(run)).toEqual([
          'null r1/a queued',
          'null r1/b queued'
        ]);
        await store.append(aBatch(run, { executions: [aHead(run, 'b')] }));
        expect(await heads(run)).toEqual(['1 r1/b ok', 'null r1/a queued']);
      });

      test('a sequence that was given stays', async () => {
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a', { status: 'running' }));
        await store.append(anExecutionBatch(run, 'b'));
        await store.append(anExecutionBatch(run, 'a', { sequence: 7 }));
        expect(await heads(run)).toEqual(['1 r1/a ok', '2 r1/b ok']);
      });

      test('applying a batch again changes nothing', async () => {
        const run = await open('r1');
        const batch = anExecutionBatch(run, 'a');
        await store.append(batch);
        const before = [await store.get(run.runId), await store.usage()];
        await store.append(batch);
        await store.append(batch);
        expect([await store.get(run.runId), await store.usage()]).toEqual(
          before
        );
      });

      test('a final head is not replaced by one that is not', async () => {
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a'));
        const late = anExecutionBatch(run, 'a', { status: 'running' });
        await store.append({
          ...late,
          payloads: late.payloads.map(payload => ({ ...payload, outputs: [] }))
        });
        expect(await heads(run)).toEqual(['1 r1/a ok']);
        const { outputs } = await store.payload(executionIdOf(run.runId, 'a'));
        expect(outputs).toEqual([aStream('a\n')]);
      });

      test('an end that was seen replaces a lost one, and not the other way round', async () => {
        const run = await open('r1');
        const lost = { status: 'lost', gaps: ['outputs-partial'] } as const;
        await store.append(
          aBatch(run, { executions: [aHead(run, 'a', lost)] })
        );
        await store.append(anExecutionBatch(run, 'a'));
        await store.append(
          aBatch(run, { executions: [aHead(run, 'a', lost)] })
        );
        const head = await store.execution(executionIdOf(run.runId, 'a'));
        expect(head).toMatchObject({ status: 'ok', sequence: 1, gaps: [] });
      });

      test('what only another page saw of an execution is kept', async () => {
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a', { cellIndex: 3 }));
        await store.append(
          anExecutionBatch(run, 'a', {
            cellId: null,
            cellIndex: null,
            submittedAt: null
          })
        );
        expect(
          await store.execution(executionIdOf(run.runId, 'a'))
        ).toMatchObject({ cellId: 'cell-a', cellIndex: 3 });
      });

      test('outputs that one page saw in full are not replaced by a part', async () => {
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a'));
        const { executionId } = aHead(run, 'a');
        await store.append(
          aBatch(run, {
            executions: [aHead(run, 'a', { gaps: ['outputs-partial'] })],
            payloads: [{ executionId, outputs: [] }]
          })
        );
        expect((await store.execution(executionId))?.gaps).toEqual([]);
        expect((await store.payload(executionId)).outputs).toHaveLength(1);
      });

      test('counts the run’s totals from the heads, whatever the batch says', async () => {
        const run = await open('r1');
        const wrong = {
          executionCount: 50,
          failureCount: 9,
          busyMs: 1,
          number: 8
        };
        await store.append({
          ...anExecutionBatch(run, 'a'),
          run: { ...run, ...wrong }
        });
        await store.append(anExecutionBatch(run, 'b', { status: 'error' }));
        await store.append(anExecutionBatch(run, 'b', { status: 'error' }));
        expect(await store.get(run.runId)).toMatchObject({
          executionCount: 2,
          failureCount: 1,
          busyMs: 4000,
          number: 1
        });
      });

      test('a clock that jumps back makes no negative time and no other order', async () => {
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a'));
        await store.append(
          anExecutionBatch(run, 'b', {
            submittedAt: '2026-11-21T09:00:00.000Z',
            startedAt: '2026-11-21T09:00:00.000Z',
            finishedAt: '2026-11-21T08:00:00.000Z'
          })
        );
        expect(await heads(run)).toEqual(['1 r1/a ok', '2 r1/b ok']);
        expect((await store.get(run.runId))?.busyMs).toBe(2000);
      });

      test('a closed run stays closed, and an unseen end learns how it was', async () => {
        const run = await open('r1');
        const end = async () => (await store.get(run.runId))?.end;
        await store.append(aBatch({ ...run, ...closed, end: 'unseen' }));
        await store.append(aBatch(run));
        expect(await end()).toBe('unseen');
        await store.append(aBatch({ ...run, ...closed, end: 'died' }));
        await store.append(aBatch({ ...run, ...closed, end: 'restarted' }));
        expect(await end()).toBe('died');
      });

      test('gaps of two pages add up, one for each cause', async () => {
        const run = await open('r1');
        const gap = (kind: 'joined-late' | 'page-away', detail: string) => ({
          kind,
          detail,
          at: '2026-11-21T10:00:00.000Z'
        });
        await store.append(
          aBatch({ ...run, gaps: [gap('joined-late', 'one')] })
        );
        await store.append(aBatch({ ...run, gaps: [gap('page-away', 'two')] }));
        await store.append(
          aBatch({ ...run, gaps: [gap('page-away', 'three')] })
        );
        const gaps = (await store.get(run.runId))?.gaps ?? [];
        expect(gaps.map(({ detail }) => detail)).toEqual(['one', 'three']);
      });

      test('keeps an execution of a run that was removed meanwhile', async () => {
        const run = await open('r1');
        await store.remove([run.runId]);
        await store.append(anExecutionBatch(run, 'a'));
        expect(await heads(run)).toEqual(['1 r1/a ok']);
        expect(await store.list({})).toHaveLength(1);
      });

      test('a part of a payload that is absent leaves what is stored', async () => {
        const run = await open('r1');
        const running = aHead(run, 'a', { status: 'running' });
        const { executionId } = running;
        await store.append(
          aBatch(run, {
            executions: [running],
            payloads: [{ executionId, source: 'x = 1' }]
          })
        );
        await store.append(
          aBatch(run, {
            executions: [aHead(run, 'a')],
            payloads: [{ executionId, outputs: [aStream('1')] }]
          })
        );
        expect(await store.payload(executionId)).toEqual({
          source: 'x = 1',
          outputs: [aStream('1')],
          omissions: []
        });
      });

      test('a payload that is no data is marked as lost, and its head stays', async () => {
        const run = await open('r1');
        const head = aHead(run, 'a');
        const circular: { self?: unknown } = {};
        circular.self = circular;
        const output = {
          output_type: 'display_data',
          data: { 'application/json': circular },
          metadata: {}
        } as unknown as Output;
        await store.append(
          aBatch(run, {
            executions: [head],
            payloads: [
              { executionId: head.executionId, source: 'x', outputs: [output] }
            ]
          })
        );
        expect(await store.execution(head.executionId)).toMatchObject({
          sequence: 1,
          gaps: ['payload-lost']
        });
        expect(await store.payload(head.executionId)).toMatchObject({
          source: 'x',
          outputs: null
        });
      });
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

    describe('list', () => {
      test('newest first, by opening and not by time or id', async () => {
        await open('r9', { openedAt: '2026-11-21T10:00:00.000Z' });
        await open('r1', { openedAt: '2026-11-21T09:00:00.000Z' });
        await open('r5', { openedAt: '2026-11-21T09:30:00.000Z' });
        const ids = (await store.list({})).map(run => run.runId);
        expect(ids).toEqual(['r5', 'r1', 'r9']);
      });

      test('filters and pages', async () => {
        for (let at = 0; at < 7; at++) {
          await open(`r${at}`, {
            notebookPath: at % 2 === 0 ? 'even.ipynb' : 'odd.ipynb',
            ...(at > 4 ? closed : {})
          });
        }
        const ids = async (query: Parameters<IRunStore['list']>[0]) =>
          (await store.list(query)).map(run => run.runId).join(' ');
        expect(await ids({ notebookPath: 'even.ipynb' })).toBe('r6 r4 r2 r0');
        expect(await ids({ isOpen: false })).toBe('r6 r5');
        expect(await ids({ isOpen: true, limit: 2 })).toBe('r4 r3');
        expect(await ids({ before: asRunId('r3'), limit: 2 })).toBe('r2 r1');
        expect(await ids({ kernelId: 'kernel-1', isOpen: true })).toBe(
          'r4 r3 r2 r1 r0'
        );
        expect(await ids({ kernelId: 'other' })).toBe('');
        expect(await ids({ serverRoot: '/elsewhere' })).toBe('');
        expect(await ids({ before: asRunId('gone') })).toBe('');
        const odd = { notebookPath: 'odd.ipynb', before: asRunId('r3') };
        expect(await ids(odd)).toBe('r1');
      });
    });

    describe('rename', () => {
      test('moves a file, a folder, and nothing that only looks alike', async () => {
        const paths = [
          'a/x.ipynb',
          'a/b/x.ipynb',
          'ab/x.ipynb',
          'a',
          'a.ipynb'
        ];
        for (const [at, notebookPath] of paths.entries()) {
          await open(`r${at}`, { notebookPath });
        }
        await store.rename('a', 'c/d');
        await store.rename('a.ipynb', 'b.ipynb');
        const moved = (await store.list({})).map(run => run.notebookPath);
        expect(moved.reverse()).toEqual([
          'c/d/x.ipynb',
          'c/d/b/x.ipynb',
          'ab/x.ipynb',
          'c/d',
          'b.ipynb'
        ]);
      });

      test('a recorder that still has the old path does not undo it', async () => {
        const run = await open('r1');
        await store.rename(run.notebookPath, 'new.ipynb');
        await store.append(anExecutionBatch(run, 'a'));
        expect(await store.list({ notebookPath: 'new.ipynb' })).toHaveLength(1);
        expect(
          await store.list({ notebookPath: run.notebookPath })
        ).toHaveLength(0);
      });
    });

    describe('remove, clear, pin and usage', () => {
      test('removes a run and what only it needs', async () => {
        const [first, second] = [await open('r1'), await open('r2')];
        const shared = aDocument(['shared']);
        for (const run of [first, second]) {
          const { documentHash } = shared;
          await store.append({
            ...anExecutionBatch(run, 'a', { documentHash }),
            run: { ...run, environmentId: environment.environmentId },
            documents: [shared],
            environment
          });
        }
        await store.remove([first.runId]);
        expect(await store.get(first.runId)).toBeNull();
        expect(await store.executions(first.runId)).toEqual([]);
        const kept = executionIdOf(second.runId, 'a');
        expect((await store.payload(kept)).outputs).toHaveLength(1);
        expect(await store.document(shared.documentHash)).toHaveLength(1);
        expect(
          await store.environment(environment.environmentId)
        ).not.toBeNull();
        await store.remove([second.runId]);
        expect(await store.usage()).toMatchObject({
          runs: 0,
          executions: 0,
          bytes: 0
        });
      });

      test('a removed run does not take along a source that a document needs', async () => {
        const [first, second] = [await open('r1'), await open('r2')];
        const document = aDocument(['print("a")', 'b']);
        const { documentHash } = document;
        await store.append(anExecutionBatch(first, 'a'));
        await store.append({
          ...anExecutionBatch(second, 'b', { documentHash }),
          documents: [document]
        });
        await store.remove([first.runId]);
        expect(await store.document(documentHash)).toEqual(document.cells);
      });

      test('a removed run does not take the base of another run’s document along', async () => {
        const [first, second] = [await open('r1'), await open('r2')];
        const [base, edited] = [aDocument(['a', 'b']), aDocument(['a', 'c'])];
        await store.append(
          aBatch(first, {
            executions: [
              aHead(first, 'a', { documentHash: base.documentHash }),
              aHead(first, 'b', { documentHash: edited.documentHash })
            ],
            documents: [base, edited]
          })
        );
        await store.append(
          aBatch(second, {
            executions: [
              aHead(second, 'a', { documentHash: edited.documentHash })
            ]
          })
        );
        await store.remove([first.runId]);
        expect(await store.document(edited.documentHash)).toEqual(edited.cells);
      });

      test('outputs that were replaced take no room', async () => {
        const run = await open('r1');
        const head = aHead(run, 'a', { status: 'running' });
        const { executionId } = head;
        const sizes: number[] = [];
        for (const letter of ['a', 'b', 'c']) {
          await store.append(
            aBatch(run, {
              executions: [head],
              payloads: [
                { executionId, outputs: [aStream(letter.repeat(100_000))] }
              ]
            })
          );
          sizes.push((await store.usage()).bytes);
        }
        expect(sizes[2]).toBe(sizes[0]);
      });

      test('equal contents are kept once', async () => {
        const run = await open('r1');
        const append = async (msgId: string) => {
          const head = aHead(run, msgId);
          await store.append(
            aBatch(run, {
              executions: [head],
              payloads: [
                { executionId: head.executionId, outputs: [image(50_000)] }
              ]
            })
          );
          return (await store.usage()).bytes;
        };
        const first = await append('a');
        expect((await append('b')) - first).toBeLessThan(5000);
      });

      test('removes a run of many executions', async () => {
        const run = await open('r1');
        const executions = Array.from({ length: 600 }, (_, at) =>
          aHead(run, `m${at}`, { sequence: at + 1 })
        );
        await store.append(aBatch(run, { executions }));
        expect(await store.usage()).toMatchObject({ executions: 600 });
        await store.remove([run.runId, asRunId('unknown')]);
        expect(await store.usage()).toMatchObject({ runs: 0, executions: 0 });
      });

      test('clear removes everything, and recording goes on', async () => {
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a'));
        await store.clear();
        expect(await store.usage()).toMatchObject({ runs: 0, bytes: 0 });
        expect(await store.list({})).toEqual([]);
        expect((await open('r2')).number).toBe(1);
      });

      test('a pin stays when the recorder writes the run again', async () => {
        const run = await open('r1');
        await store.setPinned(run.runId, true);
        await store.append(anExecutionBatch(run, 'a'));
        expect((await store.get(run.runId))?.isPinned).toBe(true);
        await store.setPinned(asRunId('unknown'), true);
      });

      test('usage grows with what is stored and tells the budget', async () => {
        const before = await store.usage();
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a'));
        const after = await store.usage();
        expect(after).toMatchObject({ runs: 1, executions: 1 });
        expect(after.bytes).toBeGreaterThan(before.bytes);
        expect(after.budgetBytes).toBeGreaterThan(0);
      });
    });

    annexContract(makeStore);

    describe('signals and life', () => {
      test('tells what changed', async () => {
        const seen: StoreChange[] = [];
        store.changed.connect((_store, change) => void seen.push(change));
        const run = await open('r1');
        await store.append(anExecutionBatch(run, 'a'));
        await store.rename(run.notebookPath, 'b.ipynb');
        await store.remove([run.runId]);
        const runIds = [run.runId];
        expect(seen).toEqual([
          { kind: 'appended', runIds },
          { kind: 'appended', runIds },
          { kind: 'renamed', runIds },
          { kind: 'removed', runIds }
        ]);
      });

      test('appends are stored in the order in which they were handed over', async () => {
        const run = await open('r1');
        const ids = Array.from({ length: 30 }, (_, at) => `m${at}`);
        await Promise.all(
          ids.map(msgId => store.append(anExecutionBatch(run, msgId)))
        );
        const stored = await store.executions(run.runId);
        expect(stored.map(head => head.executionId)).toEqual(
          ids.map(msgId => `r1/${msgId}`)
        );
        expect(stored.map(head => head.sequence)).toEqual(
          ids.map((_, at) => at + 1)
        );
      });

      test('after its end it answers, and writes nothing', async () => {
        const run = await open('r1');
        store.dispose();
        expect(store.isDisposed).toBe(true);
        await store.append(anExecutionBatch(run, 'a'));
        expect((await open('r2')).runId).toBe('r2');
        expect(await store.list({})).toEqual([]);
      });
    });
  });
}

/** A display with a PNG of so many bytes; or with the text itself, when there are none. */
function image(bytes: number, text = ''): Output {
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
