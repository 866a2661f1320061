// How much a file holds hangs on what was written, and not on when.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { told } from './told';

const ASKING = [
  'os.path.getsize("a.txt")',
  'os.stat("a.txt").st_size',
  'Path("a.txt").stat().st_size'
];

const aFile = (): RunBuilder =>
  aNotebook()
    .cell('a', 'import os\nfrom pathlib import Path')
    .cell('b', 'with open("a.txt", "w") as f:\n    f.write("x")')
    .cell('c', 'with open("a.txt", "a") as f:\n    f.write("y")')
    .run('a')
    .run('b')
    .run('c');

it.each(ASKING)('comes out again where the same was written: %j', source => {
  const notebook = aFile().cell('d', source).run('d', null, { output: '2' });
  expect(told(notebook)[3]).toBe('d same');
});

it.each(ASKING)('differs where something was added twice: %j', source => {
  const notebook = aFile()
    .run('c')
    .cell('d', source)
    .run('d', null, { output: '3' });
  expect(told(notebook)[3]).toBe('d differs repeated');
});
