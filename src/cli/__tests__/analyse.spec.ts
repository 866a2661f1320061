// retrace analyse: which names count as what.
import { retrace, savedNotebook } from './terminal';

type Facts = {
  readonly cellId: string;
  readonly index: number;
  readonly bindings: readonly string[];
  readonly references: readonly string[];
  readonly updates: readonly string[];
  readonly deletes: readonly string[];
  readonly imports: readonly string[];
  readonly completeness: string;
  readonly unanalysed: readonly unknown[];
};

function factsOf(path: string, content: unknown): readonly Facts[] {
  const said = retrace(['analyse', '--json', path], { [path]: content });
  expect(said).toMatchObject({ code: 0, err: '' });
  return JSON.parse(said.out);
}

function factsOfCell(source: string): Facts {
  return factsOf('a.ipynb', savedNotebook([{ source }]))[0]!;
}

describe('names of a cell', () => {
  it('are sorted and unique, builtins left out', () => {
    expect(factsOfCell('b = z + a + a\na2 = b\nprint(len(z))')).toMatchObject({
      bindings: ['a2', 'b'],
      references: ['a', 'z'],
      updates: [],
      deletes: [],
      completeness: 'complete',
      unanalysed: []
    });
  });

  it('are read when the value under them is changed', () => {
    expect(factsOfCell('xs.append(1)\nd["a"] = 2\no.f = 3')).toMatchObject({
      bindings: [],
      references: ['d', 'o', 'xs'],
      updates: expect.arrayContaining(['d', 'o'])
    });
  });

  it.each(['plt.rcParams["a"] = 1', 'plt.rcParams["a"], x = 1, 2'])(
    'are updated where a setting is assigned through them: %s',
    source => {
      const { references, updates } = factsOfCell(source);
      expect([references, updates]).toEqual([['plt'], ['plt']]);
    }
  );

  it('are not updated by a call that changes a setting', () => {
    expect(factsOfCell('plt.rc("font", size=9)').updates).toEqual([]);
  });

  it('are read by the functions that the cell defines, unless the cell binds them', () => {
    expect(
      factsOfCell('def f(a):\n    return a + rate + own\nown = 1')
    ).toMatchObject({ bindings: ['f', 'own'], references: ['rate'] });
  });

  it('are read when only some ways through the cell bind them', () => {
    const { bindings, references } = factsOfCell('if c:\n    x = 1\nprint(x)');
    expect(bindings).toEqual(['x']);
    expect(references).toEqual(['c', 'x']);
  });

  it('are modules and deletions, too', () => {
    expect(
      factsOfCell('import os.path\nfrom sklearn.svm import SVC\ndel y')
    ).toMatchObject({
      bindings: ['SVC', 'os'],
      imports: ['os', 'sklearn'],
      deletes: ['y']
    });
  });

  it('come with what was not understood and where', () => {
    const { completeness, unanalysed } = factsOfCell('x = 1\ny = (');
    expect(completeness).toBe('partial');
    expect(unanalysed[0]).toEqual({
      line: expect.any(Number),
      column: expect.any(Number),
      reason: expect.any(String)
    });
  });
});

describe('files', () => {
  it('of scripts begin a cell at each mark', () => {
    const script =
      'import os\n# %% [markdown]\n# # Title\n# %% two\nx = os.sep\n';
    expect(
      factsOf('a.py', script).map(({ cellId, index, bindings }) => [
        cellId,
        index,
        bindings
      ])
    ).toEqual([
      ['cell-0', 0, ['os']],
      ['cell-2', 2, ['x']]
    ]);
  });

  it('of scripts without marks are one cell', () => {
    expect(factsOf('a.py', 'x = 1\n')).toHaveLength(1);
  });

  it('of other languages are told to be not understood', () => {
    const metadata = { kernelspec: { name: 'julia-1', language: 'julia' } };
    const content = savedNotebook([{ source: 'x = y' }], { metadata });
    expect(factsOf('a.ipynb', content)[0]).toMatchObject({
      bindings: [],
      references: [],
      completeness: 'none'
    });
  });

  it('of R are read as R', () => {
    const metadata = { kernelspec: { name: 'ir', language: 'R' } };
    const content = savedNotebook([{ source: 'x <- y' }], { metadata });
    expect(factsOf('a.ipynb', content)[0]).toMatchObject({
      bindings: ['x'],
      references: ['y'],
      completeness: 'complete'
    });
  });

  it('that cannot be read are refused', () => {
    const said = retrace(['analyse', '--json', 'a.ipynb'], { 'a.ipynb': '{' });
    expect(said.code).toBe(2);
    expect(said.err).toMatch(/^retrace: a\.ipynb: The file is not JSON/);
  });
});
