// Forecasts over cells of R below one that would fail: what that does not get to bind, they lack.
import { analyseR } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** Runs cells in order and takes the first away; gives the verdict on the last. */
function verdictWithoutFirst(...sources: readonly string[]): unknown {
  const notebook = aNotebook();
  sources.forEach((source, at) => notebook.cell(`${at}`, source).run(`${at}`));
  const input = { ...notebook.delete('0').build(), analyse: analyseR };
  const { cells } = forecast(input);
  return cells[cells.length - 1]?.verdict;
}

describe('cells of R below one that fails', () => {
  it.each([
    ['it was about to assign', 'few <- head(whole, 4)'],
    ['it was about to assign in braces', '{\n  few <- head(whole, 4)\n}'],
    ['it assigns further down', 'n <- nrow(whole)\nfew <- 1:4']
  ])('fail for want of what %s', (_, maker) => {
    expect(
      verdictWithoutFirst('whole <- mtcars', maker, 'saveRDS(few, "few.rds")')
    ).toBe('fails');
  });

  it('have what it assigned before', () => {
    expect(
      verdictWithoutFirst(
        'whole <- mtcars',
        'few <- 1:4\nn <- nrow(whole)',
        'saveRDS(few, "few.rds")'
      )
    ).toBe('same');
  });
});
