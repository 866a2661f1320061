// Where an execution failed, read from tracebacks as IPython writes them.
import { failedLine } from '../failed-line';

const failed = (
  ename: string,
  ...traceback: string[]
): ReturnType<typeof failedLine> =>
  failedLine({ output_type: 'error', ename, evalue: '', traceback });

it('is the line of the cell itself, whoever raised', () => {
  expect(
    failed(
      'AssertionError',
      'Traceback (most recent call last)',
      'Cell \u001b[32mIn[16], line 9\u001b[39m\n----> 9 check()',
      'Cell In[3], line 2, in check()',
      'File ~/lib/warnings.py:142, in filterwarnings(action)'
    )
  ).toBe(9);
});

it('is none of a cell that ran before', () => {
  const inside = 'Cell In[3], line 2, in check()';
  const own = 'Cell In[16], line 9';
  expect(failed('ValueError', inside, own)).toBe(9);
});

it('is that of the last of several errors', () => {
  const first = 'Cell In[4], line 2';
  const between =
    '\nThe above exception was the direct cause of the following exception:\n';
  expect(failed('ValueError', first, between, 'Cell In[4], line 7')).toBe(7);
});

it('is told by older kernels, too', () => {
  const frame =
    'Input \u001b[0;32mIn [4]\u001b[0m, in \u001b[0;36m<cell line: 3>\u001b[0;34m()\u001b[0m';
  expect(failed('ValueError', frame)).toBe(3);
});

it.each([
  ['SyntaxError', '  Cell In[1], line 2\n    x = = 1'],
  ['ValueError', 'no frame of a cell'],
  ['ValueError', '']
])('is not known of what never ran, or has another form: %s', (ename, text) => {
  expect(failed(ename, text)).toBeUndefined();
});
