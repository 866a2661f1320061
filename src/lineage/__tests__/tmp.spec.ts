import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';
function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ cellId, verdict, causes }) =>
    [cellId, verdict, ...causes.map(({ kind, name }) => `${kind} ${name}`)].join(' ')
  );
}
const lacks = (name: string) => ({ status: 'error' as const, output: `name '${name}' is not defined` });
it('x', () => {
  const nb = aNotebook()
    .cell('a', 'class Shape:\n    pass')
    .cell('b', 'class Square(Shape):\n    pass')
    .cell('c', 'shapes = [Square(2), Square(3)]')
    .cell('d', '[s.describe() for s in shapes]')
    .cell('e', 'print(shapes)')
    .run('a').run('b').run('c')
    .restart()
    .run('b', null, lacks('Shape'))
    .run('c', null, lacks('Square'))
    .run('d', null, lacks('shapes'))
    .run('e', null, lacks('shapes'))
    .delete('a');
  expect(told(nb)).toEqual(['']);
});
