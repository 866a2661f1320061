// What R code looks at where it reads a name.
import { analyseR } from '..';

/** The view at each place where `x` stands. */
function views(source: string): readonly string[] {
  const { looks } = analyseR(source);
  return [...source.matchAll(/\bx\b/g)].map(({ index }) => {
    const look = looks?.get(index);
    return look ? `${look.view} ${look.form}` : 'whole';
  });
}

test.each([
  ['length(x)', ['form length']],
  ['nrow(x); class(x)', ['form form', 'form form']],
  ['all(x > 0)', ['form null']],
  ['stopifnot(any(is.na(x[1:3])))', ['form null']],
  ['min(x) >= 0', ['form null']],
  ['f <- function(x) length(x)', ['whole', 'form length']],
  ['if (length(x) > 2) print(x)', ['form length', 'whole']]
])('%s', (source, told) => {
  expect(views(source)).toEqual(told);
});

test.each([
  'print(x)',
  'min(x)',
  'min(x) >= limit',
  'length(x + 1)',
  'names(x, 1)',
  'sum(x) > 1',
  'length(unique(x))'
])('%s looks at the whole', source => {
  expect(views(source)).toEqual(['whole']);
});
