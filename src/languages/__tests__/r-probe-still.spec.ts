// Cells of R in which nothing runs but their own text are told the same as by all that the probe asks otherwise, and as IRkernel writes it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ProbeReport } from '../../recording';
import { rProbe } from '../r.probe';
import { reportOf, session } from './probe-session';

const hasR = spawnSync('Rscript', ['-e', 'library(IRkernel)']).status === 0;
const inKernel = hasR ? describe : describe.skip;

const scope =
  "environment(get('.self', envir = environment(readline), inherits = FALSE)$send_response)";

/** Each with whether it is still. */
const cells: readonly (readonly [code: string, isStill: boolean])[] = [
  ['held <- new.env(); f <- function() 1; parts <- list(held)', false],
  ['x <- 1', true],
  ['x <- x + 1 / 3', true],
  ['x', true],
  ['y <- c(x, 2); z <- list(1, "a")', true],
  ['y[[2]] <- 5; sum(y)', true],
  ['z', false],
  ['f()', false],
  ['if (x > 1) x <- "quote \\" and \\\\ and \u00e9" else x <- 0', true],
  ['x', true],
  ['for (i in 1:3) y <- y * i', false],
  ['small <- 0.00001234; none <- NULL; gap <- NA; many <- 1e20', true],
  ['`odd "name"` <- 2', true],
  ['`odd "name"` + small', true],
  ['rm(small)', false],
  ['small', false],
  ['set.seed(1); runif(1)', false],
  ['table <- data.frame(a = 1)', false],
  ['table$a', false],
  ['held$n <- 3', false],
  ['d <- as.Date("2026-01-01")', false],
  ['d + 1', false],
  ['.hidden <- 1', false],
  ['c <- function(...) 1', false],
  ['c(x, 1)', false],
  ['1 +', true],
  ['stop("no")', false],
  ['T', false],
  ['path <- "data.csv"', true],
  ['y <- 0 * 1:2', true],
  ['y <- 0 * 1:3000000', true],
  ['length(y) <- as.numeric(2)', false],
  ['print.numeric <- function(x, ...) cat(runif(1) < 2)', false],
  ['5', true]
];

/** Here a cell is always the next in a queue. */
const judged = `local({ scope <- ${scope}; scope$QUEUED <- 60; scope$judge <- scope$is_still; scope$judged <- character(); scope$is_still <- function(facts, here) { found <- scope$judge(facts, here); scope$judged <- base::c(scope$judged, if (found) 'true' else 'false'); found } })`;
const asked = `local({ scope <- ${scope}; scope$is_still <- function(facts, here) FALSE; scope$is_known_kernel <- FALSE })`;

/** Values that others may change, which are not told where nothing can. */
const shared = ['held', 'parts'];

/** What a report tells of a cell's own names, without when, how long, and in which kernel. */
function toldBy({ report, cellId, executionCount, isOk }: ProbeReport): object {
  const own = (table: object = {}) =>
    Object.fromEntries(
      Object.entries(table).filter(([name]) => !shared.includes(name))
    );
  const unchanged = report.unchanged?.filter(name => !shared.includes(name));
  // IRkernel's own way of writing leaves out digits.
  const scalars = Object.entries(report.scalars ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' ? value.toFixed(3) : value
  ]);
  const { types, values } = report;
  return {
    ...report,
    ...{ unchanged, types: own(types), values: own(values), scalars },
    ...{ cellId, executionCount, isOk, cost: null }
  };
}

inKernel('a cell of R in which only its own text runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'still-'));
  writeFileSync(join(folder, 'data.csv'), 'a\n1\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (prepared: string) =>
    session(
      [
        { code: rProbe.source, silent: true },
        { code: prepared, silent: true },
        ...cells.map(([code]) => code),
        `cat(${scope}$judged)`
      ],
      {},
      'ir',
      folder
    ).slice(2);
  const [quick = [], slow = []] = hasR ? [run(judged), run(asked)] : [];

  it.each(cells.map(([code], index) => [code, index] as const))(
    'is told the same: %j',
    (_, index) => {
      expect(toldBy(reportOf(quick[index]))).toEqual(
        toldBy(reportOf(slow[index]))
      );
    }
  );

  it('is known by its text and by the values of its names', () => {
    const printed = (quick[cells.length] ?? []).flatMap(([, type, content]) =>
      type === 'stream' ? [String(content.text)] : []
    );
    expect(
      printed
        .join('')
        .trim()
        .split(' ')
        .slice(0, cells.length)
        .map((text, index) => [cells[index]?.[0], text === 'true'])
    ).toEqual(cells);
  });

  it('is asked for draws where a function of its own shows numbers', () => {
    const { streams } = reportOf(quick[cells.length - 1]).report;
    expect(Object.keys(streams ?? {})).toEqual(['random']);
  });

  it('has the files that it names', () => {
    const place = cells.findIndex(([code]) => code.startsWith('path'));
    expect(reportOf(quick[place]).report.files).toMatchObject([
      { path: 'data.csv', mode: 'read', evidence: 'named' }
    ]);
  });

  it('has its numbers with all digits, and its texts as they are', () => {
    expect(reportOf(quick[2]).report.scalars).toEqual({ x: 4 / 3 });
    expect(reportOf(quick[8]).report.scalars).toEqual({
      x: 'quote " and \\ and \u00e9'
    });
    expect(reportOf(quick[11]).report.scalars).toEqual({
      small: 0.00001234,
      gap: 'NA',
      many: 1e20
    });
    expect(reportOf(quick[12]).report.scalars).toEqual({ 'odd "name"': 2 });
  });
});
