// Runs of experiment trackers, each with the execution that saw it first.
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

const saw = (...ids: string[]) => ({
  report: { trackers: ids.map(id => ({ tracker: 'mlflow' as const, id })) }
});

it('names each run once, in the order in which they were opened', () => {
  const facts = builtFacts(
    aNotebook()
      .cell('a', 'mlflow.start_run()')
      .run('a', null, saw('one'))
      .run('a', null, saw('one', 'two'))
      .run('a', null, saw('three'))
  );
  expect(facts.trackers.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  const [first, second] = facts.executions;
  expect(facts.trackers[0]?.executionId).toBe(first?.execution.executionId);
  expect(facts.trackers[1]?.executionId).toBe(second?.execution.executionId);
});

it('tells runs of two trackers with one id apart', () => {
  const facts = builtFacts(
    aNotebook()
      .cell('a', '1')
      .run('a', null, {
        report: {
          trackers: [
            { tracker: 'mlflow', id: 'x' },
            { tracker: 'wandb', id: 'x' }
          ]
        }
      })
  );
  expect(facts.trackers).toHaveLength(2);
});

it('finds none where none was open, or nobody looked', () => {
  const facts = builtFacts(
    aNotebook().cell('a', '1').run('a', null, saw()).run('a')
  );
  expect(facts.trackers).toEqual([]);
});
