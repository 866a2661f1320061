// Degrees of runs are found out once asked for, and again when a run changed.
import { analysePython } from '../../analysis';
import { english, type RunId } from '../../model';
import { oneRun } from '../../testing/one-run-store';
import { RunChecklists } from '../checklists/run-checklists';

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

function setUp() {
  const { history, store } = oneRun();
  const checklists = new RunChecklists({
    store,
    translator: english,
    analyserOf: () => analysePython,
    pacerOf: work => ({
      request: () => void work(),
      dispose: () => undefined,
      isDisposed: false
    })
  });
  const changed: RunId[] = [];
  checklists.changed.connect((_, runId) => changed.push(runId));
  return { checklists, changed, store, runId: history.run.runId };
}

it('is unknown first, then known, and read once', async () => {
  const { changed, checklists, runId, store } = setUp();
  expect(checklists.degree(runId)).toBeUndefined();
  await settled();
  expect(checklists.degree(runId)?.reached).toBeNull();
  expect(changed).toEqual([runId]);
  expect(store.reads).toBe(1);
});

it('is judged anew once the run changed, and says so only if it is another', async () => {
  const { changed, checklists, runId, store } = setUp();
  checklists.degree(runId);
  await settled();
  store.changed.emit({ kind: 'appended', runIds: [runId] });
  expect(checklists.degree(runId)?.reached).toBeNull();
  await settled();
  expect(store.reads).toBe(2);
  expect(changed).toEqual([runId]);

  store.held = null;
  store.changed.emit({ kind: 'removed', runIds: [runId] });
  checklists.degree(runId);
  await settled();
  expect(checklists.degree(runId)).toBeUndefined();
  expect(changed).toEqual([runId, runId]);
});
