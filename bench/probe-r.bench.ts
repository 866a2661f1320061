// What the probe of R adds to trivial cells where few and many names are bound, and to cells over a table.
import { hasR, linesOfR } from './probe-kernel';

const MANY = [
  'for (n in 1:400) assign(paste0("number", n), n)',
  'for (n in 1:300) assign(paste0("list", n), list(n, as.character(n)))',
  'for (n in 1:300) assign(paste0("record", n), list(n = n, parts = list(n)))'
];

const TABLE = [
  'set.seed(1)\ndf <- data.frame(a = rnorm(1e5), b = rnorm(1e5), group = sample(1:50, 1e5, TRUE))'
];

const sets: readonly {
  readonly names: string;
  readonly before: readonly string[];
  readonly cells: readonly string[];
  readonly rounds: number;
}[] = [
  { names: 'none', before: [], cells: ['x <- 1'], rounds: 81 },
  { names: '1,000', before: MANY, cells: ['x <- 1'], rounds: 81 },
  {
    names: 'a table of 100,000 rows',
    before: TABLE,
    cells: [
      'nrow(df)',
      'means <- tapply(df$b, df$group, mean)',
      'df$c <- df$a * 2 + df$b'
    ],
    rounds: 41
  }
];

export default {
  title: 'Probe of R: cells by what is bound before',
  table: () =>
    hasR()
      ? sets.flatMap(({ names, before, cells, rounds }) =>
          linesOfR(before, cells, rounds).map(line => ({ names, ...line }))
        )
      : []
};
