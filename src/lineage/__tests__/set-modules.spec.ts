// Attributes that code sets in modules: the kernel tells a module by its name, whatever stands in it.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const report = {
  types: { config: 'builtins.module' },
  values: { config: 'v' }
};
const imported = { report: { ...report, bound: ['config'] } };

function verdicts(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}

it('what is set below a reader is not there for it in a fresh run', () => {
  const notebook = aNotebook()
    .cell('a', 'import config')
    .cell('b', 'print(config.limit)')
    .cell('c', 'config.limit = 5')
    .run('a', null, imported)
    .run('c', null, { report })
    .run('b', null, { output: '5', report });
  expect(verdicts(notebook)).toEqual(['same', 'differs', 'same']);
});

it('what is set twice is what it is set to once', () => {
  const notebook = aNotebook()
    .cell('a', 'import config')
    .cell('b', 'config.limit = 5')
    .cell('c', 'print(config.limit)')
    .run('a', null, imported)
    .run('b', null, { report })
    .run('b', null, { report })
    .run('c', null, { output: '5', report });
  expect(verdicts(notebook)).toEqual(['same', 'same', 'same']);
});
