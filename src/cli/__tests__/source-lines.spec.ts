// Lines of sources inside the text of a notebook file.
import { sourceLines } from '../source-lines';

const cells = [
  { cell_type: 'code', metadata: { source: ['no'] }, source: ['a\n', 'b'] },
  { source: [], outputs: [{ source: 'no', text: ['"source": [\n'] }] },
  { source: 'one\ntwo' }
];

it('are found in a file with one line for each', () => {
  const text = JSON.stringify({ metadata: { cells: [1] }, cells }, null, 1);
  const lineOf = (part: string): number =>
    text.split('\n').findIndex(line => line.includes(part)) + 1;
  expect(sourceLines(text)).toEqual([
    [lineOf('"a\\n"'), lineOf('"b"')],
    undefined,
    [lineOf('one\\ntwo'), lineOf('one\\ntwo')]
  ]);
});

it('are the one line of a file without line breaks', () => {
  expect(sourceLines(JSON.stringify({ cells }))[0]).toEqual([1, 1]);
});

it('are not confused by quotes and brackets inside of texts', () => {
  const odd = [{ source: ['x = "[{\\"\n', "y = ',:'"] }, { source: ['z'] }];
  const text = JSON.stringify({ cells: odd }, null, 1);
  const lines = text.split('\n');
  const z = lines.findIndex(line => line.trim() === '"z"') + 1;
  expect(sourceLines(text)[1]).toEqual([z]);
});
