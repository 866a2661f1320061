// Degrees of runs are found out once asked for, and again when a run changed.
import { analysePython } from '../../analysis';
import type { RunHistory, RunId } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { StoreDouble } from '../../testing/store-double';
import { RunChecklists } from '../checklists/run-checklists';

/** A store with one run, whose history can be taken away. */
class OneRun extends StoreDouble {
  reads = 0;
  constructor(public held: RunHistory | null) {
    super();
  }

  override async history(): Promise<RunHistory | null> {
    this.reads += 1;
    return Promise.resolve(this.held);
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}

function setUp() {
  const [history] = aNotebook().cell('a', '1').run('a').build().runs;
  if (!history) {
    throw new Error('nothing ran');
  }
  const store = new OneRun(history);
  const checklists = new RunChecklists({
    store,
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
  expect(checklists.level(runId)).toBeUndefined();
  await settled();
  expect(checklists.level(runId)).toBeNull();
  expect(changed).toEqual([runId]);
  expect(store.reads).toBe(1);
});

it('is judged anew once the run changed, and says so only if it is another', async () => {
  const { changed, checklists, runId, store } = setUp();
  checklists.level(runId);
  await settled();
  store.changed.emit({ kind: 'appended', runIds: [runId] });
  expect(checklists.level(runId)).toBeNull();
  await settled();
  expect(store.reads).toBe(2);
  expect(changed).toEqual([runId]);

  store.held = null;
  store.changed.emit({ kind: 'removed', runIds: [runId] });
  checklists.level(runId);
  await settled();
  expect(checklists.level(runId)).toBeUndefined();
  expect(changed).toEqual([runId, runId]);
});
