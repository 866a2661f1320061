// What reports left out, each sentence once with the executions of which it was said.
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

const said = (...omitted: string[]) => ({ report: { omitted } });

it('names each sentence once, with all executions of which it was said', () => {
  const { executions, omissions } = builtFacts(
    aNotebook()
      .cell('a', 'run()')
      .run('a', null, said('A program was started.'))
      .run('a', null, said())
      .run('a', null, said('One name was not read.', 'A program was started.'))
      .run('a')
  );
  const ids = executions.map(({ execution }) => execution.executionId);
  expect(omissions).toEqual([
    { sentence: 'A program was started.', executionIds: [ids[0], ids[2]] },
    { sentence: 'One name was not read.', executionIds: [ids[2]] }
  ]);
});
