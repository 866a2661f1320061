// What the R probe tells of values that are environments or lead to some, in a real IRkernel.
import { spawnSync } from 'node:child_process';

import { rProbe } from '../r.probe';
import { outputsOf, reportOf, session } from './probe-session';

const hasR = spawnSync('Rscript', ['-e', 'library(IRkernel)']).status === 0;
const inKernel = hasR ? describe : describe.skip;

/** What each cell changed, by its number. */
function changedBy(...cells: readonly string[]): readonly unknown[] {
  const install = { code: rProbe.source, silent: true };
  const [, ...rest] = session([install, ...cells], {}, 'ir');
  return rest.map(messages => reportOf(messages).report.changed);
}

inKernel('in a kernel of R, the probe', () => {
  it('tells which closures and environments a cell changed, under whatever name', () => {
    expect(
      changedBy(
        'make <- function() { n <- 0; list(up = function() { n <<- n + 1; n }, now = function() n) }\nup <- make()',
        'up$now()',
        'up$up()',
        'e <- new.env(); e$inner <- new.env(); f <- e',
        'e$inner$a <- 1',
        'for (i in 1:5) up$now()'
      )
    ).toEqual([[], [], ['up'], [], ['e', 'f'], []]);
  });

  it('tells which objects of reference classes a cell changed, and not which methods it called first', () => {
    const methods = 'pay = function(x) b <<- b + x, see = function() b';
    expect(
      changedBy(
        `Acc <- setRefClass("Acc", fields = list(b = "numeric"), methods = list(${methods}))\na <- Acc$new(b = 1)\nother <- a`,
        'a$see()',
        'other$pay(1)'
      )
    ).toEqual([[], [], ['a', 'other']]);
  });

  it('blames no cell for what code that nobody sees changed between two', () => {
    const [, , , told] = session(
      [
        { code: rProbe.source, silent: true },
        'e <- new.env(); e$n <- 1; x <- c(1, 2)',
        { code: 'e$n <- 2; x <- c(1, 3)', silent: true },
        'c(e$n, x)'
      ],
      {},
      'ir'
    );
    expect(reportOf(told).report.changed).toEqual([]);
    expect(reportOf(told).report.unchanged).toEqual(['e', 'x']);
  });

  it('blames no cell for what a callback did while somebody waited', () => {
    const opened = { comm_id: 'a', target_name: 'told', data: {} };
    const told = session(
      [
        { code: rProbe.source, silent: true },
        `e <- new.env(); e$n <- 1; x <- c(1, 2)
IRkernel::comm_manager()$register_target('told', function(comm, message) comm$on_msg(function(message) {
  began <- proc.time()[[3]]
  while (proc.time()[[3]] < began + 0.3) { e$n <- e$n + 1; x[[2]] <<- x[[2]] + 1 }
}))`,
        { type: 'comm_open', content: opened },
        'c(e$n, x)',
        { type: 'comm_msg', content: { comm_id: 'a', data: {} } },
        'c(e$n, x) != c(1, 1, 2)'
      ],
      {},
      'ir'
    );
    expect(JSON.stringify(outputsOf(told[5] ?? []))).toContain(
      'TRUE FALSE  TRUE'
    );
    expect(reportOf(told[5]).report).toMatchObject({
      changed: [],
      unchanged: ['e', 'x']
    });
  });

  it('finds what leads to environments among names that come anew, and in lists', () => {
    expect(
      changedBy(
        'e <- new.env(); e$n <- 1; bump <- function() e$n <- e$n + 1',
        'kept <- list(a = 1, inner = e)\nplain <- data.frame(a = 1:60)',
        'bump()',
        'rm(kept)',
        'bump()'
      )
    ).toEqual([[], [], ['e', 'kept'], [], ['e']]);
  });

  it('runs no promise and no active binding', () => {
    const [, made, asked] = session(
      [
        { code: rProbe.source, silent: true },
        'lazy <- function(x) function() x\nf <- lazy({ cat("ran"); 5 })\ne <- new.env()\nmakeActiveBinding("now", function() cat("read"), e)',
        'is.function(f) && is.environment(e)'
      ],
      {},
      'ir'
    );
    expect(outputsOf(made ?? [])).toEqual([]);
    expect(reportOf(made).report.values).toHaveProperty('f');
    expect(reportOf(asked).report.unchanged).toEqual(['e', 'f']);
  });
});
