import type { ScriptPlan } from '../../lineage';
import { recordFor } from '../../testing/export-record';
import { exporters } from '..';

const EMPTY: ScriptPlan = {
  language: 'python',
  notebookPath: 'a.ipynb',
  runId: 'r',
  runNumber: 1,
  openedAt: '2026-11-21T09:59:00.000Z',
  steps: [],
  omitted: [],
  requires: [],
  environment: null,
  warnings: []
};

const script = exporters.find(({ id }) => id === 'script')!;

it('takes Python and R under the names that kernelspecs use, and no other language', () => {
  const taken = ['python', 'python3', 'Python', 'ipython', 'R', 'r'];
  expect(taken.every(language => script.accepts(language))).toBe(true);
  const others = ['julia', 'rust', '', 'pythonic', 'toString'];
  expect(others.some(language => script.accepts(language))).toBe(false);
});

it('words why there is nothing to write', () => {
  expect(script.refusal(EMPTY)).toMatch(/^Nothing ran here/);
  expect(script.refusal({ ...EMPTY, language: 'julia' })).toMatch(
    /language “julia”/
  );
  expect(script.refusal({ ...EMPTY, language: '' })).toMatch(/not known/);
});

it('gives one file with a safe name, also for a plan without steps', () => {
  const plan = { ...EMPTY, notebookPath: '../x y.ipynb' };
  const [file, ...more] = script.render(plan, recordFor(plan));
  expect(more).toEqual([]);
  expect(file).toMatchObject({
    name: 'x-y-run-1.py',
    mediaType: 'text/x-python'
  });
  expect(file!.content).toContain('# 0 cell executions');
});

it('gives no file for a language without script syntax', () => {
  expect(
    script.render({ ...EMPTY, language: 'julia' }, recordFor(EMPTY))
  ).toEqual([]);
});

it('has one exporter for each id', () => {
  const ids = exporters.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
