// Forecasts over cells of R that see parts of a table whose name R has for something of its own.
import { analyseR } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

describe('a table that is called as a function of R is', () => {
  const verdictsAfter = (source: string, change: string): unknown => {
    const notebook = aNotebook()
      .cell('a', 'df <- data.frame(x = 1:3, y = 4:6)')
      .cell('b', source)
      .cell('c', change)
      .runs('a', 'c', 'b');
    return forecast({ ...notebook.build(), analyse: analyseR }).cells[1]
      ?.verdict;
  };

  it('is seen by its columns', () => {
    expect(verdictsAfter('mean(df$x)', 'df$y <- 0')).toBe('same');
    expect(verdictsAfter('mean(df$x)', 'df$x <- 0')).toBe('differs');
    expect(verdictsAfter('mean(df[, "x"])', 'df[["y"]] <- 0')).toBe('same');
  });

  it('is seen as a whole where it stands by itself', () => {
    expect(verdictsAfter('mean(df$x)\ndf', 'df$y <- 0')).toBe('differs');
    expect(
      verdictsAfter('f <- function() nrow(df)\nf() + df$x', 'df$y <- 0')
    ).toBe('differs');
  });
});
