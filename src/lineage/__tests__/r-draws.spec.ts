// Forecasts over cells of R that draw random numbers: where these are set, and what draws besides R's own functions.
import { verdictAfterEdit, verdictOf } from '../../testing/told-of-r';

describe('draws of R', () => {
  it.each([
    ['a function of its own', 'f <- function(n) rnorm(n)\nset.seed(1)\nf(3)'],
    [
      'one that another one calls',
      'f <- function(n) rnorm(n)\ng <- function(n) f(n)\nset.seed(1)\nx <- g(3)\nx'
    ],
    [
      'code in braces',
      'f <- function(n) rnorm(n)\nsuppressWarnings({\n  set.seed(1)\n  print(f(3))\n})'
    ],
    ['code that runs with a seed of its own', 'withr::with_seed(1, rnorm(2))'],
    [
      'a function that is handed over',
      'f <- function(n) rnorm(n)\nset.seed(1)\nsapply(1:3, f)'
    ]
  ])('are set where the cell seeds above: %s', (_, source) => {
    expect(verdictOf(0, [source], [0])).toBe('same');
  });

  it.each([
    ['where nothing sets what it keeps', 'withr::with_preserve_seed(runif(1))'],
    ['of each part', 'sapply(1:3, rnorm)'],
    ['of each part, with more', 'lapply(c(1, 2), rnorm, n = 2)'],
    ['under a name', 'vapply(1:3, FUN = rnorm, n = 1, 0)'],
    ['of each part, in a package', 'purrr::map(1:3, rnorm)'],
    ['behind a pipe', 'x <- 1:3\nx %>% map_dbl(runif, n = 1)'],
    ['by its text', 'do.call("runif", list(2))']
  ])('come by way of what is handed over: %s', (_, source) => {
    expect(verdictOf(0, [source], [0])).toBe('random');
    expect(verdictOf(0, [`set.seed(1)\n${source}`], [0])).toBe('same');
  });

  it.each([
    'sapply(1:3, nchar)',
    'train <- function(x) x + 1\ntrain(1)',
    'train <- function(x) x + 1\nfit <- function(x) train(x)\nfit(1)',
    'sample <- 1:3\nsapply(sample, sqrt)',
    'boot <- function(x) x\nsapply(1:3, boot)'
  ])('are none where a function of the cell is called so: %s', source => {
    expect(verdictOf(0, [source], [0])).toBe('same');
  });

  it('come before the seed where the function is called above it', () => {
    const source = 'f <- function(n) rnorm(n)\nf(3)\nset.seed(1)';
    expect(verdictOf(0, [source], [0])).toBe('random');
  });

  it('of a function of its own go into what it gives', () => {
    const sources = [
      'f <- function(n) rnorm(n)\nx <- f(3)\nk <- 2\nx',
      'x * 2',
      'k * 2'
    ];
    const order = [0, 1, 2];
    expect(verdictOf(1, sources, order)).toBe('random');
    expect(verdictOf(2, sources, order)).toBe('same');
  });

  it.each([
    'ggplot(mtcars, aes(cyl, mpg)) + geom_jitter()',
    'randomForest(mpg ~ ., data = mtcars)',
    'rsample::initial_split(mtcars)',
    'cv.glmnet(x, y)'
  ])('of packages are known: %s', source => {
    expect(verdictOf(0, [source], [0])).toBe('random');
  });

  it('of packages are none where the notebook has a value of that name', () => {
    expect(
      verdictAfterEdit(['k <- 1', 'k <- 1'], 'train <- mtcars[1:5, ]', 'train')
    ).toBe('same');
  });
});
