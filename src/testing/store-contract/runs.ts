// Part of the store contract: what opens, lists and renames runs.
import { asRunId } from '../../model';
import type { IRunStore } from '../../tokens';
import { aBatch, aDraft, anExecutionBatch } from '../store-fixtures';
import { closed, type StoreBench } from './bench';

/** Registers the cases. */
export function runsContract(bench: StoreBench): void {
  const { open } = bench;
  let store: IRunStore;
  beforeEach(() => {
    store = bench.store;
  });

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
      const paths = ['a/x.ipynb', 'a/b/x.ipynb', 'ab/x.ipynb', 'a', 'a.ipynb'];
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
      expect(await store.list({ notebookPath: run.notebookPath })).toHaveLength(
        0
      );
    });
  });
}
