// Two runs beside each other, as data and as text.
import { compareRuns, factsOf } from '../../facts';
import { analysePython } from '../../analysis';
import { english, type Environment, type RunHistory } from '../../model';
import { anEnvironment } from '../../testing/environments';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { outputText } from '../comparison/output-text';
import { comparisonSections } from '../comparison/sections';
import type { Section } from '../sections/section';

const locale = { translator: english, tag: 'en-GB', timeZone: 'UTC' };

/** Sections by id, for the two runs of a notebook under two environments. */
function sections(
  builder: RunBuilder,
  environments: readonly (Environment | null)[] = []
): { readonly [id: string]: Section } {
  const [before, after] = builder.build().runs.map((run, index) => {
    const history: RunHistory = {
      ...run,
      environment: environments[index] ?? null
    };
    return factsOf({ history, context: null, analyse: analysePython });
  });
  if (!before || !after) {
    throw new Error('Two runs are needed.');
  }
  return Object.fromEntries(
    comparisonSections(compareRuns(before, after), locale).map(section => [
      section.id,
      section
    ])
  );
}

const rows = (section: Section | undefined): readonly string[] =>
  (section?.rows ?? []).map(
    ({ cells, tone }) => `${cells.join(' | ')} ${tone ?? ''}`
  );

const twice = (): RunBuilder =>
  aNotebook().cell('a', '1').run('a').restart().run('a');

describe('two runs', () => {
  it('list what differs in the environment', () => {
    const { environment } = sections(twice(), [
      anEnvironment({ gone: '1', numpy: '1' }),
      anEnvironment({ new: '1', numpy: '2' }, { languageVersion: '3.12.0' })
    ]);
    expect(rows(environment)).toEqual([
      'Version | 3.11.7 | 3.12.0 changed',
      'gone | 1 | not installed removed',
      'new | not installed | 1 added',
      'numpy | 1 | 2 changed'
    ]);
  });

  it('name what a run imported before what was merely installed', () => {
    const importing = aNotebook()
      .cell('a', 'import numpy')
      .run('a', null, { report: { imported: { numpy: '1' } } })
      .restart()
      .run('a');
    const { environment } = sections(importing, [
      anEnvironment({ attrs: '1', numpy: '1' }),
      anEnvironment({ attrs: '2', numpy: '2' })
    ]);
    expect(environment?.rows.map(({ key }) => key)).toEqual([
      'package numpy',
      'package attrs'
    ]);
  });

  it('tell equal environments from unknown ones', () => {
    const same = anEnvironment({ numpy: '1' });
    expect(sections(twice(), [same, same]).environment?.empty).toMatch(
      /^Nothing/
    );
    expect(sections(twice(), [same, null]).environment?.empty).toMatch(
      /^Not known, because/
    );
  });

  it('list values and files that differ, and count the others', () => {
    const report = (lr: number, hash: string) => ({
      report: {
        scalars: { lr, n: 3 },
        files: [
          { path: 'a.csv', mode: 'read' as const, size: 1, modified: 0, hash }
        ]
      }
    });
    const { files, values } = sections(
      aNotebook()
        .cell('a', 'lr = 0.1\nn = 3')
        .run('a', null, report(0.1, 'aa'))
        .restart()
        .run('a', 'lr = 0.2\nn = 3', report(0.2, 'bb'))
    );
    expect(rows(values)).toEqual(['lr | 0.1 | 0.2 changed']);
    expect(values?.summary).toBe('1 is equal');
    expect(rows(files)).toEqual(['a.csv | 1 B, aa | 1 B, bb changed']);
  });

  it('have no part on schemas where none differs', () => {
    expect(sections(twice()).schemas).toBeUndefined();
  });
});

it('outputs as text: what a terminal shows, errors, and that there is a picture', () => {
  expect(
    outputText([
      { output_type: 'stream', name: 'stdout', text: 'a\rb\n' },
      {
        output_type: 'display_data',
        data: { 'image/png': 'AAAA' },
        metadata: {}
      },
      {
        output_type: 'execute_result',
        data: { 'text/plain': '5', 'text/html': '<b>5</b>' },
        metadata: {}
      },
      { output_type: 'error', ename: 'E', evalue: 'why', traceback: [] }
    ])
  ).toBe('b\n[image/png]\n5\nE: why');
});
