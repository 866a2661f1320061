// The slice as a notebook: what nbformat 4.5 asks for, whatever ran.
import type { Output } from '../../model';
import { asCellId } from '../../model';
import { recordFor } from '../../testing/export-record';
import { planOf, stepOf } from '../../testing/plans';
import { exporters } from '..';

const notebook = exporters.find(({ id }) => id === 'notebook')!;

const OUTPUTS: readonly Output[] = [
  { output_type: 'stream', name: 'stdout', text: 'said\n' },
  {
    output_type: 'execute_result',
    data: { 'text/plain': '3' },
    metadata: {},
    execution_count: 1
  },
  { output_type: 'error', ename: 'E', evalue: 'v', traceback: [] }
];

function rendered(plan = planOf(['x = 1\nx', 'y'])) {
  const [file] = notebook.render(plan, recordFor(plan, { 0: OUTPUTS }));
  return { name: file!.name, ...JSON.parse(String(file!.content)) };
}

it('holds the code that ran with the outputs that were recorded', () => {
  const { cells, name, nbformat, nbformat_minor } = rendered();
  expect([name, nbformat, nbformat_minor]).toEqual([
    'Iris-study-run-3.ipynb',
    4,
    5
  ]);
  expect(cells).toEqual([
    {
      cell_type: 'code',
      execution_count: 1,
      id: 'c0',
      metadata: {},
      outputs: OUTPUTS,
      source: ['x = 1\n', 'x']
    },
    expect.objectContaining({ id: 'c1', outputs: [], source: ['y'] })
  ]);
});

it('gives each cell an id of its own that the format allows', () => {
  const steps = ['a b"\n', 'same', 'same', 'x'.repeat(64), 'x'.repeat(64)].map(
    (cellId, index) => ({ ...stepOf('1', index), cellId: asCellId(cellId) })
  );
  const other = { ...stepOf('1', 5), cellId: null };
  const { cells } = rendered({ ...planOf([]), steps: [...steps, other] });
  const ids: string[] = cells.map((cell: { id: string }) => cell.id);
  expect(new Set(ids).size).toBe(6);
  expect(ids.every(id => /^[a-zA-Z0-9_-]{1,64}$/.test(id))).toBe(true);
});

it('is written for a kernel of any language that is known by name', () => {
  expect(['python', 'r', 'julia'].every(notebook.accepts)).toBe(true);
  expect(notebook.accepts('')).toBe(false);
  expect(notebook.refusal(planOf([]))).toMatch(/^Nothing ran here/);
});
