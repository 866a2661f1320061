// A run begins with what the user wrote of the one before, and keeps what is written of itself.
import { asRunId, emptyContext, type Run, type RunId } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { StoreDouble } from '../../testing/store-double';
import { ContextKeeper } from '../context-keeper';
import { Guard } from '../guard';

function runOf(id: string, parts: Partial<Run> = {}): Run {
  const [history] = aNotebook().cell('a', '1').run('a').build().runs;
  if (!history) {
    throw new Error('Nothing ran.');
  }
  return { ...history.run, runId: asRunId(id), ...parts };
}

async function kept(store: StoreDouble, runId: RunId) {
  const keeper = new ContextKeeper(Promise.resolve(runId), {
    store,
    guard: new Guard(fault => {
      throw new Error(fault);
    }),
    mask: text => text,
    whoAndWhere: () =>
      Promise.resolve({ user: 'sam', serverUrl: '/x/', unknown: {} })
  });
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
  await keeper.flush();
  return store.context(runId);
}

async function storeWith(...runs: readonly Run[]): Promise<StoreDouble> {
  const store = new StoreDouble();
  for (const run of runs) {
    await store.openRun(run);
  }
  return store;
}

const [one, two, other] = [
  runOf('run-1'),
  runOf('run-2'),
  runOf('run-0', { notebookPath: 'other.ipynb' })
];

const notes = { cost: 'Nothing.', uncertainty: 'Three times the same.' };

it('takes over notes that hold for the notebook, not those on one run', async () => {
  const store = await storeWith(other, one, two);
  await store.putContext({ ...emptyContext(one.runId), notes });
  await store.putContext({
    ...emptyContext(other.runId),
    notes: { model: 'Of another notebook.' }
  });
  expect(await kept(store, two.runId)).toMatchObject({
    user: 'sam',
    notes: { cost: 'Nothing.' }
  });
  expect((await store.context(two.runId)).notes).not.toHaveProperty(
    'uncertainty'
  );
});

it('begins without notes where nothing ran before', async () => {
  const store = await storeWith(one);
  expect((await kept(store, one.runId)).notes).toEqual({});
});

it('leaves a run alone that a reloaded page finds again', async () => {
  const store = await storeWith(one, two);
  await store.putContext({ ...emptyContext(one.runId), notes });
  await store.putContext({ ...emptyContext(two.runId), user: 'sam' });
  expect((await kept(store, two.runId)).notes).toEqual({});
  await store.putContext({
    ...emptyContext(two.runId),
    notes: { model: 'Mine.' }
  });
  expect((await kept(store, two.runId)).notes).toEqual({ model: 'Mine.' });
});
