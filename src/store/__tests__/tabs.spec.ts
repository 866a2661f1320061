// Proves that pages which share a database agree, whatever either of them sees, and that servers do not share one.
import { createRunStore, databaseNameOf } from '..';
import { delivered, FakeOrigin } from '../../testing/fake-page';
import {
  aDocument,
  aDraft,
  aHead,
  anExecutionBatch
} from '../../testing/store-fixtures';
import type { StoreChange } from '../../tokens';

const noStorage = { storage: null, openPort: () => null, buckets: null };

describe('two pages on one notebook and kernel', () => {
  test('record each execution once, in one order', async () => {
    const origin = new FakeOrigin();
    const [one, two] = [origin.page(), origin.page()];
    const { kernel } = aDraft('r1');
    const [run, same] = await Promise.all([
      one.openRun(aDraft('r1', { kernel })),
      two.openRun(aDraft('r2', { kernel }))
    ]);
    expect(same).toEqual(run);
    const ids = Array.from({ length: 20 }, (_, at) => `m${at}`);
    await Promise.all(
      ids.flatMap((msgId, at) => [
        one.append(anExecutionBatch(run, msgId, { status: 'running' })),
        two.append(
          anExecutionBatch(run, msgId, { cellId: null, sequence: at + 3 })
        ),
        one.append(anExecutionBatch(run, msgId, { sequence: at + 1 }))
      ])
    );
    const heads = await two.executions(run.runId);
    expect(heads.map(head => head.sequence)).toEqual(
      ids.map((_, at) => at + 1)
    );
    expect(heads.map(head => head.status)).toEqual(ids.map(() => 'ok'));
    expect(heads.map(head => head.cellId)).toEqual(
      heads.map(head => `cell-${head.executionId.slice(3)}`)
    );
    expect(await one.get(run.runId)).toMatchObject({
      executionCount: 20,
      busyMs: 40_000
    });
    expect(await one.usage()).toMatchObject({ runs: 1, executions: 20 });
    one.dispose();
    two.dispose();
  });

  test('hear of each other’s writes', async () => {
    const origin = new FakeOrigin();
    const [one, two] = [origin.page(), origin.page()];
    const seen: StoreChange[] = [];
    two.changed.connect((_store, change) => void seen.push(change));
    const run = await one.openRun(aDraft('r1'));
    await one.append(anExecutionBatch(run, 'a'));
    await one.clear();
    await delivered();
    expect(seen).toEqual([
      { kind: 'elsewhere', runIds: [run.runId] },
      { kind: 'elsewhere', runIds: [run.runId] },
      { kind: 'elsewhere', runIds: [] }
    ]);
    one.dispose();
    two.dispose();
  });

  test('one may remove what the other is about to name', async () => {
    const origin = new FakeOrigin();
    const [one, two] = [origin.page(), origin.page()];
    const [old, next] = [
      await one.openRun(aDraft('r1')),
      await two.openRun(aDraft('r2'))
    ];
    await one.append(anExecutionBatch(old, 'same'));
    const head = aHead(next, 'same');
    await Promise.all([
      one.remove([old.runId]),
      two.append(anExecutionBatch(next, 'same'))
    ]);
    const payload = await two.payload(head.executionId);
    expect(payload).toMatchObject({ source: 'print("same")' });
    one.dispose();
    two.dispose();
  });

  test('a document that another page removed is stored again with the next head that names it', async () => {
    const origin = new FakeOrigin();
    const [one, two] = [origin.page(), origin.page()];
    const document = aDocument(['a', 'b']);
    const { documentHash } = document;
    const run = await one.openRun(aDraft('r1'));
    const batch = anExecutionBatch(run, 'a', { documentHash });
    await one.append({ ...batch, documents: [document] });
    await two.clear();
    await one.append(anExecutionBatch(run, 'b', { documentHash }));
    expect(await two.document(documentHash)).toEqual(document.cells);
    one.dispose();
    two.dispose();
  });
});

test('two servers behind one origin do not see each other', async () => {
  const origin = new FakeOrigin();
  const [alice, bob] = [
    origin.page({ baseUrl: 'http://hub/user/alice/' }),
    origin.page({ baseUrl: 'http://hub/user/bob/' })
  ];
  const run = await alice.openRun(aDraft('r1'));
  await alice.append(anExecutionBatch(run, 'a'));
  expect(await bob.list({})).toEqual([]);
  expect(await bob.usage()).toMatchObject({ runs: 0 });
  await bob.clear();
  expect(await alice.list({})).toHaveLength(1);
  expect(databaseNameOf('http://hub/user/bob/')).toBe(
    'jupyterlab-retrace:v1:http://hub/user/bob/'
  );
  alice.dispose();
  bob.dispose();
});

test('a page without digest, channels, locks, buckets or local storage keeps runs', async () => {
  const { factory } = new FakeOrigin();
  const store = createRunStore({
    baseUrl: 'http://host:8888/',
    indexedDB: () => factory,
    digester: undefined,
    ...noStorage
  });
  const run = await store.openRun(aDraft('r1'));
  await store.append(anExecutionBatch(run, 'a'));
  expect(store.state).toEqual({ condition: 'ready', message: '', loss: '' });
  expect(
    (await store.payload(aHead(run, 'a').executionId)).source
  ).not.toBeNull();
  store.dispose();
});

test('the browser’s digest and ours name contents alike', async () => {
  const origin = new FakeOrigin();
  const digester = {
    digest: async (algorithm: 'SHA-256', bytes: Uint8Array) =>
      globalThis.crypto.subtle.digest(algorithm, bytes)
  };
  const [one, two] = [origin.page({ digester }), origin.page()];
  const run = await one.openRun(aDraft('r1'));
  const head = aHead(run, 'a');
  const { executionId } = head;
  const source = 'x = 1\n'.repeat(50_000);
  await one.append({
    run,
    executions: [head],
    documents: [],
    payloads: [{ executionId, source, outputs: [] }]
  });
  expect((await two.payload(executionId)).source).toBe(source);
  one.dispose();
  two.dispose();
});
