// Drift is looked for from the newest run on, and no further than need be.
import type { Environment, EnvironmentId, RunHistory } from '../../model';
import { anEnvironment } from '../../testing/environments';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import type { IRunStore } from '../../tokens';
import { findDrift } from '../drift/find-drift';

/** A store that holds built runs, newest first, and counts what is read. */
function storeOf(
  runs: readonly RunHistory[],
  environments: readonly Environment[]
) {
  const read: string[] = [];
  const store = {
    list: () => Promise.resolve([...runs].reverse().map(({ run }) => run)),
    executions: (runId: string) => {
      read.push(runId);
      return Promise.resolve(
        runs.find(({ run }) => run.runId === runId)?.executions ?? []
      );
    },
    environment: (id: EnvironmentId) =>
      Promise.resolve(
        environments.find(each => each.environmentId === id) ?? null
      )
  } as unknown as IRunStore;
  return { store, read };
}

const old = anEnvironment({ numpy: '1' });
const now = anEnvironment({ numpy: '2' });

async function find(builder: RunBuilder, ...environments: Environment[]) {
  const built = builder.build();
  const runs = built.runs.map((history, index) => ({
    ...history,
    run: {
      ...history.run,
      environmentId: environments[index]?.environmentId ?? null
    }
  }));
  const { read, store } = storeOf(runs, environments);
  const drift = await findDrift({
    store,
    notebookPath: 'notebook.ipynb',
    serverRoot: '',
    present: runs[runs.length - 1]?.run ?? null,
    document: built.document
  });
  return { drift, read };
}

const ran = (): RunBuilder =>
  aNotebook()
    .cell('a', 'import numpy')
    .run('a', null, { output: '1', report: { imported: { numpy: '1' } } });

it('finds the newest run that made what is shown', async () => {
  const builder = ran()
    .restart()
    .run('a', null, { output: '1', report: { imported: { numpy: '1' } } })
    .restart();
  const { drift, read } = await find(builder, now, old, now);
  expect(drift?.producer.run.number).toBe(2);
  expect(drift?.packages).toMatchObject([{ before: '1', after: '2' }]);
  expect(read).toEqual(['run3', 'run2']);
});

it('reads one run where the open one made what is shown', async () => {
  const builder = ran().restart().run('a', null, { output: '1' });
  const { drift, read } = await find(builder, old, now);
  expect(drift).toBeNull();
  expect(read).toEqual(['run2']);
});

it('reads nothing while no environment is known, or no output is shown', async () => {
  expect((await find(ran().restart(), old)).read).toEqual([]);
  const cleared = ran().restart().shows('a', null, false);
  expect((await find(cleared, old, now)).read).toEqual([]);
});
