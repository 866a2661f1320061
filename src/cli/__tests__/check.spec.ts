// retrace check: what it sees in saved notebooks and history files, and in which words and codes it says so.
import { retrace, savedNotebook, type SavedCell } from './terminal';

type Answer = {
  readonly cells: readonly {
    readonly cellId: string;
    readonly index: number;
    readonly verdict: string;
    readonly hazards: readonly {
      readonly code: string;
      readonly name: string;
      readonly message: string;
      readonly evidence: readonly unknown[];
      readonly remedy: string | null;
    }[];
  }[];
  readonly summary: { readonly [key: string]: unknown };
};

function answerOn(cells: readonly SavedCell[], changes = {}): Answer {
  const files = { 'a.ipynb': savedNotebook(cells, changes) };
  return JSON.parse(retrace(['check', '--json', 'a.ipynb'], files).out);
}

function verdictsOn(cells: readonly SavedCell[]): string {
  return answerOn(cells)
    .cells.map(({ verdict }) => verdict)
    .join(' ');
}

const inOrder: readonly SavedCell[] = [
  { id: 'a', source: 'x = 1', count: 1 },
  { id: 'm', source: '# Title', type: 'markdown' },
  { id: 'b', source: 'x += 1', count: 2 },
  { id: 'c', source: 'print(x)', count: 3, stdout: '2\n' }
];

const usedTooEarly: readonly SavedCell[] = [
  { id: 'a', source: '# use\nprint(1, x)', count: 2, stdout: '1 1\n' },
  { id: 'b', source: 'x = 1', count: 1 }
];

describe('a saved notebook', () => {
  it('raises nothing when it ran from top to bottom', () => {
    const said = retrace(['check', 'a.ipynb'], {
      'a.ipynb': savedNotebook(inOrder)
    });
    expect(said).toEqual({
      code: 0,
      out: 'a.ipynb: 3 of 3 cells would come out again, 0 findings.\n',
      err: ''
    });
  });

  it('raises nothing for gaps in the counts, and says that something is missing', () => {
    const cells = [
      { source: 'x = 1', count: 3 },
      { source: 'print(x)', count: 8, stdout: '1\n' }
    ];
    const said = retrace(['check', 'a.ipynb'], {
      'a.ipynb': savedNotebook(cells)
    });
    expect(said.code).toBe(0);
    expect(said.out).toContain('2 of 2 cells would come out again');
    expect(said.out).toContain(
      'a.ipynb: note: 6 executions are missing from the saved counts'
    );
  });

  it('points at the name that a fresh run would not have', () => {
    const said = retrace(['check', 'a.ipynb'], {
      'a.ipynb': savedNotebook(usedTooEarly)
    });
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/^a\.ipynb:cell\[0\]:2:10 RT001 Uses “x”/);
  });

  it('finds what a cell that is gone has bound', () => {
    const cells = [{ source: 'print(x)', count: 4, stdout: '1\n' }];
    const [cell] = answerOn(cells).cells;
    expect(cell?.verdict).toBe('fails');
    expect(cell?.hazards).toEqual([
      expect.objectContaining({
        name: 'deleted-definition',
        evidence: expect.arrayContaining([
          {
            executionId: null,
            cellId: null,
            text: 'a cell that is gone ran before, as the counts that are missing show'
          }
        ])
      })
    ]);
  });

  it('does not take a name for lost that a service puts into its kernels', () => {
    expect(verdictsOn([{ source: 'spark.version', count: 4 }])).not.toBe(
      'fails'
    );
  });

  it('knows that a failing cell had nothing to read', () => {
    const outputs = [
      {
        output_type: 'error',
        ename: 'NameError',
        evalue: "name 'x' is not defined",
        traceback: []
      }
    ];
    expect(verdictsOn([{ source: 'print(x)', count: 4, outputs }])).toBe(
      'same'
    );
  });

  it('knows that a cell stopped at a magic that is not there', () => {
    const text = 'UsageError: Line magic function `%tool` not found.\n';
    const outputs = [{ output_type: 'stream', name: 'stderr', text }];
    const source = '%tool x';
    const { cells } = answerOn([
      { id: 'a', source: 'x = 1', count: 1 },
      { id: 'b', source, count: 2, outputs },
      { id: 'c', source: 'print(x)', count: 3 }
    ]);
    expect(cells.map(({ verdict }) => verdict)).toEqual([
      'same',
      'same',
      'same'
    ]);
    expect(cells[2]?.hazards.map(({ code }) => code)).toEqual(['RT012']);
  });

  it('takes the same words of a program for nothing but words', () => {
    const text = 'UsageError: Line magic function `%tool` not found.\n';
    const outputs = [{ output_type: 'stream', name: 'stderr', text }];
    const { cells } = answerOn([
      { id: 'a', source: 'print(f"%d {w}", file=e)', count: 1, outputs },
      { id: 'b', source: 'print(1)', count: 2 }
    ]);
    expect(cells[1]?.hazards).toEqual([]);
  });

  it('judges every code cell, a blank one too, at its place among all cells', () => {
    const { cells } = answerOn([
      ...inOrder,
      { id: 'blank', source: ' \n' },
      { id: 'new', source: 'print(3)' }
    ]);
    expect(
      cells.map(({ cellId, index, verdict }) => [cellId, index, verdict])
    ).toEqual([
      ['a', 0, 'same'],
      ['b', 2, 'same'],
      ['c', 3, 'same'],
      ['blank', 4, 'unrun'],
      ['new', 5, 'unrun']
    ]);
  });

  it('takes imports that ran again at the end to have run before', () => {
    const cells = [
      { id: 'a', source: 'import math\nfrom os import (\n    path)', count: 9 },
      { id: 'b', source: 'print(math.pi, path)', count: 3, stdout: '3.14\n' }
    ];
    const { cells: checked, summary } = answerOn(cells);
    expect(checked.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
    expect(summary.notes).toContain(
      'The imports of cell[0] are taken to have run before as well: cells that ran earlier use them.'
    );
  });

  it('does not take values to have been there before', () => {
    const cells = [
      { id: 'a', source: 'x = 1', count: 9 },
      { id: 'b', source: 'print(x)', count: 3, stdout: '1\n' }
    ];
    expect(verdictsOn(cells)).toBe('same unknown');
  });

  it('finds an import that a fresh run comes to too late', () => {
    const cells = [
      { id: 'b', source: 'print(math.pi)', count: 3, stdout: '3.14\n' },
      { id: 'a', source: 'import math', count: 9 }
    ];
    const { cells: checked } = answerOn(cells);
    expect(checked.map(({ verdict }) => verdict)).toEqual(['fails', 'same']);
    expect(checked[0]?.hazards[0]?.code).toBe('RT001');
  });

  it('tells nothing from counts that are none', () => {
    const { cells, summary } = answerOn([
      { source: 'x = 1', count: 15_849_451 },
      { source: 'print(x)', count: 1_234_567, stdout: '1\n' }
    ]);
    expect(cells.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
    expect(cells.flatMap(({ hazards }) => hazards)).toEqual([]);
    expect(summary.notes).toEqual([
      'The saved counts are no counts: in which order the cells ran is not known.'
    ]);
  });

  it('raises nothing in other languages for gaps alone', () => {
    const metadata = { kernelspec: { name: 'ir', language: 'R' } };
    const { cells } = answerOn(
      [
        { source: 'x <- 1', count: 2 },
        { source: 'x', count: 5 }
      ],
      { metadata }
    );
    expect(cells.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
  });

  it('does not call an output fine that shows no count', () => {
    expect(verdictsOn([{ source: 'print(1)', stdout: '1\n' }])).toBe('unknown');
  });

  it('raises nothing behind a cell that may fail', () => {
    const failing: SavedCell = {
      source: '1 / 0',
      count: 1,
      outputs: [
        {
          output_type: 'error',
          ename: 'ZeroDivisionError',
          evalue: '',
          traceback: []
        }
      ]
    };
    const after: SavedCell = { source: 'print(1)', count: 2, stdout: '1\n' };
    expect(
      verdictsOn([{ ...failing, tags: ['raises-exception'] }, after])
    ).toBe('same same');
  });

  it('gives ids to the cells of older formats, and to ids that repeat', () => {
    const old = answerOn([
      { source: 'x = 1', count: 1 },
      { source: 'y = 1', count: 2 }
    ]);
    expect(old.cells.map(({ cellId }) => cellId)).toEqual(['cell-0', 'cell-1']);
    const twice = answerOn([
      { id: 'a', source: 'x = 1', count: 1 },
      { id: 'a', source: 'y = x', count: 2 }
    ]);
    expect(twice.cells.map(({ cellId }) => cellId)).toEqual(['a', 'cell-1']);
    expect(twice.cells.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
  });

  it('says that nothing reads a language instead of reading it as Python', () => {
    const metadata = { kernelspec: { name: 'julia-1', language: 'julia' } };
    const { cells, summary } = answerOn(
      [
        { source: 'x <- 1', count: 2 },
        { source: 'y <- 2', count: 1 }
      ],
      { metadata }
    );
    expect(cells.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown']);
    expect(summary.notes).toEqual([
      'Nothing here reads julia: only the order of runs is judged.'
    ]);
  });
});

describe('the answer for programs', () => {
  it('has the findings of each cell with evidence and remedy, and a sum', () => {
    const { cells, summary } = answerOn(usedTooEarly);
    expect(cells[0]?.hazards).toEqual([
      expect.objectContaining({
        code: 'RT001',
        name: 'bound-below',
        message: expect.stringContaining('cell[1]'),
        evidence: expect.arrayContaining([
          {
            executionId: 'saved/1',
            cellId: 'b',
            text: 'cell[1] ran as execution 1: x = 1'
          }
        ]),
        remedy: expect.any(String)
      })
    ]);
    expect(cells[1]?.hazards).toEqual([]);
    expect(summary).toEqual({
      cells: 2,
      same: 1,
      differs: 0,
      fails: 1,
      random: 0,
      unrun: 0,
      unknown: 0,
      findings: 1,
      advice: 0,
      notes: []
    });
  });

  it('is a list for several files, each with its name', () => {
    const files = {
      'a.ipynb': savedNotebook(inOrder),
      'b.ipynb': savedNotebook(usedTooEarly)
    };
    const said = retrace(['check', '--json', 'a.ipynb', 'b.ipynb'], files);
    const answers: readonly (Answer & { readonly file: string })[] = JSON.parse(
      said.out
    );
    expect(said.code).toBe(1);
    expect(answers.map(({ file }) => file)).toEqual(['a.ipynb', 'b.ipynb']);
    expect(answers.map(({ summary }) => summary.findings)).toEqual([0, 1]);
  });
});

describe('the answer for GitHub', () => {
  it('stands at the line of the file, and escapes what would end it', () => {
    const text = JSON.stringify(savedNotebook(usedTooEarly), null, 1);
    const line = text.split('\n').findIndex(one => one.includes('print(1, x)'));
    const file = 'a,b:c.ipynb';
    const said = retrace(['check', '--format', 'github', file], {
      [file]: text
    });
    expect(said.out).toMatch(
      new RegExp(
        `^::error file=a%2Cb%3Ac\\.ipynb,line=${line + 1},title=RT001::cell\\[0\\]:2:10 Uses “x”.*\\n$`
      )
    );
  });
});

describe('a history file', () => {
  const file = (changes: { readonly [key: string]: unknown } = {}) => ({
    format: 'retrace-history',
    version: 1,
    notebook: {
      path: 'a.ipynb',
      cells: [
        { id: 'a', type: 'code', source: 'x = 1' },
        { id: 'b', type: 'code', source: 'x += 1' },
        { id: 'c', type: 'code', source: 'print(x)' }
      ]
    },
    runs: [
      {
        kernel: { name: 'python3', language: 'python' },
        executions: ['a', 'b', 'b', 'c'].map((cellId, index) => ({
          sequence: index + 1,
          cellId,
          executionCount: index + 1,
          source: { a: 'x = 1', b: 'x += 1', c: 'print(x)' }[cellId],
          status: 'ok',
          outputs: [],
          ...changes
        }))
      }
    ]
  });

  it('tells what ran again', () => {
    const said = retrace(['check', 'h.json'], { 'h.json': file() });
    expect(said.code).toBe(1);
    expect(said.out).toMatch(
      /^h\.json:cell\[1\]:1:1 RT008 .* Also affects cell\[2\]\.\n/
    );
  });

  it('counts a damaged report as none, and says so', () => {
    const damaged = { 'h.json': file({ report: { v: 1, kind: 'nonsense' } }) };
    const whole = { 'h.json': file() };
    const [one, other] = [damaged, whole].map(
      files =>
        JSON.parse(retrace(['check', '--json', 'h.json'], files).out) as Answer
    );
    expect(one?.cells).toEqual(other?.cells);
    expect(one?.summary.notes).toContain(
      'The report of execution run-1/1 was left out. A message of the probe has an unknown form.'
    );
  });

  it('shows what ran also where no count was written', () => {
    const files = { 'h.json': file({ executionCount: null }) };
    const { cells }: Answer = JSON.parse(
      retrace(['check', '--json', 'h.json'], files).out
    );
    expect(cells.map(({ verdict }) => verdict)).toEqual([
      'same',
      'differs',
      'differs'
    ]);
  });
});

describe('bad input', () => {
  it.each<[string, unknown, string]>([
    ['no file', undefined, 'There is no such file.'],
    ['an empty file', ' \n', 'The file is empty.'],
    ['no JSON', '{"a": 1,', 'The file is not JSON: '],
    ['other JSON', [1], 'The file is neither a notebook nor a history file.'],
    ['null', 'null', 'The file is neither a notebook nor a history file.'],
    [
      'an older format',
      { nbformat: 3, worksheets: [] },
      'nbformat is 3; only notebooks of format 4 are read. Open it in Jupyter and save it to convert it.'
    ],
    ['no cells', { nbformat: 4 }, 'cells is missing.'],
    [
      'odd cells',
      { nbformat: 4, cells: [{}] },
      'cells[0].cell_type is missing.'
    ],
    [
      'a damaged history file',
      { format: 'retrace-history', version: 1 },
      'notebook is not an object.'
    ]
  ])('is refused in one sentence: %s', (_, content, reason) => {
    const files = content === undefined ? {} : { 'a.ipynb': content };
    const said = retrace(['check', 'a.ipynb'], files);
    expect(said.code).toBe(2);
    expect(said.out).toBe('');
    expect(said.err.startsWith(`retrace: a.ipynb: ${reason}`)).toBe(true);
    expect(said.err.split('\n')).toHaveLength(2);
  });

  it('does not keep other files from being checked', () => {
    const files = { 'b.ipynb': savedNotebook(usedTooEarly) };
    const said = retrace(['check', 'a.ipynb', 'b.ipynb'], files);
    expect(said.code).toBe(2);
    expect(said.err).toContain('a.ipynb');
    expect(said.out).toContain('b.ipynb:cell[0]');
  });

  it.each([
    [['check'], 'No file was given'],
    [['check', '--nonsense', 'a'], "Unknown option '--nonsense'"],
    [['check', '--format', 'xml', 'a'], 'The format is one of'],
    [['chek', 'a'], 'There is no command “chek”'],
    [[], 'No command was given']
  ])('says what is wrong with the arguments %j', (args, reason) => {
    const said = retrace(args);
    expect(said.code).toBe(2);
    expect(said.err).toContain(reason);
  });

  it('helps and tells its version', () => {
    expect(retrace(['--version']).out).toBe('1.2.3\n');
    expect(retrace(['--help']).out).toContain('check');
    expect(retrace(['check', '--help'])).toMatchObject({ code: 0, err: '' });
  });
});
