// retrace bundle: the archive that is written, and what is refused.
import { unzipSync } from 'fflate';

import { retrace } from './terminal';

const history = {
  format: 'retrace-history',
  version: 1,
  notebook: {
    path: 'a.ipynb',
    cells: ['a', 'b', 'c'].map(id => ({ id, type: 'code', source: '' }))
  },
  runs: [
    {
      runId: 'r',
      kernel: { name: 'python3', language: 'python' },
      startedAt: '2026-11-24T10:00:00.000Z',
      executions: [
        ['a', 'x = 1'],
        ['b', 'print(x)'],
        ['c', 'print("other")']
      ].map(([cellId, source], index) => ({
        sequence: index + 1,
        cellId,
        source,
        status: 'ok',
        executionCount: index + 1,
        outputs: []
      }))
    }
  ]
};

function written(...args: readonly string[]): string | null {
  const files = new Map<string, Uint8Array>();
  const said = retrace(
    ['bundle', 'h.json', ...args],
    { 'h.json': history },
    files
  );
  expect(said).toEqual({ code: 0, out: '', err: '' });
  const zip = files.get('o.zip');
  const script = zip && unzipSync(zip)['work/a-run-1.py'];
  return script ? new TextDecoder().decode(script) : null;
}

test('it holds the newest run, or what some cells came from', () => {
  expect(written('-o', 'o.zip')).toMatch(/x = 1[^]*print\("other"\)/);
  const part = written('--output', 'o.zip', '--target', 'b');
  expect(part).toMatch(/x = 1[^]*print\(x\)/);
  expect(part).not.toContain('other');
  const parts = written('-o', 'o.zip', '--target', 'a', '--target', 'c');
  expect(parts).toContain('other');
  expect(parts).not.toContain('print(x)');
});

test('secrets of an unmasked history are in no file of it', () => {
  const secret = ['AKIA', 'Q3ZLX7DW', 'M5RT2KVB'].join('');
  const [run] = history.runs;
  const cells = [
    { source: `key = "${secret}"`, outputs: [] },
    {
      source: 'print(key)',
      outputs: [{ output_type: 'stream', name: 'stdout', text: secret }]
    }
  ];
  const executions = run!.executions.map((one, index) => ({
    ...one,
    ...cells[index]
  }));
  const files = new Map<string, Uint8Array>();
  retrace(
    ['bundle', 'h.json', '-o', 'o.zip'],
    { 'h.json': { ...history, runs: [{ ...run, executions }] } },
    files
  );
  const unpacked = Object.entries(unzipSync(files.get('o.zip')!));
  const holders = unpacked.filter(([, bytes]) =>
    new TextDecoder().decode(bytes).includes(secret)
  );
  expect(unpacked.length).toBeGreaterThan(5);
  expect(holders.map(([path]) => path)).toEqual([]);
});

test.each([
  [['h.json'], /use -o OUT\.zip/],
  [['-o', 'o.zip'], /One file is wanted/],
  [['h.json', '-o', 'o.zip', '--target', 'z'], /no cell with the id “z”/],
  [['h.json', '-o', 'o.zip', '--data-limit', 'x'], /not a number of megabytes/],
  [['gone.json', '-o', 'o.zip'], /no such file/],
  [
    [
      'h.json',
      '-o',
      'o.zip',
      '--target',
      'a',
      '--target',
      'b',
      '--execution',
      '1'
    ],
    /for a single cell alone/
  ]
])('%p is refused with a sentence', (args, sentence) => {
  const files = new Map<string, Uint8Array>();
  const said = retrace(['bundle', ...args], { 'h.json': history }, files);
  expect(said.code).toBe(2);
  expect(said.err).toMatch(sentence);
  expect(files.size).toBe(0);
});
