// A script through a formatter: which tool is taken, what is believed of its answer, and why nothing was formatted.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeTidied, tidyCode } from '..';

const venv = join(__dirname, '..', '..', '..', '.venv', 'bin', 'python');
const python = existsSync(venv) ? venv : 'python3';

const SCRIPT = '# %% cell 1\ndef f():\n    "Says."\nx = {"a":1}\nprint( x )\n';

let tools: string;

beforeEach(() => {
  tools = mkdtempSync(join(tmpdir(), 'retrace-tools-'));
});
afterEach(() => rmSync(tools, { recursive: true }));

/** A tool that is there under the name: tells its version, else does what the body says with the script. */
function tool(name: string, body: string): void {
  const text = `#!/bin/sh\n[ "$1" = --version ] && echo "${name} 1.2.3 (x)" && exit\n${body}\n`;
  writeFileSync(join(tools, name), text);
  chmodSync(join(tools, name), 0o755);
}

const asked = (): ReturnType<typeof decodeTidied> => {
  const { stdout } = spawnSync(python, ['-'], {
    input: tidyCode(SCRIPT),
    encoding: 'utf8',
    env: { PATH: tools }
  });
  return decodeTidied(stdout);
};

const SPACED = `/bin/sed -e 's/:1/: 1/; s/( x )/(x)/; s/Says./ Says. /'`;

test('ruff is taken before black, and gives the script another look alone, space in docstrings included', () => {
  tool('black', 'exit 1');
  tool('ruff', SPACED);
  expect(asked()).toEqual({
    kind: 'made',
    text: '# %% cell 1\ndef f():\n    " Says. "\nx = {"a": 1}\nprint(x)\n',
    tool: 'ruff 1.2.3'
  });
});

test.each<[string, () => void, string]>([
  ['nobody is there', () => undefined, 'neither ruff nor black is there'],
  [
    'it says no',
    () => tool('black', 'echo "cannot\nparse" >&2; exit 123'),
    'black could not format it: cannot parse'
  ],
  [
    'it would make other code of it',
    () => tool('ruff', `/bin/sed -e 's/:1/:2/'`),
    'ruff would change what the code does'
  ]
])('where %s, the reason is told', (_, prepare, why) => {
  prepare();
  expect(asked()).toEqual({ kind: 'none', why });
});

test('what is no answer is none', () => {
  expect(decodeTidied('Killed\n')).toEqual({
    kind: 'none',
    why: 'the program that formats did not finish'
  });
});
