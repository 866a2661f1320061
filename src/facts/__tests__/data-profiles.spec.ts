// How the schema of data differs between runs.
import { changedSchemas, profilesOf, seenExecutions } from '..';
import type { DataProfile } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

function frame(
  columns: { readonly [name: string]: string },
  rows = 3
): DataProfile {
  return {
    kind: 'frame',
    shape: [rows, Object.keys(columns).length],
    columns: Object.entries(columns).map(([name, type]) => ({
      name,
      type,
      missing: 0
    }))
  };
}

function array(shape: readonly number[], type = 'float64'): DataProfile {
  return { kind: 'array', shape, columns: [{ name: '', type, missing: null }] };
}

function profiled(profiles: { readonly [name: string]: DataProfile }) {
  const { runs } = aNotebook()
    .cell('a', 'df = read()')
    .run('a', null, { report: { profiles } })
    .build();
  return runs.flatMap(
    history => profilesOf(seenExecutions({ history, context: null })) ?? []
  );
}

describe('changed schemas', () => {
  it.each([
    ['more rows', frame({ x: 'int64' }), frame({ x: 'int64' }, 9), []],
    [
      'another type',
      frame({ x: 'int64' }),
      frame({ x: 'object' }),
      [{ kind: 'type', column: 'x', before: 'int64', after: 'object' }]
    ],
    [
      'columns that came and went',
      frame({ x: 'int64', y: 'int64' }),
      frame({ x: 'int64', z: 'int64' }),
      [
        { kind: 'column-removed', column: 'y' },
        { kind: 'column-added', column: 'z' }
      ]
    ],
    ['a longer array', array([3, 2]), array([9, 2]), []],
    [
      'a wider array',
      array([3, 2]),
      array([3, 5]),
      [{ kind: 'shape', before: '… × 2', after: '… × 5' }]
    ],
    [
      'an array for a frame',
      frame({ x: 'int64' }),
      array([3]),
      [{ kind: 'kind', before: 'frame', after: 'array' }]
    ]
  ])('%s', (_, before, after, changes) => {
    expect(
      changedSchemas(profiled({ df: before }), profiled({ df: after }))
    ).toEqual(changes.length > 0 ? [{ name: 'df', changes }] : []);
  });

  it('leaves out results without a name, and names of one run alone', () => {
    const one = profiled({ _: array([3, 2]), a: array([1]) });
    const other = profiled({ _: array([3, 5]), b: array([2]) });
    expect(changedSchemas(one, other)).toEqual([]);
  });
});

describe('profiles of a run', () => {
  it('keeps the last of each name, and says when nobody looked', () => {
    const builder = aNotebook()
      .cell('a', 'df = read()')
      .run('a', null, { report: { profiles: { df: array([1]) } } })
      .run('a', null, { report: { profiles: { df: array([2]) } } });
    expect(
      builtFacts(builder).profiles?.map(each => each.profile.shape)
    ).toEqual([[2]]);
    expect(builtFacts(aNotebook().cell('a', '1').run('a')).profiles).toBeNull();
  });
});
