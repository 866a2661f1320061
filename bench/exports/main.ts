// npm run bench:exports: exports of drawn sessions, run by fresh interpreters and compared with what was recorded.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Kernels } from '../truth/kernels';
import {
  exampleNotebooks,
  notebookFrom,
  ownNotebooks,
  type PlacedNotebook
} from '../truth/placed-notebooks';
import {
  drawSessions,
  inOrderSessions,
  truthOf,
  type Plan,
  type Truth
} from '../truth/sessions';
import { checkedExports, type CheckedExport } from './export-check';
import { convertedDocument, type Converted } from './converted';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const USAGE = `bench:exports [NOTEBOOK…] [--sessions N] [--seed S] [--only NAME] [--show] [--python PYTHON] [--fresh N]
  --sessions N  drawn sessions of the notebooks of bench:truth, and as many of the examples; each also runs once in order
  --fresh N  also builds the recorded environment of N sessions anew, with uv where it is on the PATH, and checks in it`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sessions: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    show: { type: 'boolean', default: false },
    fresh: { type: 'string', default: '0' },
    python: { type: 'string', default: join(ROOT, '.venv/bin/python') },
    cache: { type: 'string', default: join(ROOT, '.cache', 'truth') },
    help: { type: 'boolean', default: false }
  }
});

const write = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  if (options.help || !existsSync(options.python)) {
    write(options.help ? USAGE : `There is no Python at ${options.python}.`);
    process.exitCode = options.help ? 0 : 2;
    return;
  }
  const kernels = new Kernels(options.python, options.cache, {});
  // Drawn apart, so that another example leaves the sessions of the others as they are.
  const sets =
    positionals.length > 0
      ? [positionals.map(notebookFrom)]
      : [ownNotebooks(), exampleNotebooks()];
  const plans = sets.flatMap(all => plansOf(all));
  const answers = await Promise.all(plans.map(plan => truthOf(plan, kernels)));
  kernels.close();
  const truths = answers.filter(
    (one): one is Truth => one !== null && !('problem' in one)
  );
  const { python } = options;
  const exported = truths.flatMap(one =>
    checkedExports(one, { python, isFresh: false })
  );
  const fresh = sample(truths, Number(options.fresh)).flatMap(one =>
    checkedExports(one, { python, isFresh: true })
  );
  const converted = truths.map(one => convertedDocument(one, options.python));
  write(summary(truths, exported, converted));
  if (fresh.length > 0) {
    write(freshRows(fresh).join('\n'));
  }
  if (options.show) {
    [...exported, ...fresh].flatMap(({ problems }) => problems).forEach(write);
  }
}

/** One session in order for each notebook, and drawn ones. */
function plansOf(all: readonly PlacedNotebook[]): Plan[] {
  const notebooks = all.filter(
    ({ name }) => !options.only || name.includes(options.only)
  );
  const drawn = notebooks.length === 0 ? 0 : Number(options.sessions);
  return [
    ...inOrderSessions(notebooks),
    ...drawSessions(notebooks, drawn, Number(options.seed))
  ];
}

function summary(
  truths: readonly Truth[],
  exported: readonly CheckedExport[],
  converted: readonly Converted[]
): string {
  const total = (value: (one: CheckedExport) => number): number =>
    exported.reduce((sum, one) => sum + value(one), 0);
  const shown = total(one => one.shown);
  return [
    `${truths.length} sessions, ${exported.length} runs of kernels exported.`,
    '',
    '| | share | of |',
    '| --- | --- | --- |',
    row(
      'exports that run',
      exported.filter(one => one.hasRun).length,
      exported.length
    ),
    row(
      'outputs that are equal, where cells are deterministic',
      total(one => one.equal),
      shown
    ),
    row(
      'exports that differ without a warning',
      exported.filter(one => one.isSilent).length,
      exported.length
    ),
    row(
      'executions that are in the export',
      total(one => one.steps),
      total(one => one.executions)
    ),
    row(
      'nbconvert of the saved document: runs',
      converted.filter(one => one.hasRun).length,
      converted.length
    ),
    row(
      'nbconvert: prints what the document shows',
      converted.filter(one => one.isEqual).length,
      converted.length
    )
  ].join('\n');
}

/** So many of them, from all over the list. */
function sample(truths: readonly Truth[], count: number): readonly Truth[] {
  const step = Math.max(1, truths.length / Math.max(1, count));
  return Array.from(
    { length: Math.min(count, truths.length) },
    (_, index) => truths[Math.floor(index * step)]
  ).filter(one => one !== undefined);
}

function freshRows(fresh: readonly CheckedExport[]): string[] {
  const total = (value: (one: CheckedExport) => number): number =>
    fresh.reduce((sum, one) => sum + value(one), 0);
  return [
    row(
      'in a fresh environment: exports that run',
      fresh.filter(one => one.hasRun).length,
      fresh.length
    ),
    row(
      'in a fresh environment: outputs that are equal',
      total(one => one.equal),
      total(one => one.shown)
    )
  ];
}

function row(name: string, part: number, whole: number): string {
  return `| ${name} | ${((100 * part) / whole).toFixed(1)} % | ${part} of ${whole} |`;
}

await main();
