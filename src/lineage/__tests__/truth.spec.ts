// Holds forecasts and slices against what Python really does, over sessions drawn from a seed.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analysePython } from '../../analysis';
import { truthNotebooks, type DraftCell } from '../../testing/truth/notebooks';
import {
  drawActs,
  recordSession,
  seededRandom,
  sessionOf,
  type Act,
  type Replayed,
  type Session
} from '../../testing/truth/schedules';
import { forecast, planScript } from '..';

const root = join(__dirname, '..', '..', '..');
const venv = join(root, '.venv', 'bin', 'python');
const python = existsSync(venv) ? venv : findPython();
const replayer = join(root, 'src', 'testing', 'truth', 'replay.py');

type Played = {
  readonly notebook: readonly DraftCell[];
  readonly acts: readonly Act[];
  readonly session: Session;
  /** One list of answers for each kernel. */
  readonly answers: readonly (readonly Replayed[])[];
  /** What a fresh run of the document answered. */
  readonly fresh: readonly Replayed[];
};

function findPython(): string | null {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return 'python3';
  } catch {
    return null;
  }
}

function replay(jobs: readonly (readonly string[])[]): Replayed[][] {
  const input = JSON.stringify(jobs);
  const options = { input, maxBuffer: 2 ** 28, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(python ?? '', [replayer], options));
}

function drawn(count: number, acts: typeof drawActs): Played[] {
  const random = seededRandom(20);
  const drafts = Array.from({ length: count }, (_, index) => {
    const notebook = truthNotebooks[index % truthNotebooks.length] ?? [];
    const done = acts(notebook, random);
    return { notebook, acts: done, session: sessionOf(notebook, done) };
  });
  const results = replay(
    drafts.flatMap(({ session }) => [
      ...session.kernels,
      session.document.map(({ source }) => source)
    ])
  );
  return drafts.map(draft => {
    const answers = results.splice(0, draft.session.kernels.length);
    return { ...draft, answers, fresh: results.splice(0, 1)[0] ?? [] };
  });
}

const whenPython = python ? describe : describe.skip;

whenPython('against Python', () => {
  it.each([true, false])(
    'flags no notebook that was run in order (probe: %s)',
    hasProbe => {
      const inOrder: typeof drawActs = notebook =>
        notebook.map((_, index) => ({ kind: 'run', id: `c${index}` }));
      for (const one of drawn(truthNotebooks.length, inOrder)) {
        const { notebook, acts, answers } = one;
        const built = recordSession(notebook, acts, answers, hasProbe).build();
        const { cells } = forecast({ ...built, analyse: analysePython });
        expect(cells.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
      }
    }
  );

  it('tells what would not come out again', () => {
    const tally = { hits: 0, misses: 0, alarms: 0 };
    for (const { notebook, acts, answers, fresh } of drawn(60, drawActs)) {
      const built = recordSession(notebook, acts, answers, true).build();
      const { cells } = forecast({ ...built, analyse: analysePython });
      const recorded = new Map(
        built.runs.flatMap(({ executions }, run) =>
          executions.map(({ executionId }, index) => [
            executionId,
            answers[run]?.[index]
          ])
        )
      );
      for (const { verdict, executionId, index } of cells) {
        const shown = executionId && recorded.get(executionId);
        const again = fresh[index];
        if (shown && again && verdict !== 'unknown') {
          const isSame = equal(shown, again);
          tally.hits += !isSame && verdict !== 'same' ? 1 : 0;
          tally.misses += !isSame && verdict === 'same' ? 1 : 0;
          tally.alarms += isSame && verdict !== 'same' ? 1 : 0;
        }
      }
    }
    const { hits, misses, alarms } = tally;
    expect(hits).toBeGreaterThan(50);
    expect(hits / (hits + alarms)).toBeGreaterThan(0.9);
    expect(hits / (hits + misses)).toBeGreaterThan(0.85);
  });

  it('slices replay to the same output', () => {
    const wanted: string[] = [];
    const scripts: string[][] = [];
    for (const { notebook, acts, answers } of drawn(30, drawActs)) {
      const { runs } = recordSession(notebook, acts, answers, false).build();
      runs.forEach((history, run) => {
        const last = history.executions[history.executions.length - 1];
        const output = answers[run]?.[history.executions.length - 1]?.output;
        if (last?.status === 'ok' && output && isSeeded(history.sources)) {
          const { executionId } = last;
          const plan = planScript({
            history,
            criterion: { kind: 'execution', executionId },
            analyse: analysePython
          });
          wanted.push(output);
          scripts.push(plan.steps.map(({ source }) => source));
        }
      });
    }
    const shown = replay(scripts).map(answers => answers.map(a => a.output));
    wanted.forEach((output, index) => expect(shown[index]).toContain(output));
  });
});

/** False where random numbers are drawn that nothing determines: no script can bring them back. */
function isSeeded(sources: ReadonlyMap<unknown, string>): boolean {
  const all = [...sources.values()].join('\n');
  return !all.includes('import random') || all.includes('random.seed(');
}

/** The same output, and the same values under the names that the cell writes. */
function equal(one: Replayed, other: Replayed): boolean {
  const names = new Set([...Object.keys(one.left), ...Object.keys(other.left)]);
  return (
    one.output === other.output &&
    [...names].every(
      name =>
        (one.left[name] ?? one.values[name]) ===
        (other.left[name] ?? other.values[name])
    )
  );
}
