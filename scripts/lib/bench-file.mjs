// Measures the cases of one bench file against its first case, turn by turn, so that a busy machine slows all alike.
//
// A bench file's default export is `{title, cases}`; `cases` maps a name to a function that prepares the case and gives
// the function to measure, which may be asynchronous. One that measures in its own way has `table` instead, which gives the
// lines to print.

import { pathToFileURL } from 'node:url';

const MINIMUM_ROUNDS = 9;
const BUDGET_MS = 5000;
/** A turn repeats its case until the clock can tell it apart. */
const TURN_MS = 5;

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Mean time of one of `count` repetitions. */
async function timeOf(work, count) {
  const start = performance.now();
  for (let done = 0; done < count; done++) {
    await work();
  }
  return (performance.now() - start) / count;
}

/** How many repetitions fill a turn; finding out also warms the case up. */
async function repetitions(work) {
  let count = 1;
  while ((await timeOf(work, count)) * count < TURN_MS) {
    count *= 2;
  }
  return count;
}

/** Times of every case, one list a case, one entry a round. */
async function measure(works) {
  const counts = [];
  for (const work of works) {
    counts.push(await repetitions(work));
  }
  const times = works.map(() => []);
  const start = performance.now();
  while (
    times[0].length < MINIMUM_ROUNDS ||
    performance.now() - start < BUDGET_MS
  ) {
    for (const [index, work] of works.entries()) {
      times[index].push(await timeOf(work, counts[index]));
    }
  }
  return times;
}

/** One line a case: median time, and the median of its ratios to the first case within the same round. */
function table(names, times) {
  return names.map((name, index) => ({
    case: name,
    'median ms': Number(median(times[index]).toPrecision(3)),
    ratio: Number(
      median(
        times[index].map((time, round) => time / times[0][round])
      ).toPrecision(3)
    ),
    rounds: times[index].length
  }));
}

const { default: bench } = await import(pathToFileURL(process.argv[2]).href);

/** The lines of a bench that names its cases. */
async function linesOf({ cases }) {
  const names = Object.keys(cases);
  const works = [];
  for (const name of names) {
    works.push(await cases[name]());
  }
  return table(names, await measure(works));
}

const lines = await (bench.table ? bench.table() : linesOf(bench));
console.log(`\n${bench.title}`);
console.table(lines);
