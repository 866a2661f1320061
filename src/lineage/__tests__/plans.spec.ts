import { analysePython } from '../../analysis';
import { asCellId, type RunHistory } from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { createPlans, planScript, type PlanInput } from '..';

/** Tells of a plan, and how often a source was analysed for it. */
function planner(): (history: RunHistory) => [plan: string, analysed: number] {
  const plans = createPlans();
  let count = 0;
  const analyse: PlanInput['analyse'] = source => {
    count += 1;
    return analysePython(source);
  };
  return history => {
    const before = count;
    const criterion = { kind: 'run' } as const;
    const plan = plans.plan({ history, criterion, analyse });
    expect(plan).toEqual(
      planScript({ history, criterion, analyse: analysePython })
    );
    return [JSON.stringify(plan.steps), count - before];
  };
}

const notebook = (): RunBuilder =>
  aNotebook().cell('a', 'x = 1').cell('b', 'print(x)').runs('a', 'b');

function runOf(builder: RunBuilder): RunHistory {
  const [run] = builder.build().runs;
  if (!run) {
    throw new Error('Nothing ran');
  }
  return run;
}

describe('createPlans', () => {
  it('reads a run once, of which other records come', () => {
    const plan = planner();
    const [told, analysed] = plan(runOf(notebook()));
    expect(analysed).toBe(2);
    expect(plan(runOf(notebook()))).toEqual([told, 0]);
  });

  it('reads a run anew that went on', () => {
    const plan = planner();
    plan(runOf(notebook()));
    expect(plan(runOf(notebook().run('a', 'x = 2')))[1]).toBe(3);
  });

  it('reads a run anew of which something else is masked', () => {
    const plan = planner();
    const run = runOf(notebook());
    plan(run);
    const [[hash = ''] = []] = [...run.sources];
    const sources = new Map([...run.sources, [hash, 'x = "***"']]);
    const [told, analysed] = plan({ ...run, sources } as RunHistory);
    expect(told).toContain('***');
    expect(analysed).toBe(2);
  });

  it('plans another slice of the run that was read', () => {
    const plans = createPlans();
    const history = runOf(notebook().cell('c', 'y = 2').run('c'));
    const sourcesOf = (cellId: string): readonly string[] =>
      plans
        .plan({
          history,
          criterion: { kind: 'cells', cellIds: [asCellId(cellId)] },
          analyse: analysePython
        })
        .steps.map(({ source }) => source);
    expect(sourcesOf('b')).toEqual(['x = 1', 'print(x)']);
    expect(sourcesOf('c')).toEqual(['y = 2']);
    expect(sourcesOf('c')).toEqual(['y = 2']);
  });

  it('tells of the record that it is given', () => {
    const plans = createPlans();
    const history = runOf(notebook());
    const wanted = {
      criterion: { kind: 'run' },
      analyse: analysePython
    } as const;
    plans.plan({ history, ...wanted });
    const run = { ...history.run, number: 7 };
    const later = plans.plan({ history: { ...history, run }, ...wanted });
    expect(later.runNumber).toBe(7);
  });
});
