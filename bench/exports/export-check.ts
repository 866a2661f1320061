// One recorded run as a bundle, checked by the program in it.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { recordOf } from '../../src/cli/export-record';
import { bundleEntries, dataFilesOf } from '../../src/exporters';
import { languageOf } from '../../src/languages';
import { planScript, type ScriptPlan } from '../../src/lineage';
import type { RunHistory } from '../../src/model';
import { textOf } from '../../src/testing/truth/label';
import { recordingOf } from '../truth/judge';
import type { Truth } from '../truth/sessions';

/** How one export did. */
export type CheckedExport = {
  readonly hasRun: boolean;
  /** Deterministic cells that showed something. */
  readonly shown: number;
  /** Those of them that show the same again. */
  readonly equal: number;
  /** True when a cell differs and nothing in the export said that it might. */
  readonly isSilent: boolean;
  readonly steps: number;
  readonly executions: number;
  /** For people who look into a case. */
  readonly problems: readonly string[];
};

/** How exports are checked. */
export type CheckOptions = {
  readonly python: string;
  /** True to have the check build the recorded environment, with uv where it is found, instead of using that Python's own. */
  readonly isFresh: boolean;
};

/** Every run of a session; those that read files of an earlier run are passed over, since these are gone. */
export function checkedExports(
  truth: Truth,
  { isFresh, python }: CheckOptions
): CheckedExport[] {
  const recording = recordingOf(truth, true);
  return recording.runs.flatMap((history, kernel): CheckedExport[] => {
    const isLast = kernel === recording.runs.length - 1;
    const plan = planScript({
      history,
      ...(isLast ? { document: recording.document } : {}),
      criterion: { kind: 'run' },
      analyse: languageOf('python')?.analyse
    });
    const files = dataFilesOf(plan, history).filter(
      ({ inside }) => inside !== null
    );
    const place = (path: string): string =>
      join(truth.plan.notebook.folder, path);
    if (
      plan.steps.length === 0 ||
      files.some(({ path }) => !existsSync(place(path)))
    ) {
      return [];
    }
    const io = { now: () => '2026-11-24T12:00:00.000Z' };
    const record = {
      ...recordOf(recording, history, io),
      data: new Map(
        files.map(({ path }) => [
          path,
          new Uint8Array(readFileSync(place(path)))
        ])
      )
    };
    const folder = mkdtempSync(join(tmpdir(), 'retrace-export-'));
    for (const { content, path } of bundleEntries(plan, record)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const program = join(folder, 'check.py');
    const here = isFresh ? [] : ['--here'];
    const done = spawnSync(python, [program, ...here], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    return [judged({ truth, history, kernel, plan }, done)];
  });
}

function judged(
  {
    truth,
    history,
    kernel,
    plan
  }: {
    readonly truth: Truth;
    readonly history: RunHistory;
    readonly kernel: number;
    readonly plan: ScriptPlan;
  },
  done: {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }
): CheckedExport {
  const verdicts = done.stdout
    .split('\n')
    .filter(line => /^[a-z]+ +cell /.test(line));
  let shown = 0;
  let equal = 0;
  let isSilent = false;
  const problems: string[] = [];
  const name = `${truth.plan.id} (${truth.plan.notebook.name}, run ${kernel + 1})`;
  plan.steps.forEach((step, index) => {
    const line = verdicts[index] ?? 'missing';
    const verdict = line.split(' ')[0] ?? '';
    const at = step.sequence - 1;
    const recorded = truth.recorded.kernels[kernel]?.executions[at];
    const again = truth.replayed.kernels[kernel]?.executions[at];
    const isStable =
      recorded && again && textOf(recorded.outputs) === textOf(again.outputs);
    if (!isStable || verdict === 'nothing') {
      return;
    }
    const isEqual = verdict === 'identical' || verdict === 'equivalent';
    shown += 1;
    equal += isEqual ? 1 : 0;
    if (!isEqual) {
      problems.push(`${name}: ${line}\n${step.source}`);
      isSilent ||= plan.warnings.length === 0;
    }
  });
  const hasRun =
    done.status !== 2 &&
    verdicts.length === plan.steps.length &&
    !verdicts.some(line => line.startsWith('error'));
  if (!hasRun) {
    problems.push(
      `${name}: exit ${done.status} ${done.stderr.trim()} ${verdicts[verdicts.length - 1] ?? ''}`
    );
  }
  return {
    hasRun,
    shown,
    equal,
    isSilent,
    steps: plan.steps.length,
    executions: history.executions.length,
    problems
  };
}
