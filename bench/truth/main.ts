// npm run bench:truth: draws sessions, executes them in real kernels, and scores what the forecast says about them.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { scoreOf, type Score } from '../../src/testing/truth/score';
import { historyFileOf } from './history';
import {
  judgedByCounts,
  judgedByForecast,
  judgedByIpyflow,
  type Judged
} from './judge';
import { Kernels } from './kernels';
import { truthLanguage } from './languages';
import { notebookFrom, ownNotebooks } from './placed-notebooks';
import {
  drawSessions,
  inOrderSessions,
  ipyflowTask,
  truthOf,
  type Plan,
  type Truth
} from './sessions';
import { drawTargets, sliceTarget, summary, type SlicedTarget } from './slices';
import {
  caseText,
  confusionTable,
  scoreTable,
  sliceTable,
  sliceText
} from './tables';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const USAGE = `bench:truth [NOTEBOOK…] [--sessions N] [--seed S] [--rescore] [--recorded] [--only NAME] [--show misses|alarms|unknown|all]
  [--limit N] [--json FILE] [--histories FOLDER] [--without-probe] [--slices N] [--language python|r] [--ipyflow VENV] [--python PYTHON]`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sessions: { type: 'string', default: '150' },
    seed: { type: 'string', default: '1' },
    rescore: { type: 'boolean', default: false },
    recorded: { type: 'boolean', default: false },
    only: { type: 'string' },
    show: { type: 'string' },
    limit: { type: 'string', default: '20' },
    json: { type: 'string' },
    histories: { type: 'string' },
    'without-probe': { type: 'boolean', default: false },
    slices: { type: 'string', default: '40' },
    language: { type: 'string', default: 'python' },
    ipyflow: { type: 'string' },
    python: { type: 'string', default: join(ROOT, '.venv/bin/python') },
    cache: { type: 'string', default: join(ROOT, '.cache', 'truth') },
    help: { type: 'boolean', default: false }
  }
});

const write = (text: string): void => void process.stdout.write(`${text}\n`);

/** Truths of all plans; says what could not be executed. */
async function truthsOf(plans: readonly Plan[], kernels: Kernels) {
  const found = await Promise.all(plans.map(plan => truthOf(plan, kernels)));
  const truths: Truth[] = [];
  let absent = 0;
  for (const one of found) {
    if (one === null) {
      absent += 1;
    } else if ('problem' in one) {
      write(`Left out: ${one.problem}`);
    } else {
      truths.push(one);
    }
  }
  if (absent > 0) {
    write(`${absent} sessions were never executed; run without --rescore.`);
  }
  return truths;
}

/** Verdicts against stricter labels, for which all that stands below a failing cell fails. */
function stopping(truths: readonly Truth[], hasProbe: boolean): Judged[] {
  return truths
    .flatMap(one => judgedByForecast(one, hasProbe))
    .map(one => (one.cell.isBehindFailure ? { ...one, label: 'fails' } : one));
}

function isWanted({ said, label }: Judged, what: string): boolean {
  const isFlagged = said !== 'same' && said !== 'unknown';
  switch (what) {
    case 'misses':
      return said === 'same' && label !== 'same';
    case 'alarms':
      return isFlagged && label === 'same';
    case 'unknown':
      return said === 'unknown';
    default:
      return said === 'unknown' || isFlagged !== (label !== 'same');
  }
}

async function main(): Promise<void> {
  const language = truthLanguage(options.language);
  if (options.help || language === null || !existsSync(options.python)) {
    const problem =
      language === null
        ? `There are no kernels of ${options.language} here.`
        : `There is no Python at ${options.python}.`;
    write(options.help ? USAGE : problem);
    process.exitCode = options.help ? 0 : 2;
    return;
  }
  const kernels = new Kernels(options.python, options.cache, {
    isFrozen: options.rescore || options.recorded
  });
  const notebooks = (
    positionals.length > 0
      ? positionals.map(notebookFrom)
      : ownNotebooks(language)
  ).filter(({ name }) => !options.only || name.includes(options.only));
  const plans = drawSessions(
    notebooks,
    Number(options.sessions),
    Number(options.seed)
  );
  const begun = Date.now();
  const [drawn, inOrder] = [
    await truthsOf(plans, kernels),
    await truthsOf(inOrderSessions(notebooks), kernels)
  ];
  kernels.isFrozen = options.rescore;
  const sliced = await slicesOf(drawn, kernels);
  kernels.close();
  const executed = Date.now();
  write(
    `${drawn.length} sessions with ${notebooks.length} notebooks; ${kernels.executed} tasks executed in ${Math.round((executed - begun) / 1000)} s.\n`
  );
  if (kernels.fromEarlierProbe > 0) {
    write(
      `${kernels.fromEarlierProbe} histories were recorded with an earlier probe; run without --rescore for its present reports.\n`
    );
  }
  const rival = await ipyflowOn(drawn, inOrder);
  const results: [string, readonly Judged[]][] = [
    ['with probe', drawn.flatMap(one => judgedByForecast(one, true))],
    ['without probe', drawn.flatMap(one => judgedByForecast(one, false))],
    ['counts', drawn.flatMap(judgedByCounts)],
    ['with probe, if run-all stops at errors', stopping(drawn, true)],
    ['without probe, if run-all stops at errors', stopping(drawn, false)],
    ['in order, with probe', inOrder.flatMap(o => judgedByForecast(o, true))],
    [
      'in order, without probe',
      inOrder.flatMap(o => judgedByForecast(o, false))
    ],
    ...rival
  ];
  const scores = results.map(([name, judged]): [string, Score] => [
    name,
    scoreOf(judged)
  ]);
  write(scoreTable(scores));
  for (const [name, score] of scores.slice(0, 2)) {
    write(`\n${confusionTable(name, score)}`);
  }
  write(
    `\n${sliceTable(summary(sliced, 'withProbe'), summary(sliced, 'withoutProbe'))}`
  );
  if (options.show === 'slices') {
    sliced
      .map(one => sliceText(one))
      .filter(text => text !== null)
      .slice(0, Number(options.limit))
      .forEach(write);
  } else if (options.show !== undefined) {
    const chosen = options['without-probe'] ? [1, 6] : [0, 5];
    const cases = chosen
      .flatMap(index => results[index]?.[1] ?? [])
      .filter(one => isWanted(one, options.show ?? ''));
    write(`\n${cases.length} cases`);
    cases.slice(0, Number(options.limit)).forEach(one => write(caseText(one)));
  }
  if (options.histories !== undefined) {
    keepHistories(options.histories, [...drawn, ...inOrder]);
  }
  if (options.json !== undefined) {
    writeFileSync(
      options.json,
      JSON.stringify(Object.fromEntries(scores), null, 2)
    );
  }
}

/** Slices of some targets; those that nothing reproduces are left out. */
async function slicesOf(
  truths: readonly Truth[],
  kernels: Kernels
): Promise<SlicedTarget[]> {
  const targets = drawTargets(
    truths,
    Number(options.slices),
    Number(options.seed)
  );
  const sliced = await Promise.all(
    targets.map(target => sliceTarget(target, kernels))
  );
  return sliced.filter(one => one !== null);
}

/** What ipyflow says about the same sessions, when there is an environment with it. */
async function ipyflowOn(
  drawn: readonly Truth[],
  inOrder: readonly Truth[]
): Promise<[string, readonly Judged[]][]> {
  const python = join(options.ipyflow ?? '', 'bin', 'python');
  if (options.ipyflow === undefined || !existsSync(python)) {
    write('ipyflow is absent: name a virtual environment with --ipyflow.');
    return [];
  }
  const flags = ['--ipyflow'];
  const isFrozen = options.rescore;
  const kernels = new Kernels(python, options.cache, { isFrozen, flags });
  const judge = async (
    truths: readonly Truth[],
    withUnsafe: boolean
  ): Promise<Judged[]> => {
    const all = await Promise.all(
      truths.map(async truth => {
        const answer = await kernels.answer(ipyflowTask(truth.plan));
        const last = answer?.kernels[answer.kernels.length - 1];
        return last?.suspects?.success
          ? judgedByIpyflow(truth, last.suspects, withUnsafe)
          : [];
      })
    );
    return all.flat();
  };
  const results: [string, readonly Judged[]][] = [
    ['ipyflow: stale', await judge(drawn, false)],
    ['ipyflow: stale or unsafe order', await judge(drawn, true)],
    ['in order, ipyflow: stale', await judge(inOrder, false)],
    ['in order, ipyflow: stale or unsafe order', await judge(inOrder, true)]
  ];
  kernels.close();
  return results;
}

/** Writes history files and their labels, for the command line. */
function keepHistories(folder: string, truths: readonly Truth[]): void {
  mkdirSync(folder, { recursive: true });
  for (const truth of truths) {
    const labels = truth.cells.map(({ cellId, label }) => [cellId, label]);
    const file = { ...historyFileOf(truth, !options['without-probe']) };
    writeFileSync(join(folder, `${truth.plan.id}.json`), JSON.stringify(file));
    writeFileSync(
      join(folder, `${truth.plan.id}.labels.json`),
      JSON.stringify(Object.fromEntries(labels))
    );
  }
}

await main();
