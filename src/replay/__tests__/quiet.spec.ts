// What a replay runs does not land in the history of the user's kernels, and counts and `In` stay as ever.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { quietCode } from '../quiet';

const python = join(__dirname, '..', '..', '..', '.venv', 'bin', 'python');

/** Runs two cells in an IPython of its own; gives what is in its history file, its count and its `In`. */
function historyAfter(before: string): {
  readonly saved: readonly string[];
  readonly count: number;
  readonly inputs: readonly string[];
} {
  const home = mkdtempSync(join(tmpdir(), 'retrace-quiet-'));
  try {
    const code = `
import json, sqlite3
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell(${JSON.stringify(before)}, silent=True, store_history=False)
for cell in ('a = 1', 'b = 2'):
    shell.run_cell(cell, store_history=True)
shell.history_manager.save_flag.set()
shell.history_manager.writeout_cache()
path = shell.history_manager.hist_file
rows = sqlite3.connect(path).execute('select source from history').fetchall()
print(json.dumps({'saved': [row[0] for row in rows], 'count': shell.execution_count, 'inputs': shell.user_ns['In']}))
`;
    const ran = spawnSync(python, ['-c', code], {
      encoding: 'utf8',
      env: { ...process.env, IPYTHONDIR: home }
    });
    return JSON.parse(ran.stdout.trim().split('\n').pop() ?? '');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

test('cells of a replay are not saved among those of other kernels', () => {
  expect(historyAfter('').saved).toEqual(['a = 1', 'b = 2']);
  expect(historyAfter(quietCode('python') ?? '')).toEqual({
    saved: [],
    count: 3,
    inputs: ['', 'a = 1', 'b = 2']
  });
});

test('a language without such a history needs nothing', () => {
  expect(quietCode('cobol')).toBeNull();
});
