// Modules of the user's own: what the kernel reported of each execution, joined with the texts that were kept.
import {
  asBlobHash,
  asRunId,
  emptyContext,
  type LocalModule,
  type RunContext
} from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

const context = (parts: Partial<RunContext>): RunContext => ({
  ...emptyContext(asRunId('run1')),
  ...parts
});

const helper = (state: LocalModule['state'], hash: string) => ({
  report: {
    localModules: [{ name: 'helper', path: 'src/helper.py', hash, state }]
  }
});

const edited = aNotebook()
  .cell('a', 'import helper')
  .run('a', null, helper('imported', 'aa'))
  .run('a', null, { report: { localModules: [] } })
  .run('a', null, helper('changed', 'bb'))
  .run('a', null, helper('reloaded', 'bb'));

it('follows a module that was imported, changed and loaded again', () => {
  const { executions, modules } = builtFacts(edited);
  expect(modules).toHaveLength(1);
  expect(modules?.[0]).toMatchObject({ name: 'helper', text: null });
  expect(
    modules?.[0]?.states.map(({ hash, state }) => `${state} ${hash}`)
  ).toEqual(['imported aa', 'changed bb', 'reloaded bb']);
  expect(modules?.[0]?.states[1]?.executionId).toBe(
    executions[2]?.execution.executionId
  );
});

it('gives it the text that was kept, and lists what was only kept', () => {
  const kept = (name: string, path: string, text: string | null) => ({
    name,
    path,
    hash: asBlobHash('00'),
    text
  });
  const { modules } = builtFacts(edited, {
    context: context({
      modules: [
        kept('zeta', 'zeta.py', null),
        kept('helper', 'src/helper.py', 'x = 1')
      ]
    })
  });
  expect(
    modules?.map(({ path, states, text }) => [path, states.length, text])
  ).toEqual([
    ['src/helper.py', 3, 'x = 1'],
    ['zeta.py', 0, null]
  ]);
});

it('tells no module from nobody looked', () => {
  const silent = aNotebook().cell('a', '1').run('a');
  expect(builtFacts(silent).modules).toBeNull();
  expect(
    builtFacts(silent, {
      context: context({ unknown: { modules: 'There were too many.' } })
    }).modules
  ).toBeNull();
  expect(builtFacts(silent, { context: context({}) }).modules).toEqual([]);
  const looked = aNotebook()
    .cell('a', '1')
    .run('a', null, { report: { localModules: [] } });
  expect(builtFacts(looked).modules).toEqual([]);
});
