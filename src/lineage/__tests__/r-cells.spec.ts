// Forecasts over cells of R: what they hang on that R finds by class, by a name in a text, or where libraries put names.
import { analyseR } from '../../analysis';
import type { FileUse } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { verdictAfterEdit, verdictOf } from '../../testing/told-of-r';
import { forecast } from '..';

describe('functions of R', () => {
  it.each([
    [
      'a function that is defined and called in one cell',
      ['f <- function(r) r + k\nf(2)']
    ],
    [
      'one that it calls',
      ['g <- function() k\nf <- function(r) r + g()\nf(2)']
    ],
    [
      'one that is handed to another',
      ['f <- function(r) r + k', 'sapply(1:3, f)']
    ],
    [
      'one that is handed over by its name',
      ['f <- function(r) r + k', 'do.call("f", list(1))']
    ],
    ['one under another name', ['f <- function(r) r + k', 'g <- f', 'g(1)']],
    ['code that is quoted and run at once', ['eval(quote(k * 2))']],
    ['a name in a text', ['get("k")']]
  ])('reads what %s reads', (_, others) => {
    expect(verdictAfterEdit(['k <- 1', 'k <- 2'], ...others)).toBe('differs');
  });

  it('calls a replacement function of the notebook', () => {
    const before = '"second<-" <- function(x, value) { x[2] <- value; x }';
    const after = '"second<-" <- function(x, value) { x[2] <- 9; x }';
    expect(
      verdictAfterEdit([before, after], 'v <- 1:5', 'second(v) <- 3\nv')
    ).toBe('differs');
  });

  it.each(['d %<>% rev', 'd$a %<>% cumsum()', 'd[2] %<>% sqrt'])(
    'pipes into a value and back: %s',
    pipe => {
      const sources = ['d <- data.frame(a = 1:3)', pipe, 'd'];
      expect(verdictOf(2, sources, [0, 1, 2])).toBe('same');
      expect(verdictOf(2, sources, [0, 1, 1, 2])).toBe('differs');
    }
  );

  it('keeps what was set in a value when a name is set anew', () => {
    const sources = ['k <- 1', 'v <- 1:6', 'v[1] <- k', 'dim(v) <- c(2, 3)\nv'];
    const [first = '', ...others] = sources;
    expect(verdictAfterEdit([first, 'k <- 2'], ...others)).toBe('differs');
  });

  it('has operators between percent signs by itself', () => {
    const sources = ['m <- matrix(1:4, 2)', 'm %*% m\n4 %in% m'];
    expect(verdictOf(1, sources, [1, 0, 1])).toBe('same');
  });
});

describe('closures of R', () => {
  const maker = 'make <- function() { n <- 0; function() { n <<- n + 1; n } }';
  const lists =
    'make <- function() { n <- 0; list(up = function() { n <<- n + 1; n }, now = function() n) }';

  it.each([
    ['a function', [maker, 'up <- make()', 'up()', 'up()'], 'differs'],
    [
      'a list of functions',
      [lists, 'c1 <- make()', 'c1$up()', 'c1$now()'],
      'differs'
    ],
    [
      'a function of a scope of its own',
      [
        'k <- 1',
        'up <- local({ n <- 0; function() n <<- n + 1 })',
        'up()',
        'up()'
      ],
      'differs'
    ],
    [
      'a function that sets nothing',
      [lists, 'c1 <- make()', 'c1$now()', 'c1$now()'],
      'same'
    ]
  ])('tells that a call of %s changes it', (_, sources, verdict) => {
    expect(verdictOf(3, sources, [0, 1, 2, 2, 3])).toBe(verdict);
  });

  it.each([
    ['a method that sets a field', 'acc$pay(5)', 'differs'],
    ['a method that sets none', 'acc$show2()', 'same']
  ])('tells what %s does to an object', (_, call, verdict) => {
    const methods = 'pay = function(x) b <<- b + x, show2 = function() cat(b)';
    const sources = [
      `Acc <- setRefClass("Acc", fields = list(b = "numeric"), methods = list(${methods}))`,
      'acc <- Acc$new(b = 1)',
      call,
      'acc$b'
    ];
    expect(verdictOf(3, sources, [0, 1, 2, 2, 3])).toBe(verdict);
  });

  it('tells what a function sets of which no report tells', () => {
    const print = (total: string): object => ({ values: { total } });
    const notebook = aNotebook()
      .cell('a', 'total <- 0\nadd <- function(x) total <<- total + x')
      .cell('b', 'add(3)')
      .cell('c', 'total')
      .run('a', null, {
        report: { bound: ['add', 'total'], values: { total: '0' } }
      })
      .run('b', null, { report: {} })
      .run('b', null, { report: {} })
      .run('c', null, { output: '6', report: print('6') });
    const input = { ...notebook.build(), analyse: analyseR };
    const verdicts = forecast(input).cells.map(({ verdict }) => verdict);
    expect(verdicts[2]).toBe('differs');
  });

  it('takes what an inner function sets for no name of the notebook', () => {
    const sources = [maker, 'n <- 5', 'n'];
    expect(verdictOf(2, sources, [1, 0, 2])).toBe('same');
  });

  it('tells that a function changes the environment that it is given', () => {
    const bump = 'bump <- function(e) { e$n <- e$n + 1; invisible(NULL) }';
    const sources = [bump, 'e <- new.env()\ne$n <- 0', 'bump(e)', 'e$n'];
    expect(verdictOf(3, sources, [0, 1, 2, 2, 3])).toBe('differs');
  });

  it('tells which part of an environment is set by its name', () => {
    const sources = ['e <- new.env()', 'assign("k", 5, envir = e)', 'e$k'];
    expect(verdictOf(2, sources, [0, 2, 1])).toBe('differs');
    expect(verdictOf(2, sources, [0, 1, 2, 1])).toBe('same');
  });
});

describe('methods of R', () => {
  const print = (text: string): string =>
    `print.money <- function(x, ...) cat("${text}", unclass(x))`;
  const edit = [print('$'), print('EUR')] as const;
  const money = 'm <- structure(5, class = "money")';

  it.each([
    ['a call of the generic', [money, 'print(m)'], 'differs'],
    ['a value that is shown', [money, 'm'], 'differs'],
    ['a value that was made of one', [money, 'n <- m', 'n'], 'differs'],
    [
      'a function that calls the generic',
      [money, 'f <- function(x) print(x)', 'f(m)'],
      'differs'
    ],
    ['a value of another class', [money, 'k <- 5', 'k'], 'same'],
    [
      'a call of another function',
      [money, 'unclass(m) + 1\nlength("a")', 'sum(1)'],
      'same'
    ]
  ])('run by %s', (_, others, verdict) => {
    expect(verdictAfterEdit(edit, ...others)).toBe(verdict);
  });

  it('are found behind a generic of the notebook, and behind one another', () => {
    const speak = (text: string): string =>
      `speak.animal <- function(x, ...) cat("${text}")`;
    const others = [
      'speak <- function(x, ...) UseMethod("speak")',
      'speak.dog <- function(x, ...) { cat("woof"); NextMethod() }',
      'dog <- function() structure(list(), class = c("dog", "animal"))',
      'rex <- dog()',
      'speak(rex)'
    ];
    expect(verdictAfterEdit([speak('a'), speak('b')], ...others)).toBe(
      'differs'
    );
  });

  it('run by operators', () => {
    const add = (text: string): string =>
      `"+.money" <- function(e1, e2) "${text}"`;
    expect(verdictAfterEdit([add('a'), add('b')], money, 'm + m')).toBe(
      'differs'
    );
  });

  const circle = 'setClass("Circle", representation(r = "numeric"))';
  const area = 'setGeneric("area", function(s) standardGeneric("area"))';
  const method = 'setMethod("area", "Circle", function(s) s@r)';
  const made = 'k <- new("Circle", r = 1)';

  it.each([
    [
      'a method that ran late',
      [circle, area, method, made, 'area(k)'],
      [0, 1, 3, 4, 2],
      'differs'
    ],
    [
      'a class that ran late',
      [circle, area, method, made, 'area(k)'],
      [1, -3, 0, 2, -4],
      'differs'
    ],
    [
      'a method that ran twice',
      [circle, area, method, made, 'area(k)'],
      [0, 1, 2, 3, 4, 2],
      'same'
    ],
    [
      'a generic that ran twice: it has no methods any more',
      [circle, area, method, made, 'area(k)'],
      [0, 1, 2, 3, 1, 4],
      'differs'
    ]
  ])('of formal classes: %s', (_, sources, order, verdict) => {
    expect(verdictOf(4, sources, order)).toBe(verdict);
  });

  it('call a formal class by its name', () => {
    const notebook = aNotebook()
      .cell('a', circle)
      .cell('b', made)
      .cell('c', 'k')
      .runs('a', 'b')
      .run('c', null, { output: '1' })
      .run('a', 'setClass("Circle", representation(q = "numeric"))');
    const input = { ...notebook.build(), analyse: analyseR };
    const names = forecast(input).cells[2]?.causes.map(({ name }) => name);
    expect(names).toContain('Circle');
  });

  it('of formal classes show values', () => {
    const show = (text: string): string =>
      `setMethod("show", "Circle", function(object) cat("${text}"))`;
    expect(verdictAfterEdit([show('a'), show('b')], circle, made, 'k')).toBe(
      'differs'
    );
  });
});

describe('names that R looks for elsewhere', () => {
  it.each([
    ['are found where a table was attached', [0, 1, 2], 'same'],
    ['are not found where it is attached later', [0, -2, 1], 'differs']
  ])('%s', (_, order, verdict) => {
    const sources = ['d <- data.frame(a = 1:3)', 'attach(d)', 'mean(a)'];
    expect(verdictOf(2, sources, order)).toBe(verdict);
  });

  it('are taken away once: the second time that fails', () => {
    const sources = ['attach(mtcars)', 'detach(mtcars)'];
    expect(verdictOf(1, sources, [0, 1, 1])).toBe('differs');
    expect(verdictOf(1, sources, [0, 1])).toBe('same');
  });

  it('are not there any more when they are removed once more, which R says', () => {
    const notebook = aNotebook()
      .cell('a', 's <- 1')
      .cell('b', 'rm(s)')
      .runs('a', 'b')
      .run('b', null, { output: 'not found' });
    const input = { ...notebook.build(), analyse: analyseR };
    expect(forecast(input).cells[1]?.verdict).toBe('differs');
  });

  it('are there or not, whatever they stand for', () => {
    const sources = ['s <- 1', 'exists("s")', 's <- 2'];
    expect(verdictOf(1, sources, [0, 2, 1])).toBe('same');
    expect(verdictOf(1, sources, [1, 0])).toBe('differs');
  });
});

describe('code of R that does not stand in the cell', () => {
  const opaque = [
    'eval(parse(text = paste0("k", " <- 2")))',
    'source("a.R")',
    'source(paste0(k, ".R"))',
    'base::source("a.R")',
    'sys.source("a.R", envir = globalenv())',
    'lapply(c("a.R", "b.R"), source)',
    'invisible(sapply(list.files("R"), source))',
    'walk(files, source)',
    'do.call("source", list("a.R"))',
    'load(paste0(k, ".rda"))',
    'lapply(files, load, envir = globalenv())'
  ];

  it.each(opaque)('may set any name, whatever the kernel tells: %s', source => {
    for (const report of [undefined, { bound: [], values: {} }]) {
      const notebook = aNotebook()
        .cell('a', 'k <- 1')
        .cell('b', source)
        .cell('c', 'k')
        .run('a', null, { report })
        .run('c', null, { report, output: '1' })
        .run('b', null, { report, output: '1' });
      const input = { ...notebook.build(), analyse: analyseR };
      const [, , last] = forecast(input).cells;
      expect(last).toMatchObject({ verdict: 'unknown' });
    }
  });

  it('is unknown with its reason where it ran more than once', () => {
    const notebook = aNotebook()
      .cell('a', 'source("a.R")')
      .cell('b', 'lapply(c("a.R", "b.R"), source)')
      .run('a', null, { output: '1' })
      .run('b', null, { output: '1' })
      .run('a', null, { output: '1' })
      .run('b', null, { output: '1' });
    const input = { ...notebook.build(), analyse: analyseR };
    for (const cell of forecast(input).cells) {
      expect(cell.verdict).toBe('unknown');
      expect(cell.reason).toBe('not-analysed');
    }
  });

  it('is none where a name of the notebook is called like a function that runs some', () => {
    const sources = ['source <- function(x) x + 1', 'sapply(1:3, length)'];
    expect(verdictOf(1, sources, [0, 1, 1])).toBe('same');
  });
});

describe('options of R', () => {
  const runs = (output: string): string | undefined => {
    const notebook = aNotebook()
      .cell('a', 'options(digits = 4)')
      .cell('b', 'x * 1')
      .cell('c', 'x <- 1')
      .run('c')
      .run('b', null, { output })
      .run('a');
    notebook.move('c', 0);
    const input = { ...notebook.build(), analyse: analyseR };
    return forecast(input).cells[2]?.verdict;
  };

  it.each([
    ['3.141593', 'differs'],
    ['3', 'same'],
    ['abc', 'same']
  ])('shape %s', (output, verdict) => {
    expect(runs(output)).toBe(verdict);
  });

  it("shape pictures where they are the kernel's own for these", () => {
    const statesOf = (source: string): readonly string[] =>
      analyseR(source)
        .effects.filter(({ action }) => action === 'set')
        .map(({ state }) => state);
    expect(statesOf('options(repr.plot.width = 5)')).toEqual(['plotting']);
    expect(statesOf('options(warn = 1)')).toEqual([]);
  });

  it('are what they were set to last, whoever did', () => {
    const sources = ['options(digits = 4)', 'pi', 'options(digits = 4)'];
    expect(verdictOf(1, sources, [0, 2, 1])).toBe('same');
  });
});

describe('values of R', () => {
  it.each([
    ['another statement', 'y <- 1\nz <- k'],
    ['what a statement shows', 'y <- 1\nk + 1']
  ])('hang on the statements that make them, and not on %s', (_, maker) => {
    const edits = ['k <- 1', 'k <- 2'] as const;
    expect(verdictAfterEdit(edits, maker, 'y')).toBe('same');
  });

  it.each([
    [
      'a function of the cell sets them',
      'f <- function() y <<- k\ny <- 1\nf()'
    ],
    ['they are drawn after a seed', 'set.seed(k)\ny <- rnorm(2)'],
    ['they are set in part', 'y <- 1:3\ny[2] <- k']
  ])('hang on all that makes them: %s', (_, maker) => {
    const edits = ['k <- 1', 'k <- 2'] as const;
    expect(verdictAfterEdit(edits, maker, 'y')).toBe('differs');
  });

  it('hang on the time where it went into them alone', () => {
    const sources = ['t <- Sys.time()\nk <- 1', 't', 'k'];
    expect(verdictOf(1, sources, [0, 1, 2])).toBe('random');
    expect(verdictOf(2, sources, [0, 1, 2])).toBe('same');
  });

  it('of a model hang on the columns that its formula names', () => {
    const sources = [
      'd <- data.frame(a = 1:3, b = 3:1)',
      'lm(a ~ b, data = d)',
      'd$c <- d$a'
    ];
    expect(verdictOf(1, sources, [0, 2, 1])).toBe('same');
    const others = [...sources.slice(0, 2), 'd$b <- d$a'];
    expect(verdictOf(1, others, [0, 2, 1])).toBe('differs');
  });
});

test('a connection that is opened for writing makes its file', () => {
  const sources = [
    'con <- file("log.txt", "w")\nwriteLines("a", con)\nclose(con)',
    'scan("log.txt", what = "")',
    'con <- file("log.txt", "a")\nwriteLines("b", con)\nclose(con)'
  ];
  expect(verdictOf(1, sources, [0, 1])).toBe('same');
  expect(verdictOf(1, sources, [0, 2, 1])).toBe('differs');
});

test('a file that was taken away is no longer what it was', () => {
  const file = (mode: 'read' | 'write'): FileUse => ({
    path: 'a.txt',
    mode,
    size: 1,
    modified: 1,
    hash: 'h',
    evidence: 'named'
  });
  const notebook = aNotebook()
    .cell('a', 'writeLines("a", "a.txt")')
    .cell('b', 'file.exists("a.txt")')
    .cell('c', 'unlink("a.txt")')
    .cell('d', 'file.exists("a.txt")')
    .run('a', null, { report: { files: [file('write')] } })
    .run('b', null, { output: 'TRUE', report: { files: [file('read')] } })
    .run('c', null, { report: { files: [] } })
    .run('d', null, { output: 'FALSE', report: { files: [] } });
  const input = { ...notebook.build(), analyse: analyseR };
  const verdicts = forecast(input).cells.map(({ verdict }) => verdict);
  expect(verdicts).toEqual(['same', 'same', 'same', 'same']);
});
