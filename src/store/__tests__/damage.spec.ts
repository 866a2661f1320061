// Proves that a damaged or missing record takes nothing else with it, and is told as lost.
import { emptyContext, executionIdOf, hashOf } from '../../model';
import { FakeOrigin } from '../../testing/fake-page';
import { FDBObjectStore } from '../../testing/fake-indexeddb';
import { aContext, aProof } from '../../testing/annexes';
import { tamper } from '../../testing/raw-database';
import {
  aDocument,
  aDraft,
  aHead,
  anExecutionBatch,
  aStream
} from '../../testing/store-fixtures';

const long = 'x'.repeat(5000);

async function makeRun(origin: FakeOrigin) {
  const store = origin.page();
  const run = await store.openRun(aDraft('r1'));
  const document = aDocument(['a', 'b']);
  for (const msgId of ['a', 'b']) {
    const batch = anExecutionBatch(run, msgId, {
      documentHash: document.documentHash
    });
    await store.append({
      ...batch,
      documents: [document],
      payloads: batch.payloads.map(payload => ({
        ...payload,
        outputs: [aStream(msgId + long)]
      }))
    });
  }
  const [first, second] = [
    executionIdOf(run.runId, 'a'),
    executionIdOf(run.runId, 'b')
  ];
  return { store, run, document, first, second };
}

/** Resolves when the writes that were handed over before are done. */
const drained = (store: ReturnType<FakeOrigin['page']>) =>
  store.rename('nothing', 'nothing');

test('a missing output is lost, its head and source stay, and so do the others', async () => {
  const origin = new FakeOrigin();
  const { store, run, first, second } = await makeRun(origin);
  await tamper(origin, 'blobs', blobs => blobs.delete(hashOf('a' + long)));
  expect(await store.payload(first)).toEqual({
    source: 'print("a")',
    outputs: null,
    omissions: []
  });
  await drained(store);
  const heads = await store.executions(run.runId);
  expect(heads.map(head => head.gaps)).toEqual([['payload-lost'], []]);
  expect((await store.payload(second)).outputs).toEqual([aStream('b' + long)]);
  store.dispose();
});

test('a flipped byte is a loss, not another output', async () => {
  const origin = new FakeOrigin();
  const { store, first, second } = await makeRun(origin);
  const key = hashOf('a' + long);
  await tamper(origin, 'blobs', blobs =>
    blobs.put({ key, bytes: new TextEncoder().encode(`b${long}`) })
  );
  expect((await store.payload(first)).outputs).toBeNull();
  expect((await store.payload(second)).outputs).not.toBeNull();
  store.dispose();
});

test('a lost source is missing from the history, which says so by its absence', async () => {
  const origin = new FakeOrigin();
  const { store, run, document } = await makeRun(origin);
  await tamper(origin, 'blobs', blobs => blobs.delete(hashOf('print("a")')));
  await tamper(origin, 'blobs', blobs => blobs.delete(hashOf('b')));
  const history = await store.history(run.runId);
  expect(history?.executions).toHaveLength(2);
  expect([...(history?.sources.values() ?? [])]).toEqual(['print("b")']);
  expect(await store.document(document.documentHash)).toBeNull();
  store.dispose();
});

test('a context that lost a text says so, and a proof that did is left out', async () => {
  const origin = new FakeOrigin();
  const { store, run } = await makeRun(origin);
  const context = aContext(run);
  await store.putContext(context);
  await store.addProof(aProof(run, 'p1'));
  await store.addProof(aProof(run, 'p2', { outcomes: [] }));
  await tamper(origin, 'blobs', blobs => blobs.clear());
  expect(await store.context(run.runId)).toEqual({
    ...emptyContext(run.runId),
    unknown: {
      git: 'The browser lost what was recorded of this.',
      modules: 'The browser lost what was recorded of this.'
    }
  });
  const proofs = await store.proofs({ runId: run.runId });
  expect(proofs.map(proof => proof.proofId)).toEqual(['p2']);
  store.dispose();
});

test('a lost manifest leaves the head', async () => {
  const origin = new FakeOrigin();
  const { store, first } = await makeRun(origin);
  await tamper(origin, 'manifests', manifests => manifests.delete(first));
  expect(await store.payload(first)).toEqual({
    source: null,
    outputs: null,
    omissions: []
  });
  expect(await store.execution(first)).not.toBeNull();
  store.dispose();
});

test('a document whose base is gone is lost; later ones are stored whole', async () => {
  const origin = new FakeOrigin();
  const { store, run, document } = await makeRun(origin);
  await tamper(origin, 'documents', documents =>
    documents.delete(document.documentHash)
  );
  const next = aDocument(['a', 'c']);
  await store.append({
    run,
    executions: [],
    payloads: [],
    documents: [next]
  });
  expect(await store.document(document.documentHash)).toBeNull();
  expect(await store.document(next.documentHash)).toEqual(next.cells);
  store.dispose();
});

test('a record that cannot be read takes no other one along', async () => {
  const origin = new FakeOrigin();
  const { store, first, second, run } = await makeRun(origin);
  const original: unknown = Reflect.get(FDBObjectStore.prototype, 'get');
  Reflect.set(
    FDBObjectStore.prototype,
    'get',
    function (this: object, key: unknown): unknown {
      if (key === hashOf('a' + long)) {
        throw new DOMException('Data lost.', 'NotReadableError');
      }
      return Reflect.apply(original as (key: unknown) => unknown, this, [key]);
    }
  );
  const payloads = [await store.payload(first), await store.payload(second)];
  Reflect.set(FDBObjectStore.prototype, 'get', original);
  expect(payloads.map(payload => payload.outputs !== null)).toEqual([
    false,
    true
  ]);
  expect(payloads[0]?.source).toBe('print("a")');
  await store.append(anExecutionBatch(run, 'c'));
  expect((await store.execution(aHead(run, 'c').executionId))?.sequence).toBe(
    3
  );
  store.dispose();
});
