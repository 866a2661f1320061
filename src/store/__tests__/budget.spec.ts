// Proves that the history keeps within its budget, and what goes first when it does not.
import { noRunId, type Proof, type Run } from '../../model';
import { delivered, FakeOrigin } from '../../testing/fake-page';
import { ManualClock } from '../../testing/manual-clock';
import { aContext, aProof } from '../../testing/annexes';
import { injectFault } from '../../testing/store-faults';
import {
  aDraft,
  anExecutionBatch,
  aStream
} from '../../testing/store-fixtures';
import type { IRunStore, RunBatch, StoreChange } from '../../tokens';

const closed = {
  end: 'restarted',
  closedAt: '2026-11-21T11:00:00.000Z'
} as const;

/** An execution with an output of so many bytes that no other has. */
function fat(run: Run, msgId: string, bytes: number): RunBatch {
  const batch = anExecutionBatch(run, msgId);
  const text = `${run.runId} ${msgId} `.padEnd(bytes, 'x');
  return {
    ...batch,
    payloads: batch.payloads.map(payload => ({
      ...payload,
      outputs: [aStream(text)]
    }))
  };
}

async function recordRuns(store: IRunStore, count: number): Promise<Run[]> {
  const runs: Run[] = [];
  for (let at = 1; at <= count; at++) {
    const run = await store.openRun(aDraft(`r${at}`));
    await store.append(fat(run, 'a', 10_000));
    await store.append({
      ...fat(run, 'b', 10_000),
      run: { ...run, ...closed }
    });
    runs.push(run);
  }
  return runs;
}

const kept = async (store: IRunStore) =>
  (await store.list({})).map(run => run.runId).reverse();

test('the oldest closed runs go first; pinned and open ones stay', async () => {
  const store = new FakeOrigin().page({ budgetBytes: 200_000 });
  const open = await store.openRun(aDraft('open'));
  await store.append(fat(open, 'a', 10_000));
  const [pinned] = await recordRuns(store, 1);
  await store.setPinned(pinned?.runId ?? open.runId, true);
  for (let at = 2; at <= 12; at++) {
    const run = await store.openRun(aDraft(`r${at}`));
    await store.append({
      ...fat(run, 'a', 20_000),
      run: { ...run, ...closed }
    });
  }
  const ids = await kept(store);
  expect(ids.slice(0, 2)).toEqual(['open', 'r1']);
  expect(ids).not.toContain('r2');
  expect(ids.slice(-1)).toEqual(['r12']);
  expect((await store.usage()).bytes).toBeLessThan(200_000);
  expect(store.state.condition).toBe('ready');
  store.dispose();
});

test('when nothing may go, outputs are left out and heads are kept, and the run says so', async () => {
  const store = new FakeOrigin().page({ budgetBytes: 100_000 });
  const run = await store.openRun(aDraft('r1'));
  for (let at = 0; at < 20; at++) {
    await store.append(fat(run, `m${at}`, 10_000));
  }
  expect(store.state.condition).toBe('heads-only');
  expect(store.state.message).toMatch(
    /used up: .* Delete runs, free .*, or raise/
  );
  const heads = await store.executions(run.runId);
  expect(heads).toHaveLength(20);
  expect(heads[19]?.gaps).toEqual(['payload-lost']);
  expect((await store.payload(heads[19]!.executionId)).source).not.toBeNull();
  const gaps = (await store.get(run.runId))?.gaps.map(gap => gap.kind);
  expect(gaps).toEqual(['storage']);
  store.setBudget(1_000_000);
  await store.append(fat(run, 'more', 10_000));
  expect(store.state.condition).toBe('ready');
  store.dispose();
});

test('a smaller budget is kept to with the next write', async () => {
  const store = new FakeOrigin().page();
  await recordRuns(store, 8);
  expect(await kept(store)).toHaveLength(8);
  store.setBudget(100_000);
  const run = await store.openRun(aDraft('next'));
  await store.append(fat(run, 'a', 100));
  await store.rename('nothing', 'nothing');
  expect((await store.usage()).bytes).toBeLessThan(80_000);
  store.dispose();
});

test('proofs of no run go when there is no run left that may', async () => {
  const store = new FakeOrigin().page({ budgetBytes: 100_000 });
  const run = await store.openRun(aDraft('open'));
  const shown = (text: string): Proof =>
    aProof(run, 'lone', {
      runId: noRunId,
      outcomes: aProof(run, 'lone').outcomes.map(outcome => ({
        ...outcome,
        detail: text
      }))
    });
  await store.addProof(shown('x'.repeat(60_000)));
  await recordRuns(store, 3);
  const { notebookPath } = run;
  expect(await store.proofs({ notebookPath })).toEqual([]);
  expect((await store.usage()).bytes).toBeLessThan(80_000);
  store.dispose();
});

test('what pruning proofs of no run gave is room, and all pages hear that they went', async () => {
  const origin = new FakeOrigin();
  const store = origin.page({ budgetBytes: 100_000 });
  const other = origin.page();
  const run = await store.openRun(aDraft('open'));
  const proof = aProof(run, 'lone', { runId: noRunId });
  const outcomes = proof.outcomes.map((outcome, at) =>
    at === 0 ? { ...outcome, detail: 'x'.repeat(30_000) } : outcome
  );
  await store.addProof({ ...proof, outcomes });
  const seen: StoreChange[] = [];
  store.changed.connect((_store, change) => void seen.push(change));
  const heard: StoreChange[] = [];
  other.changed.connect((_store, change) => void heard.push(change));
  await store.append(fat(run, 'a', 40_000));
  await store.rename('nothing', 'nothing');
  expect(await store.proofs({ notebookPath: run.notebookPath })).toEqual([]);
  expect(seen).toContainEqual({ kind: 'removed', runIds: [noRunId] });
  await delivered();
  expect(heard).toContainEqual({ kind: 'elsewhere', runIds: [noRunId] });
  expect(store.state.condition).toBe('ready');
  await store.append(fat(run, 'b', 10_000));
  const heads = await store.executions(run.runId);
  expect(heads.map(({ gaps }) => gaps)).toEqual([[], []]);
  store.dispose();
  other.dispose();
});

test('the account is what the records add up to', async () => {
  const origin = new FakeOrigin();
  const store = origin.page({ budgetBytes: 150_000 });
  await recordRuns(store, 12);
  const runs = await store.list({});
  await store.remove(runs.map(run => run.runId));
  expect(await store.usage()).toMatchObject({
    runs: 0,
    executions: 0,
    bytes: 0
  });
  store.dispose();
});

describe('a disk that is full', () => {
  const kind = { name: 'QuotaExceededError', message: '', isAbort: true };

  test('once: runs go to make room, and nothing else is lost', async () => {
    const clock = new ManualClock();
    const store = new FakeOrigin().page({ clock });
    await recordRuns(store, 4);
    const run = await store.openRun(aDraft('next'));
    const undo = injectFault({ place: 'commit', kind, at: 1 });
    await store.append(fat(run, 'a', 10_000));
    undo();
    expect(store.state.condition).toBe('ready');
    expect(await kept(store)).not.toContain('r1');
    expect((await store.executions(run.runId))[0]?.gaps).toEqual([]);
    store.dispose();
  });

  test('twice: outputs are left out, for half a minute', async () => {
    const clock = new ManualClock();
    const store = new FakeOrigin().page({ clock });
    const run = await store.openRun(aDraft('r1'));
    const undo = injectFault({ place: 'commit', kind, at: 1, times: 2 });
    await store.append(fat(run, 'a', 10_000));
    undo();
    expect(store.state.condition).toBe('heads-only');
    clock.move(10_000);
    await store.append(fat(run, 'b', 10_000));
    expect(store.state.condition).toBe('heads-only');
    clock.move(30_000);
    await store.append(fat(run, 'c', 10_000));
    expect(store.state.condition).toBe('ready');
    const heads = await store.executions(run.runId);
    expect(heads.map(head => head.gaps)).toEqual([
      ['payload-lost'],
      ['payload-lost'],
      []
    ]);
    store.dispose();
  });

  test('for a while, even for heads: it is waited for, and nothing more is lost', async () => {
    const clock = new ManualClock();
    const store = new FakeOrigin().page({ clock });
    const run = await clock.until(store.openRun(aDraft('r1')));
    const undo = injectFault({ place: 'commit', kind, at: 1, times: 4 });
    await clock.until(store.append(fat(run, 'a', 10_000)));
    expect(store.state.condition).toBe('failing');
    await clock.until(store.append(fat(run, 'b', 10_000)));
    await clock.until(store.rename('nothing', 'nothing'));
    undo();
    expect(store.state.condition).toBe('heads-only');
    expect(await store.executions(run.runId)).toHaveLength(2);
    store.dispose();
  });

  test('a context and a proof are left out before heads are', async () => {
    const clock = new ManualClock();
    const store = new FakeOrigin().page({ clock });
    const run = await store.openRun(aDraft('r1'));
    const undo = injectFault({ place: 'commit', kind, at: 1, times: 2 });
    await store.putContext(aContext(run));
    undo();
    expect(store.state.condition).toBe('heads-only');
    await store.addProof(aProof(run, 'p1'));
    expect(await store.proofs({ runId: run.runId })).toEqual([]);
    await store.append(fat(run, 'a', 10_000));
    expect(await store.executions(run.runId)).toHaveLength(1);
    clock.move(31_000);
    await store.putContext(aContext(run));
    expect(store.state.condition).toBe('ready');
    expect(await store.context(run.runId)).toEqual(aContext(run));
    store.dispose();
  });

  test('older runs can still be read by a page that comes later', async () => {
    const origin = new FakeOrigin();
    const first = origin.page();
    const [run] = await recordRuns(first, 1);
    first.dispose();
    origin.local.clear();
    const undo = injectFault({ place: 'commit', kind, at: 1, times: Infinity });
    const store = origin.page();
    expect(await store.list({})).toHaveLength(1);
    expect(await store.executions(run!.runId)).toHaveLength(2);
    undo();
    store.dispose();
  });
});

test('while nothing can be written, no more is held than the bound', async () => {
  const clock = new ManualClock();
  const origin = new FakeOrigin();
  const store = origin.page({ clock });
  const run = await clock.until(store.openRun(aDraft('r1')));
  const undo = injectFault({
    place: 'commit',
    kind: { name: 'InvalidStateError', message: 'closing', isAbort: false },
    at: 1,
    times: 1
  });
  const messages: string[] = [];
  store.stateChanged.connect((_s, state) => void messages.push(state.message));
  const appends = Array.from({ length: 30 }, (_, group) => {
    const batches = Array.from({ length: 18 }, (_none, at) =>
      fat(run, `m${group}-${at}`, 2000)
    );
    return store.append({
      run,
      executions: batches.flatMap(batch => batch.executions),
      payloads: batches.flatMap(batch => batch.payloads),
      documents: []
    });
  });
  await clock.until(Promise.all(appends));
  undo();
  await clock.until(store.rename('nothing', 'nothing'));
  expect(messages.some(text => /outputs of \d+ executions/.test(text))).toBe(
    true
  );
  const heads = await store.executions(run.runId);
  expect(heads).toHaveLength(540);
  const lost = heads.filter(head => head.gaps.includes('payload-lost'));
  expect(lost.length).toBeGreaterThan(30);
  expect(lost.length).toBeLessThan(200);
  store.dispose();
}, 20_000);
