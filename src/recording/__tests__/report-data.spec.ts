// A report that leaves the browser comes back as it was.
import { emptyReport, type ExecutionReport } from '../../model';
import { anExecution } from '../../testing/executions';
import { decodeProbeMessage, reportDataOf } from '..';

function throughFile(report: Partial<ExecutionReport>): ExecutionReport | null {
  const data = reportDataOf(anExecution('r', 'm1', { report }));
  const message = decodeProbeMessage(JSON.parse(JSON.stringify(data)));
  return message.ok && message.value.kind === 'report'
    ? message.value.report.report
    : null;
}

it('comes back as it was', () => {
  const report: Partial<ExecutionReport> = {
    bound: ['a', 'b'],
    rebound: ['c'],
    deleted: ['d'],
    imported: { numpy: '2.4.6' },
    modules: { np: 'numpy' },
    values: { a: '0123abcd' },
    sampled: ['a'],
    changed: ['b'],
    unchanged: [],
    shared: [['a', 'b']],
    types: { a: 'numpy.ndarray' },
    streams: { numpy: { before: '01', after: '02' } },
    files: [
      { path: 'a.csv', mode: 'read', size: 3, modified: 5, hash: 'ab' },
      { path: 'b.csv', mode: 'write', size: null, modified: null, hash: null }
    ],
    omitted: ['The value of c took too long.']
  };
  expect(throughFile(report)).toEqual({ ...emptyReport, ...report });
});

it('names the request by which it is found', () => {
  expect(reportDataOf(anExecution('r', 'm1', { report: {} }))).toMatchObject({
    msg: 'm1',
    cell: 'a',
    ok: true
  });
});

it('is nothing where nobody reported', () => {
  expect(reportDataOf(anExecution('r', 'm1'))).toBeNull();
});
