// How two runs of a notebook differ.
import { analysePython } from '../../analysis';
import type { FileUse } from '../../model';
import { anEnvironment } from '../../testing/environments';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { compareRuns, factsOf, type RunComparison } from '..';

function compared(builder: RunBuilder): RunComparison {
  const [before, after] = builder
    .build()
    .runs.map(history =>
      factsOf({ history, context: null, analyse: analysePython })
    );
  if (!before || !after) {
    throw new Error('Two runs are needed.');
  }
  return compareRuns(before, after);
}

function reading(hash: string | null, path = 'a.csv', size = 1) {
  const use: FileUse = { path, mode: 'read', size, modified: 0, hash };
  return { report: { files: [use] } };
}

describe('cells of two runs', () => {
  it('are told apart by code and by output', () => {
    const { cells } = compared(
      aNotebook()
        .cell('a', 'x = 1')
        .cell('b', 'y = 2')
        .cell('c', 'z = 3')
        .run('a', null, { output: '1' })
        .run('b', null, { output: '2' })
        .run('c')
        .restart()
        .delete('c')
        .cell('d', 'w = 4')
        .run('a', 'x = 1  # note', { output: '1' })
        .run('b', 'y = 5', { output: '5' })
        .run('d')
    );
    expect(
      cells.map(({ cellId, hasSameOutputs, kind }) => [
        cellId,
        kind,
        hasSameOutputs
      ])
    ).toEqual([
      ['a', 'same', true],
      ['b', 'changed', false],
      ['d', 'added', null],
      ['c', 'removed', null]
    ]);
  });

  it('count as they ran last', () => {
    const { cells } = compared(
      aNotebook()
        .cell('a', 'x = 1')
        .run('a')
        .run('a', 'x = 2')
        .restart()
        .run('a', 'x = 2')
    );
    expect(cells.map(({ kind }) => kind)).toEqual(['same']);
  });
});

describe('files of two runs', () => {
  it.each([
    ['same', reading('aa'), reading('aa')],
    ['changed', reading('aa'), reading('bb')],
    ['changed', reading(null), reading(null, 'a.csv', 2)],
    ['unknown', reading(null), reading('aa')],
    ['added', { report: { files: [] } }, reading('aa')],
    ['removed', reading('aa'), { report: { files: [] } }]
  ])('%s', (kind, before, after) => {
    const { files } = compared(
      aNotebook()
        .cell('a', 'read()')
        .run('a', null, before)
        .restart()
        .run('a', null, after)
    );
    expect(files?.map(each => each.kind)).toEqual([kind]);
  });

  it('are not compared where nobody looked', () => {
    const builder = aNotebook().cell('a', '1').run('a').restart().run('a');
    expect(compared(builder).files).toBeNull();
  });
});

it('parameters, metrics and environment of two runs', () => {
  const report = (lr: number) => ({ report: { scalars: { lr } } });
  const { environment, values } = compared(
    aNotebook()
      .cell('a', 'lr = 0.1')
      .cell('b', 'acc = f()')
      .run('a', null, report(0.1))
      .restart()
      .run('a', 'lr = 0.2', report(0.2))
      .run('b', null, { report: { scalars: { acc: 0.9 } } })
      .environment(anEnvironment({ numpy: '1' }))
  );
  expect(values).toEqual([
    { name: 'acc', role: 'metric', before: undefined, after: 0.9 },
    { name: 'lr', role: 'parameter', before: 0.1, after: 0.2 }
  ]);
  expect(environment?.packages).toEqual([]);
});
