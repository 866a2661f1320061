// Programs of ours in Python: nothing of the folder where they are started takes part.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { runPython } from '../driver/run-python';

const here = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-run-spec-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

const program = 'import json, os\nprint(json.dumps([os.listdir(), "é"]))';

it('imports nothing from the folder where it is started, nor from PYTHONPATH', () => {
  writeFileSync(
    join(folder, 'json.py'),
    `open(${JSON.stringify(join(folder, 'ran'))}, 'w')`
  );
  expect(
    runPython(program, 60, { ...process.env, PYTHONPATH: folder })
  ).toEqual({ ok: true, value: '[[], "\\u00e9"]\n' });
  expect(existsSync(join(folder, 'ran'))).toBe(false);
});

it('goes on to the next interpreter after one that fails', () => {
  const broken = join(folder, 'python3');
  writeFileSync(broken, '#!/bin/sh\necho half\nexit 3\n');
  chmodSync(broken, 0o755);
  const { PATH = '' } = process.env;
  const variables = {
    PATH: [folder, PATH].join(delimiter),
    RETRACE_PYTHON: undefined
  };
  expect(runPython('print(1)', 60, variables)).toEqual({
    ok: true,
    value: '1\n'
  });
});

it('finds an interpreter that is named by a path from here', () => {
  const own = join(folder, 'own');
  // Like an interpreter it takes its program first: a pipe that nobody reads would be a failure.
  writeFileSync(own, '#!/bin/sh\nread program\necho "$@"\n');
  chmodSync(own, 0o755);
  expect(runPython('', 60, { RETRACE_PYTHON: './own' })).toEqual({
    ok: true,
    value: '-I -X utf8 -\n'
  });
});
