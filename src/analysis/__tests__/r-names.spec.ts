// What cells of R bind, read, change and touch besides.
import { analyseR } from '../r/analyse';

/** `!` after a name: surely. */
function summary(source: string): { readonly [field: string]: string } {
  const found = analyseR(source);
  const sure = (isCertain: boolean): string => (isCertain ? '!' : '');
  const all: { readonly [field: string]: readonly string[] } = {
    binds: found.bindings.map(one => one.name + sure(one.isCertain)),
    reads: found.references.map(
      one => one.name + (one.path ?? '') + sure(one.isCertain)
    ),
    updates: found.updates.map(
      one =>
        `${one.name}${one.path ?? ''} ${one.certainty}${one.isReplacement ? ' anew' : ''}`
    ),
    deletes: found.deletes,
    calls: found.calls,
    imports: found.imports.map(({ module }) => module),
    files: found.files?.map(({ action, path }) => `${action} ${path}`) ?? [],
    effects: found.effects
      .filter(
        ({ state, option }) =>
          (state !== 'display' || option !== undefined) && state !== 'path'
      )
      .map(({ action, state, option, value }) =>
        option ? `${state}.${option}=${value} ${action}` : `${state} ${action}`
      ),
    unknown: found.unanalysed.map(({ reason }) => reason)
  };
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, items]) => items.length > 0)
      .map(([field, items]) => [field, items.join(', ')])
  );
}

describe('Names of R', () => {
  it.each([
    ['x <- y + 1', { binds: 'x!', reads: 'y!' }],
    ['y <- 1\nx <- y', { binds: 'y!, x!' }],
    ['x -> y', { binds: 'y!', reads: 'x!' }],
    ['if (a) x <- 1 else x <- 2', { binds: 'x!, x!', reads: 'a!' }],
    ['if (a) x <- 1', { binds: 'x', reads: 'a!' }],
    ['for (i in n) s <- s + i', { binds: 'i, s', reads: 'n!, s' }],
    ['print(mean(x))', { reads: 'x!' }],
    ['pi + letters', {}],
    ['rm(x, y)', { deletes: 'x, y' }],
    ['assign("x", y)', { binds: 'x!', reads: 'y!' }],
    [
      'assign("x", y, envir = e)',
      { reads: 'y!', updates: 'e["x"] certain anew' }
    ],
    ['for (n in c("a", "b")) assign(n, 1)', { binds: 'n!, a!, b!' }],
    ['get("x", envir = e)', { reads: 'e["x"]!' }],
    ['rm(list = c("x", "y"))', { deletes: 'x, y' }],
    ['rm(x)\nx', { deletes: 'x' }],
    ['attach(d)\na', { reads: 'd!, a' }],
    ['eval(quote(a + b))', { reads: 'a!, b!' }],
    ['d |> f(a = _)', { calls: 'f, d', reads: 'f, d!' }],
    ['sapply(c("a", "b"), get)', { reads: 'a, b' }],
    ['a %in% b', { reads: 'a!, b!' }],
    ['setClass("P", contains = "Q")', { binds: '.__C__P!', reads: '.__C__Q' }],
    ['get("x")', { reads: 'x' }],
    ['data(iris)', { binds: 'iris!' }],
    ['quote(a + b)', {}],
    ['local({ a <- b; a })', { reads: 'b' }],
    ['with(d, a + b)', { reads: 'd!, d, a, b' }]
  ])('%j', (source, wanted) => {
    expect(summary(source)).toEqual(wanted);
  });

  it.each([
    ['x[2] <- v', { reads: 'v!', updates: 'x|2 certain anew' }],
    ['x[i] <- v', { reads: 'v!, i!', updates: 'x certain' }],
    ['x$a <- 1', { updates: 'x["a"] certain anew' }],
    ['x[["a"]] <- 1', { updates: 'x["a"] certain anew' }],
    ['x[, "a"] <- 1', { updates: 'x["a"] certain anew' }],
    ['x[[2]] <- 3', { updates: 'x|2 certain anew' }],
    ['x$a <- NULL', { updates: 'x["a"] certain' }],
    ['x$a$b <- 1', { updates: 'x["a"] certain' }],
    ['names(x) <- n', { reads: 'n!', updates: 'x|names certain anew' }],
    ['names(x)[2] <- n', { reads: 'n!', updates: 'x|names certain' }],
    ['x <- 1\nx[2] <- 3', { binds: 'x!' }],
    ['x$a + y[["b"]]', { reads: 'x["a"]!, y["b"]!' }],
    ['DT[, a := b]', { reads: 'b, DT!', updates: 'DT certain' }],
    [
      'acc$add(1)',
      { calls: 'acc', reads: 'acc["add"]!', updates: 'acc possible' }
    ]
  ])('%j changes a part', (source, wanted) => {
    expect(summary(source)).toEqual(wanted);
  });

  it.each([
    [
      'set.seed(1); rnorm(3)',
      { effects: 'random set, random draw', reads: undefined }
    ],
    ['Sys.time()', { effects: 'clock read' }],
    ['Sys.Date()', { effects: 'day read' }],
    ['format(Sys.time(), "%d.%m.%Y")', { effects: 'day read' }],
    ['format(Sys.time(), "%H:%M")', { effects: 'clock read' }],
    ['options(digits = 4, warn = 1)', { effects: 'display.r.digits=4 set' }],
    ['old <- options(digits = 4)\noptions(old)', { binds: 'old!' }],
    ['setwd("a")', { effects: 'directory set' }],
    ['read.csv("a.csv")', { files: 'read a.csv' }],
    ['write.csv(d, file = "b.csv")', { files: 'write b.csv', reads: 'd!' }],
    ['read.csv("http://host/a.csv")', { effects: 'network read' }],
    ['unlink("a.txt")', { files: 'write a.txt' }],
    ['cat("a", file = "a.txt", append = TRUE)', { files: 'update a.txt' }],
    ['read.csv(file.path("a", "b.csv"))', { files: 'read a/b.csv' }],
    ['list.files("a")', { files: 'list a' }],
    ['library(MASS)', { imports: 'MASS' }],
    ['stats::sd(1)', { imports: 'stats' }],
    ['png("a.png")', { files: 'write a.png' }]
  ])('%j touches what is outside', (source, wanted) => {
    expect(summary(source)).toEqual(
      Object.fromEntries(Object.entries(wanted).filter(([, text]) => text))
    );
  });

  it.each([
    ['f(x)', { calls: 'f, x', reads: 'f, x!' }],
    ['filter(d, a > 1)', { reads: 'd!, a' }],
    ['mutate(d, b = a)', { calls: 'mutate, d, a', reads: 'mutate, d!, a' }],
    ['d |> head()', { reads: 'd!' }],
    ['lm(y ~ x, data = d)', { reads: 'y, x, d["y"]!, d["x"]!' }],
    ['lm(y ~ ., data = d)', { reads: 'y, ., d' }],
    ['lm(y ~ x, d, weights = w)', { reads: 'y, x, d, w' }],
    ['sapply(v, function(i) i + k)', { calls: 'v', reads: 'v!, k' }]
  ])('%j may name columns', (source, wanted) => {
    expect(summary(source)).toEqual(wanted);
  });

  it('takes the names of R for what another cell may shadow', () => {
    const { builtinReferences, references } = analyseR('head(df, n = c)');
    expect(references).toEqual([]);
    expect(builtinReferences).toEqual(['c', 'df', 'head']);
  });

  it('tells what a function reads and binds when it is called', () => {
    const { definitions, references } = analyseR(
      'f <- function(a, b = base) { t <- a + k; count <<- count + 1; g(t) }'
    );
    expect(references).toEqual([]);
    expect(definitions).toMatchObject([
      {
        name: 'f',
        references: ['base', 'count', 'g', 'k'],
        bindings: ['count']
      }
    ]);
  });

  it.each([
    ['eval(parse(text = s))', 'It runs code that is not written here.'],
    ['source("a.R")', 'It runs another file.'],
    ['load("a.RData")', 'It binds the names that a file holds.']
  ])('says why %j is not understood', (source, reason) => {
    const { bindsUnknown, completeness, unanalysed } = analyseR(source);
    expect(bindsUnknown).toBe(true);
    expect(completeness).toBe('partial');
    expect(unanalysed.map(one => one.reason)).toContain(reason);
  });

  it('tells which names are given a constant', () => {
    const { literals } = analyseR(
      'rate <- 0.1 * 2; n = -3L; s <- "a"; m <- mean(x); k <- 1; k <- f(k)'
    );
    expect(literals).toEqual(['n', 'rate', 's']);
  });

  it('says nothing about what is no R, and says so', () => {
    const found = analyseR('x <- (1 +');
    expect(found.completeness).toBe('none');
    expect(found.unanalysed).toEqual([
      {
        range: { from: 9, to: 9 },
        reason: 'This is not understood as R. The code ends too early.'
      }
    ]);
  });

  it.each([
    ['x<-1 # one', 'x <- 1'],
    ['f(a,\n  b)', 'f( a , b )'],
    ['a\n\n\nb', 'a\nb']
  ])('%j and %j do the same', (one, other) => {
    const { normalised } = analyseR(one);
    expect(normalised).toBe(analyseR(other).normalised);
  });

  it.each([
    ['f({a\n-b})', 'f({a-b})'],
    ['x <- "a\n\nb"', 'x <- "a\nb"'],
    ['a\nb', 'a;b'],
    ['x <- 1', 'x <- 2']
  ])('%j and %j are told apart', (one, other) => {
    const { normalised } = analyseR(one);
    expect(normalised).not.toBe(analyseR(other).normalised);
  });
});
