// How two environments differ, and what is no difference.
import {
  environmentDifference,
  environmentState,
  isSameEnvironment,
  packagesOf
} from '..';
import type { Environment, PackageOrigin } from '../../model';
import { anEnvironment, someDetails } from '../../testing/environments';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';

function stateOf(environment: Environment, builder: RunBuilder = aRun()) {
  const [history] = builder.environment(environment).build().runs;
  const state = history && environmentState(history);
  if (!state) {
    throw new Error('no environment');
  }
  return state;
}

const aRun = (): RunBuilder => aNotebook().cell('a', '1').run('a');

const difference = (one: Environment, other: Environment) =>
  environmentDifference(stateOf(one), stateOf(other));

describe('environment difference', () => {
  it('lists packages that came, went and changed', () => {
    const found = difference(
      anEnvironment({ numpy: '1.0', gone: '1', Same_Name: '2' }),
      anEnvironment({ numpy: '2.0', added: '3', 'same-name': '2' })
    );
    expect(
      found.packages.map(({ after, before, name }) => [name, before, after])
    ).toEqual([
      ['added', null, '3'],
      ['gone', '1', null],
      ['numpy', '1.0', '2.0']
    ]);
    expect(isSameEnvironment(found)).toBe(false);
  });

  it('tells equal versions from other places apart', () => {
    const from = (revision: string): Environment => {
      const origin: PackageOrigin = {
        kind: 'vcs',
        url: 'https://a.example/r',
        revision
      };
      const environment = anEnvironment();
      return {
        ...environment,
        packages: [{ name: 'own', version: '1', origin }]
      };
    };
    expect(difference(from('a'), from('b')).packages).toMatchObject([
      { name: 'own', isOriginOnly: true }
    ]);
    expect(difference(from('a'), from('a')).packages).toEqual([]);
    expect(difference(from('a'), anEnvironment({ own: '1' })).packages).toEqual(
      []
    );
  });

  it.each<[string, Partial<Environment>, Partial<Environment>, string[]]>([
    ['version', {}, { languageVersion: '3.12.1' }, ['languageVersion']],
    ['interpreter', {}, { implementation: 'PyPy' }, ['implementation']],
    [
      'machine and variables',
      { details: someDetails({ variables: { OMP_NUM_THREADS: '1' } }) },
      { details: someDetails({ machine: 'arm64' }) },
      ['machine', 'variables.OMP_NUM_THREADS']
    ],
    [
      'hardware',
      { details: someDetails() },
      {
        details: someDetails({
          hardware: { cpu: 'Another', cores: 4, memoryBytes: 8e9, gpus: [] }
        })
      },
      ['hardware.cpu', 'hardware.cores']
    ]
  ])('%s', (_, one, other, items) => {
    const found = difference(anEnvironment({}, one), anEnvironment({}, other));
    expect(found.items.map(({ item }) => item)).toEqual(items);
  });

  it('takes what one side alone knows for unknown, not for different', () => {
    const found = difference(
      anEnvironment({}, { implementation: '' }),
      anEnvironment({}, { details: someDetails() })
    );
    expect(isSameEnvironment(found)).toBe(true);
    expect(found.unknown).toContain('implementation');
    expect(found.unknown).toContain('hardware.cpu');
    expect(found.unknown).not.toContain('details');
  });

  it('counts what the run itself installed', () => {
    const installing = aNotebook()
      .cell('a', '%pip install numpy')
      .run('a', null, {
        report: {
          packageChanges: [{ name: 'numpy', before: '1.0', after: '2.0' }],
          imported: { numpy: '2.0' }
        }
      });
    const state = stateOf(anEnvironment({ numpy: '1.0' }), installing);
    expect(state.packages).toEqual([{ name: 'numpy', version: '2.0' }]);
    expect(state.imported.has('numpy')).toBe(true);
  });
});

describe('packages of a run', () => {
  it('puts imported ones first, with what changed them', () => {
    const [history] = aNotebook()
      .cell('a', 'import b')
      .run('a', null, { report: { imported: { b: '1' } } })
      .run('a', null, {
        report: {
          packageChanges: [{ name: 'c', before: '1', after: null }]
        }
      })
      .environment(anEnvironment({ a: '1', b: '1', c: '1' }))
      .build().runs;
    const packages = (history && packagesOf(history)) ?? [];
    expect(packages.map(({ name, version }) => [name, version])).toEqual([
      ['b', '1'],
      ['a', '1'],
      ['c', null]
    ]);
    expect(packages[2]?.changes).toMatchObject([{ before: '1', after: null }]);
  });
});
