// What a forecast and a script plan cost over a long history, beside a plain JSON.parse of the same history.
import { analysePython } from '../src/analysis';
import {
  createForecaster,
  createPlanner,
  createPlans,
  forecast,
  planScript
} from '../src/lineage';
import type { BuiltHistory } from '../src/testing/run-builder';
import { historyOf } from './made-history';

const known = new Map<string, ReturnType<typeof analysePython>>();

/** As the shell does it: a source is analysed once. */
function analyse(source: string): ReturnType<typeof analysePython> {
  const analysis = known.get(source) ?? analysePython(source);
  known.set(source, analysis);
  return analysis;
}

function parsing(history: BuiltHistory): () => unknown {
  const text = JSON.stringify(
    history.runs.map(run => ({ ...run, sources: [...run.sources] }))
  );
  return () => JSON.parse(text) as unknown;
}

function forecasting(
  cells: number,
  executions: number,
  hasProbe = false
): () => unknown {
  const history = historyOf(cells, executions, hasProbe);
  return () => forecast({ ...history, analyse });
}

/** A forecast after one more edit of one cell each time. */
function editing(cells: number, executions: number): () => unknown {
  const history = historyOf(cells, executions);
  const forecaster = createForecaster();
  forecaster.forecast({ ...history, analyse });
  let turn = 0;
  return () => {
    turn += 1;
    const at = Math.floor(cells / 2);
    const document = history.document.map((cell, index) =>
      index === at ? { ...cell, source: `${cell.source}\ne = ${turn}` } : cell
    );
    return forecaster.forecast({ ...history, document, analyse });
  };
}

/** A forecast after one more execution each time. */
function running(cells: number, executions: number): () => unknown {
  const history = historyOf(cells, executions);
  const [run] = history.runs;
  if (!run) {
    throw new Error('Nothing ran');
  }
  const forecaster = createForecaster();
  let count = executions - 200;
  return () => {
    count = Math.min(count + 1, executions);
    const runs = [{ ...run, executions: run.executions.slice(0, count) }];
    return forecaster.forecast({ ...history, runs, analyse });
  };
}

/** What one execution hangs on, out of a run that was read before. */
function slicing(cells: number, executions: number): () => unknown {
  const [history] = historyOf(cells, executions).runs;
  const last = history?.executions[executions - 1];
  if (!history || !last) {
    throw new Error('Nothing ran');
  }
  const { executionId } = last;
  const criterion = { kind: 'execution', executionId } as const;
  const planner = createPlanner({ history, analyse });
  return () => planner.plan({ criterion });
}

function planning(cells: number, executions: number): () => unknown {
  const { runs, document } = historyOf(cells, executions);
  const [history] = runs;
  if (!history) {
    throw new Error('Nothing ran');
  }
  const criterion = { kind: 'run' } as const;
  return () => planScript({ history, document, criterion, analyse });
}

/** As the shell does it: the run is read from the store each time, and planned from as long as it is the same. */
function planningAgain(cells: number, executions: number): () => unknown {
  const { runs, document } = historyOf(cells, executions);
  const [read] = runs;
  if (!read) {
    throw new Error('Nothing ran');
  }
  const plans = createPlans();
  const criterion = { kind: 'run' } as const;
  return () => {
    const history = {
      ...read,
      executions: read.executions.map(one => ({ ...one }))
    };
    return plans.plan({ history, document, criterion, analyse });
  };
}

export default {
  title: 'Forecast and script plan',
  cases: {
    'JSON.parse, 10,000 executions': () => parsing(historyOf(200, 10_000)),
    'JSON.parse of the same with reports': () =>
      parsing(historyOf(200, 10_000, true)),
    'forecast, 10,000 executions, 200 cells': () => forecasting(200, 10_000),
    'the same with reports': () => forecasting(200, 10_000, true),
    'forecast after an edit, 10,000 executions': () => editing(200, 10_000),
    'forecast after one more execution, 10,000': () => running(200, 10_000),
    'forecast, 1,000 executions, 1,000 cells': () => forecasting(1_000, 1_000),
    'slice, 1,000 executions, 200 cells': () => slicing(200, 1_000),
    'plan, 1,000 executions, 200 cells': () => planning(200, 1_000),
    'plan of the same run again': () => planningAgain(200, 1_000)
  }
};
