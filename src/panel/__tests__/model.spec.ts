// The panel's model reads the store only while it is seen, only as often as it can bear, and only what is open.
import { Signal } from '@lumino/signaling';

import { asCellId, type CellId, type Execution, type Run } from '../../model';
import { aRun, anExecution } from '../../testing/executions';
import { StoreDouble } from '../../testing/store-double';
import type { IRunRecorder, RecordingState } from '../../tokens';
import { RunHistoryModel } from '../runs/model';
import type { INotebookInView } from '../runs/notebook-in-view';
import { executionKey } from '../runs/rows';

class NotebookDouble implements INotebookInView {
  constructor(public path: string) {}
  readonly changed: Signal<INotebookInView, void> = new Signal<
    INotebookInView,
    void
  >(this);
  readonly codeMediaType = 'text/x-python';
  readonly cells = new Map<CellId, number>([[asCellId('a'), 0]]);
  readonly hasKernel = true;
  isDisposed = false;
  dispose(): void {
    this.isDisposed = true;
  }
  source(): string | null {
    return 'x = 1';
  }
}

class RecorderDouble implements IRunRecorder {
  readonly changed: Signal<IRunRecorder, string> = new Signal<
    IRunRecorder,
    string
  >(this);
  recording: RecordingState = { isRecording: true, run: null };
  isDisposed = false;
  state(): RecordingState {
    return this.recording;
  }
  readonly mask = (text: string): string => text;

  setRecording(_: string, isOn: boolean): void {
    this.recording = { ...this.recording, isRecording: isOn };
  }
  flush(): Promise<void> {
    return Promise.resolve();
  }
  dispose(): void {
    this.isDisposed = true;
  }
}

function setUp(path = 'a.ipynb'): {
  model: RunHistoryModel;
  notebook: NotebookDouble;
  recorder: RecorderDouble;
  store: StoreDouble;
  faults: unknown[];
  /** Lets the clock run and everything settle. */
  settle(): Promise<void>;
} {
  const store = new StoreDouble();
  const recorder = new RecorderDouble();
  const faults: unknown[] = [];
  const due: (() => void)[] = [];
  const model = new RunHistoryModel({
    store,
    recorder,
    forecaster: null,
    proofs: null,
    serverRoot: '',
    now: () => 0,
    schedule: callback => {
      due.push(callback);
      return () => void due.splice(due.indexOf(callback), 1);
    },
    report: error => faults.push(error),
    placeLabel: place => place.kind
  });
  const notebook = new NotebookDouble(path);
  model.setNotebook(notebook);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn += 1) {
      due.shift()?.();
      await Promise.resolve();
    }
  };
  return { model, notebook, recorder, store, faults, settle };
}

async function put(
  store: StoreDouble,
  run: Run,
  executions: readonly Execution[] = []
): Promise<void> {
  await store.append({
    run,
    executions,
    payloads: executions.map(({ executionId }) => ({
      executionId,
      source: 'x = 1',
      outputs: []
    })),
    documents: []
  });
}

const kinds = (model: RunHistoryModel): readonly string[] =>
  model.state.rows.map(row => row.kind);

it('reads nothing before it is seen, and the newest run once it is', async () => {
  const { model, settle, store } = setUp();
  await put(store, aRun('r1'), [anExecution('r1', '1')]);
  await put(store, aRun('r2', { number: 2 }), [anExecution('r2', '1')]);
  await settle();
  expect(store.calls).toEqual([]);

  model.setVisible(true);
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution', 'run']);
  expect(store.calls).toEqual(['list a.ipynb', 'executions r2']);
});

it('leaves out a kernel that was only started', async () => {
  const { model, settle, store } = setUp();
  await put(store, aRun('r1', { executionCount: 0 }));
  model.setVisible(true);
  await settle();
  expect(kinds(model)).toEqual([]);
  await put(store, aRun('r1'), [anExecution('r1', '1')]);
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution']);
});

it('makes one reading of a burst of changes', async () => {
  const { model, settle, store } = setUp();
  model.setVisible(true);
  await settle();
  store.calls.length = 0;
  const run = aRun('r1');
  for (let index = 0; index < 100; index += 1) {
    await put(store, run, [anExecution('r1', String(index))]);
  }
  await settle();
  expect(
    store.calls.filter(call => call.startsWith('exec')).length
  ).toBeLessThanOrEqual(2);
  expect(model.state.rows).toHaveLength(101);
});

it('stays silent while hidden, and catches up when it is shown again', async () => {
  const { model, settle, store } = setUp();
  model.setVisible(true);
  await settle();
  model.setVisible(false);
  store.calls.length = 0;
  let changes = 0;
  model.changed.connect(() => (changes += 1));
  await put(store, aRun('r1'), [anExecution('r1', '1')]);
  await settle();
  expect([store.calls.length, changes]).toEqual([0, 0]);

  model.setVisible(true);
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution']);
});

it('keeps open what is open, also over a visit to another notebook', async () => {
  const { model, settle, store } = setUp();
  const execution = anExecution('r1', '1');
  await put(store, aRun('r1'), [execution]);
  model.setVisible(true);
  await settle();
  model.toggle(model.state.rows[1]!);
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution', 'detail']);
  expect(model.details.get(execution.executionId).payload?.source).toBe(
    'x = 1'
  );

  await put(store, aRun('r1'), [anExecution('r1', '2')]);
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution', 'detail', 'execution']);

  model.setNotebook(new NotebookDouble('b.ipynb'));
  await settle();
  expect(kinds(model)).toEqual([]);
  model.setNotebook(new NotebookDouble('a.ipynb'));
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution', 'detail', 'execution']);
});

it('opens a new run and leaves a folded one folded', async () => {
  const { model, settle, store } = setUp();
  await put(store, aRun('r1'), [anExecution('r1', '1')]);
  model.setVisible(true);
  await settle();
  model.toggle(model.state.rows[0]!);
  await put(store, aRun('r2', { number: 2 }), [anExecution('r2', '1')]);
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution', 'run']);
  model.toggle(model.state.rows[0]!);
  await put(store, aRun('r2', { number: 2 }), [anExecution('r2', '2')]);
  await settle();
  expect(kinds(model)).toEqual(['run', 'run']);
});

it('reads an open payload again only when its head has changed', async () => {
  const { model, settle, store } = setUp();
  const running = anExecution('r1', '1', { status: 'running' });
  await put(store, aRun('r1'), [running]);
  model.setVisible(true);
  await settle();
  model.toggle(model.state.rows[1]!);
  await settle();
  await put(store, aRun('r1'), [anExecution('r1', '2')]);
  await settle();
  const payloads = (): number =>
    store.calls.filter(call => call.startsWith('payload')).length;
  expect(payloads()).toBe(1);
  await put(store, aRun('r1'), [{ ...running, status: 'ok' }]);
  await settle();
  expect(payloads()).toBe(2);
});

it('searches runs that are folded', async () => {
  const { model, settle, store } = setUp();
  const found = anExecution('r1', '1', { firstLine: 'needle' });
  await put(store, aRun('r1'), [found]);
  await put(store, aRun('r2', { number: 2 }), [anExecution('r2', '1')]);
  model.setVisible(true);
  await settle();
  model.setFilter({ text: 'needle', status: 'all' });
  await settle();
  expect(model.state.rows.map(row => row.key)).toEqual([
    'run:r1',
    executionKey(found.executionId)
  ]);
});

it('brings an execution into the list whatever is folded or filtered', async () => {
  const { model, settle, store } = setUp();
  const execution = anExecution('r1', '1');
  await put(store, aRun('r1'), [execution]);
  await put(store, aRun('r2', { number: 2 }));
  model.setVisible(true);
  await settle();
  model.setFilter({ text: 'nothing', status: 'failed' });
  const key = await model.reveal(execution.executionId);
  expect(key).toBe(executionKey(execution.executionId));
  expect(kinds(model)).toContain('detail');
  await expect(model.reveal('r9/x' as never)).resolves.toBeNull();
});

it('empties after the history was cleared', async () => {
  const { model, settle, store } = setUp();
  await put(store, aRun('r1'), [anExecution('r1', '1')]);
  model.setVisible(true);
  await settle();
  await store.clear();
  await settle();
  expect(kinds(model)).toEqual([]);
  expect(model.state.usage?.runs).toBe(0);
  expect(model.state.isLoading).toBe(false);
});

it('follows a renamed notebook', async () => {
  const { model, notebook, settle, store } = setUp();
  await put(store, aRun('r1'), [anExecution('r1', '1')]);
  model.setVisible(true);
  await settle();
  await store.rename('a.ipynb', 'b.ipynb');
  notebook.path = 'b.ipynb';
  notebook.changed.emit();
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution']);
});

it('reports a fault of the store and goes on', async () => {
  const { faults, model, settle, store } = setUp();
  const list = jest
    .spyOn(store, 'list')
    .mockRejectedValueOnce(new Error('broken'));
  model.setVisible(true);
  await settle();
  expect(faults).toEqual([new Error('broken')]);
  list.mockRestore();
  await put(store, aRun('r1'), [anExecution('r1', '1')]);
  await settle();
  expect(kinds(model)).toEqual(['run', 'execution']);
});

it('lets go of notebooks that it no longer shows, and of everything when disposed', () => {
  const { model, notebook, recorder, store } = setUp();
  const next = new NotebookDouble('b.ipynb');
  model.setNotebook(next);
  expect(notebook.isDisposed).toBe(true);
  model.dispose();
  model.dispose();
  expect(next.isDisposed).toBe(true);
  store.calls.length = 0;
  recorder.changed.emit('b.ipynb');
  expect(store.calls).toEqual([]);
});
