// Forecasts over cells of R that attach packages, which say something the first time and never again.
import { analyseR } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const verdictsOf = (notebook: RunBuilder): unknown[] =>
  forecast({ ...notebook.build(), analyse: analyseR }).cells.map(
    ({ verdict }) => verdict
  );

const said = { output: 'Attaching package: ‘dplyr’' };

describe('a cell of R that attaches a package', () => {
  const attaches = (): RunBuilder =>
    aNotebook().cell('a', 'library(dplyr)\n1 + 1');

  it('shows what the package says in a fresh run, where it showed nothing the second time', () => {
    const notebook = attaches().run('a', null, said).run('a', null, {});
    expect(verdictsOf(notebook)).toEqual(['differs']);
  });

  it('shows what it showed, where the package says nothing', () => {
    const notebook = attaches().run('a', null, {}).run('a', null, {});
    expect(verdictsOf(notebook)).toEqual(['same']);
  });

  it('is not random for having shown nothing the second time', () => {
    const twice = attaches().cell('b', '2').run('a', null, said).run('a');
    const anew = twice.restart().run('b').run('a', null, said);
    expect(verdictsOf(anew)).toEqual(['same', 'same']);
  });

  it('shows the same after an edit, where the package had said nothing before', () => {
    const notebook = aNotebook()
      .cell('a', 'library(ggplot2)')
      .run('a')
      .run('a', 'library(ggplot2)\nlibrary(dplyr)', said);
    expect(verdictsOf(notebook)).toEqual(['same']);
  });

  it('makes the same values the second time', () => {
    const notebook = aNotebook()
      .cell('a', 'library(dplyr)\nrows <- slice(mtcars, 1:9)')
      .cell('b', 'rows')
      .run('a', null, said)
      .run('a', null, {})
      .run('b', null, { output: '9' });
    expect(verdictsOf(notebook)).toEqual(['differs', 'same']);
  });
});
