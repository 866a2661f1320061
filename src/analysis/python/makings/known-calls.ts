// Calls of which the size of what they give, its type and the number of values that it lacks do not hang on what is drawn.

import { wordSet } from '../word-set';

/** Of `numpy.random` and of generators: numbers, as many as they are told. */
export const DRAWING_NUMBERS = wordSet(
  `rand randn random random_sample ranf sample uniform normal standard_normal randint random_integers integers exponential
  poisson binomial beta gamma chisquare lognormal laplace logistic geometric standard_exponential standard_gamma standard_t
  triangular gumbel weibull rayleigh multinomial multivariate_normal dirichlet`
);

/** Of `random`: one number. */
export const DRAWING_ONE = wordSet(
  'random uniform gauss normalvariate randint randrange betavariate expovariate gammavariate triangular'
);

/** Those of both by which a list can be repeated. */
export const WHOLE_NUMBERS = wordSet(
  'randint random_integers integers poisson binomial geometric multinomial randrange'
);

/** Of `numpy`: the same of each number, or the numbers in another order. */
export const OF_EACH = wordSet(
  `abs absolute add around array asarray ceil cos cumsum exp fabs floor maximum minimum multiply negative rint round sign sin
  sort square subtract tanh`
);

/** Of `numpy`: as many as they are told, of what they are given behind that. */
export const AS_TOLD = wordSet('arange empty eye full identity ones zeros');

/** Methods that do the like; `dropna` leaves out what is lacking. */
export const METHODS_OF_EACH = wordSet(
  'abs clip copy cumsum dropna flatten ravel round tolist'
);

/** Functions and methods that leave out items by what they are. */
export const LEAVING_OUT = wordSet(
  'drop_duplicates flatnonzero nonzero query unique value_counts'
);

/** Builtins that hold as many as they are given. */
export const HOLDING = wordSet('list sorted tuple');

/** Of pandas: a frame from a file. */
export const READING_FRAMES = wordSet(
  'read_csv read_excel read_feather read_fwf read_parquet read_table'
);

/** Builtins that may do anything, or change what they are given. */
export const DOING_ANYTHING = wordSet(
  'eval exec open input next iter globals locals vars dir getattr compile __import__'
);
