// The page of a run as data: what each part says of what is known, and of what is not.
import type { RunFacts } from '../../facts';
import {
  asRunId,
  emptyContext,
  english,
  executionIdOf,
  type ExecutionReport,
  type RunContext
} from '../../model';
import { anEnvironment, someDetails } from '../../testing/environments';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';
import { pageSections } from '../environment/page';
import { NO_CHOICE, valuesSection } from '../environment/values';
import type { Section } from '../sections/section';

const locale = { translator: english, tag: 'en-GB', timeZone: 'UTC' };

function sections(facts: RunFacts): { readonly [id: string]: Section } {
  const choice = { values: NO_CHOICE, showsHidden: false };
  return Object.fromEntries(
    pageSections(facts, choice, locale).map(section => [section.id, section])
  );
}

const cells = (section: Section | undefined): readonly string[] =>
  (section?.rows ?? []).map(row => row.cells.join(' | '));

const report: Partial<ExecutionReport> = {
  imported: { pandas: '2.2' },
  streams: { numpy: { before: 'a', after: 'b' } },
  files: [
    { path: 'a.csv', mode: 'read', size: 2000, modified: 0, hash: 'abc' },
    { path: 'b.bin', mode: 'write', size: null, modified: null, hash: null }
  ],
  addresses: [{ kind: 'url', address: 'https://a.example/x' }],
  profiles: {
    df: {
      kind: 'frame',
      shape: [3, 2],
      columns: [
        { name: 'x', type: 'int64', missing: 1 },
        { name: 'y', type: 'object', missing: null }
      ]
    },
    loss: {
      kind: 'array',
      shape: [],
      columns: [{ name: '', type: 'float32', missing: null }]
    }
  },
  trackers: [{ tracker: 'mlflow', id: 'abc' }],
  omitted: ['The cell started other programs.'],
  packageChanges: [{ name: 'black', before: null, after: '24' }]
};

const context: RunContext = {
  ...emptyContext(asRunId('run1')),
  user: 'sam',
  git: {
    remote: 'https://a.example/r',
    branch: 'main',
    commit: 'abcdef',
    isDirty: true,
    diff: '+ line'
  },
  unknown: { modules: 'There were too many.' }
};

const known = sections(
  builtFacts(
    aNotebook()
      .cell('a', 'import pandas as pd\nx = sample()')
      .run('a', null, { report })
      .environment(
        anEnvironment(
          { attrs: '1', pandas: '2.2' },
          {
            details: someDetails({
              variables: { OMP_NUM_THREADS: '1' },
              unknown: { 'hardware.gpus': 'No tool told.' }
            })
          }
        )
      ),
    { context }
  )
);

const unknown = sections(builtFacts(aNotebook().cell('a', '1').run('a')));

describe('the page of a run', () => {
  it('lists packages, imported ones first, with what the run changed', () => {
    expect(cells(known.packages)).toEqual([
      'pandas | 2.2 |  | imported',
      'attrs | 1 |  | ',
      'black | 24 |  | not installed → 24'
    ]);
  });

  it('lists platform, variables and who ran it', () => {
    expect(cells(known.platform)).toEqual(
      expect.arrayContaining([
        'Operating system | Debian GNU/Linux 12',
        'OMP_NUM_THREADS | 1',
        'User | sam'
      ])
    );
  });

  it('says why a part is not known, where it belongs', () => {
    expect(known.machine?.unknown).toContain(
      'Graphics processors: No tool told.'
    );
    expect(known.code?.unknown).toEqual([
      'Modules of your own: There were too many.'
    ]);
  });

  it('lists files and addresses, and warns where content is not known', () => {
    expect(cells(known.data)).toEqual([
      'a.csv | read | 2 kB | abc | 1',
      'b.bin | written |  | unknown, because the file was gone when it was to be read | 1',
      'https://a.example/x | requested |  | not kept | 1'
    ]);
    expect(known.data?.rows.map(({ tone }) => tone)).toEqual([
      undefined,
      'warning',
      'warning'
    ]);
  });

  it('has columns, differences and trackers behind their rows', () => {
    expect(cells(known.profiles)[1]).toBe('loss | array | one value | float32');
    expect(known.profiles?.rows[0]?.text?.content).toBe(
      'x\tint64\t1 missing\ny\tobject\tmissing values not counted'
    );
    expect(
      known.code?.rows.find(({ key }) => key === 'dirty')?.text?.content
    ).toBe('+ line');
    expect(cells(known.trackers)).toEqual(['MLflow | abc']);
  });

  it('says of each later state of the repository what is new, and after which execution it was seen', () => {
    const runId = asRunId('run1');
    const git = { ...context.git!, isDirty: false, diff: null };
    const moved = { ...git, commit: '123456' };
    const builder = aNotebook().cell('a', '1').run('a').run('a').run('a');
    const { runs } = builder.build();
    const after = (index: number) => runs[0]!.executions[index]!.executionId;
    const { code } = sections(
      builtFacts(builder, {
        context: {
          ...context,
          gitChanges: [
            { after: after(0), git: moved, unknown: '' },
            { after: after(1), git: null, unknown: 'git was not found.' },
            {
              after: executionIdOf(runId, 'gone'),
              git: { ...moved, branch: '', isDirty: true, diff: '+ more' },
              unknown: ''
            }
          ]
        }
      })
    );
    const rows = (code?.rows ?? []).filter(({ key }) => /^change/.test(key));
    expect(rows.map(row => row.cells.join(' | '))).toEqual([
      'Changed, seen after [1] | commit 123456, as committed',
      'Changed, seen after [2] | git was not found.',
      'Changed during the run | no branch, changed since the commit'
    ]);
    expect(rows.map(({ executionIds }) => executionIds)).toEqual([
      [after(0)],
      [after(1)],
      undefined
    ]);
    expect(rows[2]?.text?.content).toBe('+ more');
  });

  it('warns of draws without a seed', () => {
    expect(cells(known.randomness)).toEqual([
      'numpy | none seen | 1 execution, 1 of them without a seed | the kernel'
    ]);
  });

  it.each(['packages', 'data', 'profiles', 'values'])(
    'says of %s that nobody told, not that there are none',
    id => {
      expect(unknown[id]?.rows).toEqual([]);
      expect(unknown[id]?.empty).toMatch(/^Not known, because/);
    }
  );

  it('says what the kernel could not tell, and of how many executions', () => {
    expect(cells(known.omissions)).toEqual([
      'The cell started other programs. | 1'
    ]);
    expect(known.omissions?.rows[0]?.executionIds).toHaveLength(1);
  });

  it('shows no trackers where there were none, and nothing left out where reports were whole', () => {
    expect(unknown.trackers).toBeUndefined();
    expect(unknown.omissions).toBeUndefined();
  });
});

describe('named values', () => {
  const facts = builtFacts(
    aNotebook()
      .cell('a', 'lr = 0.1\nacc = f()')
      .run('a', null, { report: { scalars: { lr: 0.1, acc: 0.5 } } })
      .run('a', null, { report: { scalars: { lr: 0.1, acc: 0.75 } } })
  );
  const names = (
    choice: Partial<typeof NO_CHOICE>,
    showsHidden = false
  ): readonly string[] =>
    cells(
      valuesSection(facts, { ...NO_CHOICE, ...choice }, showsHidden, english)
    );

  it('stand with parameters first, unless others are pinned or hidden', () => {
    const [lr, acc] = ['lr | 0.1 | parameter | ', 'acc | 0.75 | metric | 0.5'];
    expect(names({})).toEqual([lr, acc]);
    expect(names({ pinned: ['acc'] })).toEqual([acc, lr]);
    expect(names({ hidden: ['lr'] })).toEqual([acc]);
    expect(names({ hidden: ['lr'] }, true)).toEqual([lr, acc]);
  });
});
