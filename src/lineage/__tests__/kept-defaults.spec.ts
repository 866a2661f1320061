// Values that a function keeps as the defaults of its parameters.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** What becomes of cells that show what a function keeps, after an edit of what it was called with. */
function after(definition: string, call: string): string[] {
  const notebook = aNotebook()
    .cell('a', 'n = 1')
    .cell('b', `bag = {}\n${definition}\n${call}`)
    .cell('c', 'print(bag)')
    .cell('d', 'n = 2')
    .runs('a', 'b', 'd', 'b')
    .run('c', null, { output: '{2}' });
  return told(notebook).slice(2, 3);
}

const KEEPING = 'def note(x, bag=bag):\n    bag["x"] = x';

it('what a call changes of a default hangs on what the call is given', () => {
  expect(after(KEEPING, 'note(n)')).toEqual(['c differs bound-below']);
});

it('and not where the parameter is only looked at', () => {
  const looking = 'def note(x, bag=bag):\n    return x in bag';
  expect(after(looking, 'note(n)')).toEqual(['c same']);
});

it('what the kernel saw a call change of a default comes out again in another order of other cells', () => {
  const makes =
    "bag = {'x': 1}\ndef grow(into=bag):\n    into['x'] += 1\n    return into\ngrow()";
  const changed = ['bag', 'grow'];
  const notebook = aNotebook()
    .cell('a', 'n = 1')
    .cell('b', makes)
    .cell('c', "grow()['x']")
    .run('b', null, {
      output: '2',
      report: { bound: changed, values: { bag: '1', grow: '2' } }
    })
    .run('a', null, { report: { bound: ['n'], values: { n: '0' } } })
    .run('c', null, {
      output: '3',
      report: { changed, values: { bag: '3', grow: '4' } }
    });
  expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
});
