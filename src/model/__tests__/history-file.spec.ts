// The history file: what others may leave out, where a refusal points, and that what is written is read back.
import { aNotebook } from '../../testing/run-builder';
import type { ExecutionId, ExecutionPayload } from '..';
import { decodeHistoryFile, isHistoryFile, toHistoryFile } from '..';

type Loose = { [key: string]: unknown };

function aFile(
  executions: readonly Loose[] = [],
  cells: readonly Loose[] = [{ id: 'a', type: 'code', source: 'x = 1' }]
): Loose {
  return {
    format: 'retrace-history',
    version: 1,
    notebook: { path: 'a.ipynb', cells },
    runs: [{ kernel: { name: 'python3', language: 'python' }, executions }]
  };
}

function anExecution(parts: Loose = {}): Loose {
  return {
    sequence: 1,
    cellId: 'a',
    executionCount: 1,
    source: 'x = 1',
    status: 'ok',
    outputs: [],
    ...parts
  };
}

function decoded(value: unknown) {
  const result = decodeHistoryFile(value);
  if (!result.ok) {
    throw new Error(result.reason);
  }
  return result.value;
}

function reasonOf(value: unknown): string {
  const result = decodeHistoryFile(value);
  return result.ok ? '' : result.reason;
}

describe('a file that others wrote', () => {
  it('needs no ids of runs and executions, times, reports and environments', () => {
    const { runs } = decoded(aFile([anExecution()]));
    expect(runs[0]).toMatchObject({
      runId: 'run-1',
      startedAt: null,
      environment: null,
      gaps: []
    });
    expect(runs[0]?.executions[0]).toMatchObject({
      executionId: 'run-1/1',
      startedAt: null,
      finishedAt: null,
      report: null,
      outputs: []
    });
  });

  it('may write texts as lists of lines, as notebooks do', () => {
    const outputs = [
      { output_type: 'stream', name: 'stdout', text: ['a\n', 'b\n'] },
      {
        output_type: 'execute_result',
        execution_count: 1,
        data: { 'text/plain': ['1\n', '2'], 'application/json': ['x'] },
        metadata: {}
      }
    ];
    const { notebook, runs } = decoded(
      aFile(
        [anExecution({ source: ['x = 1\n', 'y'], outputs })],
        [{ id: 'a', type: 'code', source: ['x = 1\n', 'y'] }]
      )
    );
    expect(notebook.cells[0]?.source).toBe('x = 1\ny');
    expect(runs[0]?.executions[0]?.source).toBe('x = 1\ny');
    expect(runs[0]?.executions[0]?.outputs).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'a\nb\n' },
      {
        output_type: 'execute_result',
        execution_count: 1,
        data: { 'text/plain': '1\n2', 'application/json': ['x'] },
        metadata: {}
      }
    ]);
  });

  it('is put in the order of its sequence', () => {
    const { runs } = decoded(
      aFile([anExecution({ sequence: 2 }), anExecution({ sequence: 1 })])
    );
    expect(runs[0]?.executions.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('may repeat the ids of executions from run to run', () => {
    const one = aFile([anExecution({ executionId: 'e1' })]);
    const [run] = one.runs as Loose[];
    const { runs } = decoded({
      ...one,
      runs: [
        { ...run, runId: 'r1' },
        { ...run, runId: 'r2' }
      ]
    });
    const ids = runs.map(({ executions }) => executions[0]?.executionId);
    expect(ids).toEqual(['e1', 'r2/e1']);
  });

  it('leaves reports as they are: nobody has looked at them yet', () => {
    const report = { v: 99, anything: [1] };
    const { runs } = decoded(aFile([anExecution({ report })]));
    expect(runs[0]?.executions[0]?.report).toEqual(report);
  });

  it('may hold ten thousand executions', () => {
    const executions = Array.from({ length: 10_000 }, (_, index) =>
      anExecution({ sequence: index + 1, executionCount: index + 1 })
    );
    expect(decoded(aFile(executions)).runs[0]?.executions).toHaveLength(10_000);
  });
});

describe('a file that is none', () => {
  it.each<[string, unknown]>([
    ['The file is not an object.', []],
    ['The file is not an object.', null],
    ['format is missing.', {}],
    ['version is missing.', { format: 'retrace-history' }],
    ['version is 2; only 1 is known here.', { ...aFile(), version: 2 }],
    ['notebook is not an object.', { ...aFile(), notebook: 'a.ipynb' }],
    ['notebook.cells is missing.', { ...aFile(), notebook: {} }],
    ['runs is not a list.', { ...aFile(), runs: {} }],
    ['runs[0].executions is missing.', { ...aFile(), runs: [{}] }],
    [
      'runs[0].executions[1].source is missing.',
      aFile([
        anExecution(),
        { ...anExecution({ sequence: 2, source: undefined }) }
      ])
    ],
    [
      'runs[0].executions[0].sequence is not a whole number.',
      aFile([anExecution({ sequence: 1.5 })])
    ],
    [
      'runs[0].executions[1].sequence is 1 once more.',
      aFile([anExecution(), anExecution()])
    ],
    [
      'runs[0].executions[0].status is “done”, not one of queued, running, ok, error, aborted, interrupted, lost.',
      aFile([anExecution({ status: 'done' })])
    ],
    [
      'runs[0].executions[0].outputs[0].output_type is “pyout”, not one of stream, display_data, execute_result, error.',
      aFile([anExecution({ outputs: [{ output_type: 'pyout' }] })])
    ],
    [
      'notebook.cells[1].id is "a" once more.',
      aFile(
        [],
        [
          { id: 'a', type: 'code', source: '' },
          { id: 'a', type: 'code', source: '' }
        ]
      )
    ],
    [
      'notebook.cells[0].type is “sql”, not one of code, markdown, raw.',
      aFile([], [{ id: 'a', type: 'sql', source: '' }])
    ]
  ])('says where: %s', (reason, value) => {
    expect(reasonOf(value)).toBe(reason);
  });

  it('is not nested without end', () => {
    const data = JSON.parse(
      `{"application/json": ${'['.repeat(9000)}${']'.repeat(9000)}}`
    );
    const outputs = [{ output_type: 'display_data', data, metadata: {} }];
    expect(reasonOf(aFile([anExecution({ outputs })]))).toBe(
      'runs[0].executions[0].outputs[0] is nested too deeply.'
    );
  });

  it('is not read from what an object inherits', () => {
    expect(reasonOf(Object.create(aFile()))).toBe('format is missing.');
  });
});

describe('what is written', () => {
  const { document, runs } = aNotebook()
    .cell('a', 'x = 1')
    .markdown('m', '# Title')
    .cell('b', 'print(x)')
    .cell('gone', 'y = 2')
    .runs('a', 'gone')
    .run('b', null, { output: '1\n' })
    .restart()
    .gap('joined-late')
    .run('a')
    .fails('b')
    .delete('gone')
    .mayRaise('b')
    .build();
  const outputs = new Map<
    ExecutionId,
    Pick<ExecutionPayload, 'outputs' | 'omissions'>
  >(
    runs.flatMap(({ executions }) =>
      executions.map(
        ({ executionId }, index) =>
          [
            executionId,
            {
              outputs: [
                { output_type: 'stream', name: 'stdout', text: `${index}\n` }
              ],
              omissions: []
            }
          ] as const
      )
    )
  );
  const written = toHistoryFile({
    path: 'work/a.ipynb',
    document,
    runs,
    outputs,
    reportData: ({ sequence }) => ({ v: 1, n: sequence })
  });

  it('is JSON, and a history file', () => {
    expect(isHistoryFile(written)).toBe(true);
    expect(JSON.parse(JSON.stringify(written))).toEqual(written);
  });

  it('is read back as it was', () => {
    const file = decoded(JSON.parse(JSON.stringify(written)));
    expect(file.notebook.path).toBe('work/a.ipynb');
    expect(file.notebook.cells).toEqual(
      document.map(({ executionCount, hasOutputs, ...cell }) =>
        cell.type === 'code' ? { ...cell, executionCount, hasOutputs } : cell
      )
    );
    expect(file.runs.map(({ runId }) => runId)).toEqual(
      runs.map(({ run }) => run.runId)
    );
    expect(file.runs.map(({ gaps }) => gaps)).toEqual(
      runs.map(({ run }) => run.gaps)
    );
    file.runs.forEach((run, place) => {
      const history = runs[place]!;
      run.executions.forEach((execution, index) => {
        const from = history.executions[index]!;
        expect(execution).toEqual({
          executionId: from.executionId,
          sequence: from.sequence,
          cellId: from.cellId,
          cellIndex: from.cellIndex,
          executionCount: from.executionCount,
          source: history.sources.get(from.sourceHash),
          status: from.status,
          startedAt: from.startedAt,
          finishedAt: from.finishedAt,
          outputs: outputs.get(from.executionId)?.outputs,
          outputsHash: null,
          arePartial: false,
          report: { v: 1, n: from.sequence }
        });
      });
    });
  });

  it('says of outputs that were not all seen that they are a part', () => {
    const history = runs[0]!;
    const [first, ...others] = history.executions;
    const missed = { ...first!, gaps: ['outputs-partial' as const] };
    const file = decoded(
      toHistoryFile({
        path: '',
        document,
        runs: [{ ...history, executions: [missed, ...others] }],
        outputs,
        reportData: () => null
      })
    );
    expect(file.runs[0]?.executions.map(one => one.arePartial)).toEqual([
      true,
      ...others.map(() => false)
    ]);
  });

  it('keeps the hash of outputs of which a part was left out, and says what is lost', () => {
    const history = runs[0]!;
    const file = decoded(
      toHistoryFile({
        path: '',
        document,
        runs: [{ ...history, sources: new Map() }],
        outputs: new Map(),
        reportData: () => null
      })
    );
    expect(file.runs[0]?.executions[0]).toMatchObject({
      source: null,
      outputs: null,
      outputsHash: history.executions[0]?.outputsHash
    });
  });
});
