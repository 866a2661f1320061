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

/** Runs cells that end for want of names, as R says it, then gives the verdict on one in the notebook as it stands. */
function verdictOfMissing(
  place: number,
  sources: readonly string[],
  order: readonly (number | readonly [cell: number, missing: string])[],
  hasReports = true
): unknown {
  const notebook = aNotebook();
  sources.forEach((source, at) => notebook.cell(`${at}`, source));
  const missing = new Map<number, string>();
  order.forEach((one, at) => {
    if (typeof one === 'number') {
      notebook.run(`${one}`, null, hasReports ? { report: {} } : {});
    } else {
      const [cell, name] = one;
      missing.set(at, name);
      notebook.fails(`${cell}`, []);
    }
  });
  const { runs, document } = notebook.build();
  const told = runs.map(({ executions, ...run }) => ({
    ...run,
    executions: executions.map((execution, at) => {
      const name = missing.get(at);
      const evalue = name?.startsWith('Error')
        ? name
        : `Error: object '${name}' not found\n`;
      return name === undefined
        ? execution
        : { ...execution, error: { ename: 'ERROR', evalue } };
    })
  }));
  const input = { runs: told, document, analyse: analyseR };
  return forecast(input).cells[place]?.verdict;
}

describe('cells of R that find a function of R where none above binds its name', () => {
  const refused = "Error in sample[, 1]: object of type 'closure'\n";
  const sources = [
    'sample <- rbind(one, two)',
    'fit <- kmeans(sample[, 1], 3)\nsample[, 2] <- fit$cluster\nsample$y',
    'plot(sample)',
    'summary(fit)',
    'one <- two <- data.frame(x = 1:9, y = 1)'
  ];

  it('do so alike, and leave what they did where they failed', () => {
    const order = [[1, refused], [2, refused], [3, 'fit'], 4] as const;
    expect(verdictOfMissing(1, sources, order)).toBe('same');
    expect(verdictOfMissing(2, sources, order)).toBe('same');
    expect(verdictOfMissing(3, sources, order)).toBe('same');
    expect(verdictOfMissing(2, sources, order, false)).toBe('same');
    expect(verdictOfMissing(3, sources, order, false)).toBe('same');
  });

  it('do not where they had found what a cell bound', () => {
    expect(verdictOfMissing(2, sources, [4, 0, 2])).toBe('differs');
    expect(verdictOfMissing(3, sources, [4, 0, 1, 3])).toBe('fails');
  });
});

describe('cells of R that stop for want of a name', () => {
  const sources = ['library(stats4)', 'summary(fit)', 'fit <- lm(y ~ x, d)'];

  it('stop alike where a fresh run lacks it, too, whatever libraries it has', () => {
    expect(verdictOfMissing(1, sources, [2, 0])).toBe('unrun');
    expect(verdictOfMissing(1, sources, [[1, 'fit'], 2])).toBe('same');
    expect(verdictOfMissing(1, sources, [[1, 'fit'], 0, 2])).toBe('same');
  });

  it('do not where a fresh run has it by then', () => {
    const [library = '', asks = '', makes = ''] = sources;
    expect(verdictOfMissing(2, [library, makes, asks], [[2, 'fit'], 1])).toBe(
      'differs'
    );
  });

  it('may find elsewhere what cells only make of what is there', () => {
    const own = ['library(ggplot2)', 'diamonds', 'diamonds <- diamonds[1:9, ]'];
    expect(verdictOfMissing(1, own, [0, 1, 2])).toBe('same');
  });

  it('may find columns of a table that is attached', () => {
    const own = ['attach(mtcars)', 'wt', 'wt <- 5'];
    expect(verdictOfMissing(1, own, [0, 2, 1])).toBe('differs');
  });

  it('are alike whatever their functions do when somebody calls them', () => {
    const first = 'options(repr.plot.width = 4)';
    const second = 'f <- function(d) plot(d)\nf(score)';
    const cells = [first, second, 'score <- 3'];
    expect(verdictOfMissing(1, cells, [[1, 'score'], 2])).toBe('same');
  });
});

describe('what a cell of R left that failed further down', () => {
  const sources = [
    'library(ggplot2)\noptions(repr.plot.width = 4)',
    'set.seed(1)\ndf <- data.frame(x = 1:3)\ndf$y <- rnorm(3)\nggplot(df)',
    'mean(df$y)'
  ];
  const verdictAfter = (
    failedLine: number,
    place = 2,
    function_ = 'ggplot'
  ): unknown => {
    const notebook = aNotebook();
    sources.forEach((source, at) => notebook.cell(`${at}`, source));
    const { runs, document } = notebook.fails('1', []).run('2').build();
    const evalue = `Error: could not find function "${function_}"\n`;
    const told = runs.map(({ executions, ...run }) => ({
      ...run,
      executions: executions.map(one =>
        one.status === 'error'
          ? { ...one, tells: { failedLine }, error: { ename: 'ERROR', evalue } }
          : one
      )
    }));
    const { cells } = forecast({ runs: told, document, analyse: analyseR });
    return cells[place]?.verdict;
  };

  it('is what it leaves where it does not fail, if all of it stands above', () => {
    expect(verdictAfter(4)).toBe('same');
  });

  it('is not where it failed before it was through', () => {
    expect(verdictAfter(3, 2, 'rnorm')).toBe('differs');
  });

  it('shows that a function was not found which a library may bring that a fresh run has', () => {
    expect(verdictAfter(4, 1)).toBe('differs');
  });
});

describe('a cell of R that attaches what it calls', () => {
  const plot = (size: number): string =>
    `library(ggplot2)\np <- ggplot(mtcars) + geom_point(size = ${size})`;

  it('makes the same where an earlier source of it had attached that before', () => {
    const notebook = aNotebook().cell('a', plot(1)).cell('b', 'p').run('a');
    const edited = notebook.edit('a', plot(2)).run('a').run('b');
    const { cells } = forecast({ ...edited.build(), analyse: analyseR });
    expect(cells.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
  });

  it('may make another where something else was attached', () => {
    const notebook = aNotebook()
      .cell('a', 'library(rlang)')
      .cell('b', plot(1))
      .cell('c', 'p');
    const ran = notebook.run('a').run('b').run('c').delete('a');
    const { cells } = forecast({ ...ran.build(), analyse: analyseR });
    expect(cells.map(({ verdict }) => verdict)).toEqual(['differs', 'differs']);
  });
});

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

  it('tell that a cell above did not get to bind it, where no kernel does', () => {
    const own = [
      'lm(y ~ x, data = train)\nfit <- 3',
      'score <- predict(fit)\nplot(score)',
      'summary(score)'
    ];
    const order = [
      [0, 'train'],
      [1, 'fit'],
      [2, 'score']
    ] as const;
    expect(verdictOfMissing(1, own, order, false)).toBe('same');
    expect(verdictOfMissing(2, own, order, false)).toBe('same');
  });

  it('lack it where libraries are attached that do not bring it, and a cell below would have made it', () => {
    const own = [
      'library(stats4)',
      'fit <- lm(y ~ x, train)',
      'fit$sdev',
      'train <- 3'
    ];
    expect(verdictOfMissing(2, own, [0, [2, 'fit'], 3])).toBe('same');
  });

  it('leave what stands above the one statement that mentions it, and nothing below', () => {
    const own = [
      'rows <- 1:3\nfit <- lm(y ~ x, rows)',
      'f <- function(d) mean(d)\nf(score)\nlast <- 5',
      'f(rows)',
      'last'
    ];
    const ran = [0, [1, 'score'], 2] as const;
    expect(verdictOfMissing(2, own, ran, false)).toBe('same');
    expect(verdictOfMissing(3, own, [...ran, [3, 'last']], false)).toBe('same');
  });
});
