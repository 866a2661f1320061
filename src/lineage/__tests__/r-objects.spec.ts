// Forecasts over cells of R whose values change in place without a report: objects by the methods of their classes and of those
// above, and connections by who reads on in them.
import { verdictOf } from '../../testing/told-of-r';

const PERSON =
  'Person <- setRefClass("Person", fields = list(n = "numeric"), methods = list(show = function() cat(n), up = function() { n <<- n + 1 }, low = function() n))';
const STUDENT =
  'Student <- setRefClass("Student", contains = "Person", methods = list(go = function() up(), hear = function() low()))';
const ACCOUNT =
  'Account <- R6Class("Account", public = list(b = 0, add = function(x) { self$b <- self$b + x }, tell = function() cat(self$b), both = function() self$tell()))';
const SAVING =
  'Saving <- R6Class("Saving", inherit = Account, public = list(earn = function() self$add(1), add = function(x) super$add(x), tell = function() cat("s")))';
const GRAND =
  'Grand <- setRefClass("Grand", contains = "Student", methods = list(up = function() callSuper()))';

describe('objects of R', () => {
  it.each([
    [[PERSON, 's <- Person$new(n = 0)', 's$up()', 's$n']],
    [[PERSON, STUDENT, 's <- Student$new(n = 0)', 's$up()', 's$n']],
    [[PERSON, STUDENT, 's <- Student$new(n = 0)', 's$go()', 's$n']],
    [[PERSON, STUDENT, 's <- new("Student", n = 0)', 's$go()', 's$n']],
    [[PERSON, STUDENT, GRAND, 's <- Grand$new(n = 0)', 's$go()', 's$n']],
    [[PERSON, STUDENT, GRAND, 's <- Grand$new(n = 0)', 's$up()', 's$n']],
    [[ACCOUNT, 's <- Account$new()', 's$add(1)', 's$b']],
    [[ACCOUNT, SAVING, 's <- Saving$new()', 's$earn()', 's$b']],
    [[ACCOUNT, SAVING, 's <- Saving$new()', 's$add(2)', 's$b']],
    [
      [
        PERSON,
        's <- Person$new(n = 0)',
        'f <- function(k, p) p$up()',
        'f(1, s)',
        's$n'
      ]
    ]
  ])('change by what ran twice: %j', sources => {
    const last = sources.length - 1;
    const order = sources.map((_, at) => at);
    order.splice(last, 0, last - 1);
    expect(verdictOf(last, sources, order)).toBe('differs');
  });

  it.each([
    [[PERSON, 's <- Person$new(n = 0)', 's$low()', 's$n']],
    [[PERSON, STUDENT, 's <- Student$new(n = 0)', 's$low()', 's$n']],
    [[PERSON, STUDENT, 's <- Student$new(n = 0)', 's$hear()', 's$n']],
    [[ACCOUNT, 's <- Account$new()', 's$both()', 's$b']],
    [[ACCOUNT, SAVING, 's <- Saving$new()', 's$tell()', 's$b']]
  ])('stay as they are where a method sets nothing: %j', sources => {
    const last = sources.length - 1;
    const order = sources.map((_, at) => at);
    order.splice(last, 0, last - 1);
    expect(verdictOf(last, sources, order)).toBe('same');
  });
});

describe('connections of R', () => {
  it.each([
    [['con <- textConnection(c("a", "b"))', 'readLines(con, 1)']],
    [['con <- file("a.txt", "r")', 'readLines(con, n = 1)']],
    [['con <- file("a.txt", open = "r")', 'scan(con, n = 1)']]
  ])('go on with who reads them: %j', ([opens, reads]) => {
    const sources = [opens, reads, reads].map(String);
    expect(verdictOf(2, sources, [0, 1, 2])).toBe('same');
    expect(verdictOf(2, sources, [0, 1, 1, 2])).toBe('differs');
    expect(verdictOf(2, sources, [0, 2])).toBe('differs');
  });

  it('that are not open begin anew each time', () => {
    const sources = [
      'con <- file("a.txt")',
      'readLines(con)',
      'readLines(con)'
    ];
    expect(verdictOf(2, sources, [0, 1, 1, 2])).toBe('same');
  });

  it('are no paths', () => {
    const sources = ['con <- "a.txt"', 'readLines(con)', 'readLines(con)'];
    expect(verdictOf(2, sources, [0, 1, 1, 2])).toBe('same');
  });

  it('move on with a function that gets them', () => {
    const first = 'one <- function(k) readLines(k, n = 1)';
    const opened = 'con <- file("a.txt", "r")';
    const sources = [first, opened, 'one(con)', 'one(con)'];
    expect(verdictOf(2, sources, [0, 1, 2, 2, 3])).toBe('differs');
    expect(verdictOf(2, sources, [0, 1, 2, 3])).toBe('same');
    const path = [first, 'con <- "a.txt"', 'one(con)', 'one(con)'];
    expect(verdictOf(3, path, [0, 1, 2, 2, 3])).toBe('same');
  });
});
