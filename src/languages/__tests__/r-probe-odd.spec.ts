// What the R probe tells of code and values that are not as most are, in a real IRkernel.
import { spawnSync } from 'node:child_process';

import { rProbe } from '../r.probe';
import { reportOf, session } from './probe-session';

const hasR = spawnSync('Rscript', ['-e', 'library(IRkernel)']).status === 0;
const inKernel = hasR ? describe : describe.skip;

inKernel('in a kernel of R, a cell has its report', () => {
  const cells = [
    ['m <- matrix(1:4, 2); f <- function(a, b = 2) a', []],
    ['m[1, ]', ['m']],
    ['m[, 1] <- 5L; m[2, , drop = FALSE]', []],
    ["switch('a', a = , b = m)", ['m']],
    ['parts <- alist(a = , b = 2)', []],
    ['gap <- quote(expr = ); list(f)', ['f']],
    ["told <- structure(list(1), names_from = c('a', 'b'))", []],
    ['m', ['m']],
    ['kept <- "\\xff\\n"', []],
    ['Encoding(kept) <- "UTF-8"; m', ['m']]
  ] as const;
  const told = hasR
    ? session(
        [{ code: rProbe.source, silent: true }, ...cells.map(([cell]) => cell)],
        {},
        'ir'
      )
    : [];

  it.each(
    cells.map(([cell, unchanged], index) => ({ cell, unchanged, index }))
  )('that is $cell', ({ unchanged, index }) => {
    expect(reportOf(told[index + 1]).report.unchanged).toEqual(unchanged);
  });

  it('with what it changed in a part', () => {
    expect(reportOf(told[3]).report.changed).toEqual(['m']);
  });
});
