// When outputs count as made elsewhere, and when nothing is said.
import { driftOf, type DriftInput } from '..';
import type { Environment, RunHistory } from '../../model';
import { anEnvironment } from '../../testing/environments';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';

const imported = (...names: string[]) => ({
  output: '1',
  report: { imported: Object.fromEntries(names.map(name => [name, '1'])) }
});

/** The runs of a notebook, each under its own environment; null for one that is not known. */
function under(
  builder: RunBuilder,
  ...environments: readonly (Environment | null)[]
): DriftInput {
  const { document, runs } = builder.build();
  return {
    document,
    runs: runs.map((run, index): RunHistory => ({
      ...run,
      environment: environments[index] ?? null
    }))
  };
}

const ranThenReopened = (): RunBuilder =>
  aNotebook()
    .cell('a', 'import numpy')
    .run('a', null, imported('numpy'))
    .restart();

const old = anEnvironment({ numpy: '1.0', black: '1' });

describe('drift', () => {
  it('names the imported packages that differ', () => {
    const drift = driftOf(
      under(ranThenReopened(), old, anEnvironment({ numpy: '2.0', black: '2' }))
    );
    expect(drift?.packages).toMatchObject([
      { name: 'numpy', before: '1.0', after: '2.0' }
    ]);
    expect(drift?.difference.packages).toHaveLength(2);
    expect(drift?.producer.run.number).toBe(1);
  });

  it('tells of another version of the language', () => {
    const now = anEnvironment(
      { numpy: '1.0', black: '1' },
      { languageVersion: '3.12.1' }
    );
    expect(driftOf(under(ranThenReopened(), old, now))?.items).toMatchObject([
      { item: 'languageVersion' }
    ]);
  });

  it.each<[string, DriftInput]>([
    ['an equal environment', under(ranThenReopened(), old, old)],
    [
      'a package that the run did not import',
      under(ranThenReopened(), old, anEnvironment({ numpy: '1.0', black: '2' }))
    ],
    ['an unknown environment now', under(ranThenReopened(), old, null)],
    [
      'an unknown environment then',
      under(ranThenReopened(), null, anEnvironment({ numpy: '2.0' }))
    ],
    [
      'another language',
      under(
        ranThenReopened(),
        old,
        anEnvironment({ numpy: '2.0' }, { language: 'R' })
      )
    ],
    ['a notebook that never ran', under(aNotebook().cell('a', '1'), old)],
    [
      'a run without outputs',
      under(
        aNotebook().cell('a', '1').run('a').restart().run('a'),
        old,
        anEnvironment({ numpy: '2.0' })
      )
    ],
    [
      'outputs that the open run made anew',
      under(
        ranThenReopened().run('a', null, imported('numpy')),
        old,
        anEnvironment({ numpy: '2.0' })
      )
    ],
    [
      'outputs that were cleared',
      under(
        ranThenReopened().shows('a', null, false),
        old,
        anEnvironment({ numpy: '2.0' })
      )
    ],
    [
      'outputs of a run that nobody recorded',
      under(
        ranThenReopened().shows('a', 17, true),
        old,
        anEnvironment({ numpy: '2.0' })
      )
    ]
  ])('says nothing about %s', (_, input) => {
    expect(driftOf(input)).toBeNull();
  });

  it('has a key that changes with the difference and with nothing else', () => {
    const key = (numpy: string, black: string) =>
      driftOf(under(ranThenReopened(), old, anEnvironment({ numpy, black })))
        ?.key;
    expect(key('2.0', '1')).toBe(key('2.0', '9'));
    expect(key('2.0', '1')).not.toBe(key('2.1', '1'));
  });

  it('counts all packages where a kernel does not tell imports', () => {
    const builder = aNotebook()
      .cell('a', '1')
      .run('a', null, { output: '1' })
      .restart();
    const now = anEnvironment({ numpy: '1.0', black: '2' });
    expect(driftOf(under(builder, old, now))?.packages).toHaveLength(1);
  });
});
