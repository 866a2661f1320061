// A search finds code, cells, counts and names; a status narrows it down.
import { anExecution } from '../../testing/executions';
import { matches, type StatusFilter } from '../runs/filter';

const facts = { cellLabel: 'cell 3', isDeleted: false, isFlagged: false };
const execution = anExecution('r', '1', {
  executionCount: 12,
  firstLine: 'Model.fit(data)',
  status: 'error',
  error: { ename: 'ValueError', evalue: 'secret' },
  report: { bound: ['weights'], rebound: ['scores'], deleted: ['draft'] }
});

it.each([
  ['', true],
  ['   ', true],
  ['model', true],
  ['DATA fit', true],
  ['cell 3', true],
  ['[12]', true],
  ['weights', true],
  ['scores', true],
  ['draft', true],
  ['valueerror', true],
  ['model absent', false],
  ['[1]', false],
  ['.*', false]
])('search for “%s” finds it: %s', (text, isFound) => {
  expect(matches({ text, status: 'all' }, execution, facts)).toBe(isFound);
});

it.each<[StatusFilter, boolean]>([
  ['all', true],
  ['failed', true],
  ['unfinished', false],
  ['flagged', false],
  ['deleted', false],
  ['outside', false]
])(
  'status “%s” keeps a failed execution of a present cell: %s',
  (status, isKept) => {
    expect(matches({ text: '', status }, execution, facts)).toBe(isKept);
  }
);

it.each(['queued', 'running', 'aborted', 'interrupted', 'lost'] as const)(
  'what is %s counts as not finished',
  status => {
    const unfinished = anExecution('r', '1', { status });
    const filter = { text: '', status: 'unfinished' as const };
    expect(matches(filter, unfinished, facts)).toBe(true);
  }
);

it('tells flagged, deleted and outside apart', () => {
  const outside = anExecution('r', '1', { cellId: null });
  const keeps = (status: StatusFilter, parts: Partial<typeof facts>): boolean =>
    matches({ text: '', status }, outside, { ...facts, ...parts });
  expect(keeps('outside', {})).toBe(true);
  expect(keeps('flagged', { isFlagged: true })).toBe(true);
  expect(keeps('deleted', { isDeleted: true })).toBe(true);
});
