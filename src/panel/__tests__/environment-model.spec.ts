// The page of a run reads what it shows, keeps notes beside each other, and says when the run is gone.
import { analysePython } from '../../analysis';
import { english } from '../../model';
import { oneRun } from '../../testing/one-run-store';
import type { IEnvironmentHost } from '../environment/host';
import { EnvironmentModel } from '../environment/model';
import { NO_CHOICE, type ValueChoice } from '../environment/values';

async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    await Promise.resolve();
  }
}

function setUp() {
  const { history, store } = oneRun();
  const choices: ValueChoice[] = [];
  const host = {
    locale: { translator: english, tag: 'en-GB' },
    choice: () => Promise.resolve(NO_CHOICE),
    saveChoice: (_: string, choice: ValueChoice) => choices.push(choice)
  } as unknown as IEnvironmentHost;
  const { runId } = history.run;
  const faults: unknown[] = [];
  const model = new EnvironmentModel({
    runId,
    store,
    host,
    analyserOf: () => analysePython,
    now: () => 0,
    schedule: callback => {
      queueMicrotask(callback);
      return () => undefined;
    },
    report: error => faults.push(error)
  });
  return { choices, faults, model, runId, store };
}

it('reads nothing before it can be seen, and then once', async () => {
  const { model, store } = setUp();
  await settled();
  expect(store.reads).toBe(0);
  expect(model.state.kind).toBe('loading');
  model.setVisible(true);
  await settled();
  expect(model.state.kind).toBe('ready');
  model.setVisible(false);
  model.setVisible(true);
  await settled();
  expect(store.reads).toBe(1);
});

it('keeps notes beside each other, and takes one away with empty words', async () => {
  const { model, runId, store } = setUp();
  model.setVisible(true);
  await settled();
  model.keepNote('cost', ' Nothing. ');
  await settled();
  model.keepNote('model', 'None.');
  await settled();
  expect((await store.context(runId)).notes).toEqual({
    cost: 'Nothing.',
    model: 'None.'
  });
  model.keepNote('cost', ' ');
  await settled();
  expect((await store.context(runId)).notes).toEqual({ model: 'None.' });
  const { state } = model;
  const rows = state.kind === 'ready' ? state.rows : [];
  expect(rows.find(({ id }) => id === 'model')?.state).toBe('note');
  expect(rows.find(({ id }) => id === 'cost')?.state).toBe('missing');
});

it('hands on what could not be kept', async () => {
  const { faults, model, store } = setUp();
  store.putContext = () => Promise.reject(new Error('full'));
  model.keepNote('cost', 'Nothing.');
  await settled();
  expect(faults).toEqual([new Error('full')]);
});

it('says that the run is gone', async () => {
  const { model, runId, store } = setUp();
  model.setVisible(true);
  await settled();
  store.held = null;
  store.changed.emit({ kind: 'removed', runIds: [runId] });
  await settled();
  expect(model.state.kind).toBe('gone');
});

it('hands pinned names to be kept', async () => {
  const { choices, model } = setUp();
  model.setVisible(true);
  await settled();
  model.choose({ pinned: ['x'], hidden: [] });
  expect(choices).toEqual([{ pinned: ['x'], hidden: [] }]);
  expect(model.choice.pinned).toEqual(['x']);
});
