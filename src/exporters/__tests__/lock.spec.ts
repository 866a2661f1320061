// A lock of the packages: which tool is asked, what is believed of its answer, and why there is none.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment, Package } from '../../model';
import { recordFor } from '../../testing/export-record';
import { planOf } from '../../testing/plans';
import { bundleEntries, decodeLock, lockCode } from '..';

const venv = join(__dirname, '..', '..', '..', '.venv', 'bin', 'python');
const python = existsSync(venv) ? venv : 'python3';

const environmentOf = (packages: readonly Package[]): Environment => ({
  schemaVersion: 1,
  environmentId: 'e' as never,
  language: 'python',
  languageVersion: '3.11.7',
  implementation: 'CPython',
  platform: 'Linux-x86_64',
  packages,
  modules: {}
});

const numpy = environmentOf([
  { name: 'numpy', version: '2.1.0' },
  { name: 'jupyterlab-retrace', version: '0.1.0' },
  { name: 'evil', version: '1\n-e /etc' }
]);

/** With what would have to be fetched and built. */
const built = environmentOf([
  ...numpy.packages,
  {
    name: 'mine',
    version: '1.0',
    origin: {
      kind: 'vcs',
      url: 'https://example.org/mine.git',
      revision: 'abcdef0123'
    }
  }
]);

const LOCK = [
  'lock-version = "1.0"',
  'created-by = "uv"',
  '[[packages]]',
  'name = "numpy"',
  'wheels = [{ url = "https://index.example.org/numpy.whl", hashes = { sha256 = "00" } }]',
  ''
].join('\n');

describe('the program that asks', () => {
  let tools: string;

  beforeEach(() => {
    tools = mkdtempSync(join(tmpdir(), 'retrace-tools-'));
  });
  afterEach(() => rmSync(tools, { recursive: true }));

  /** A tool that is there under the name, with a body for a shell. */
  const tool = (name: string, body: string): void => {
    writeFileSync(join(tools, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(tools, name), 0o755);
  };
  const asked = (environment = numpy): ReturnType<typeof decodeLock> => {
    const { stdout } = spawnSync(python, ['-'], {
      input: lockCode(environment),
      encoding: 'utf8',
      env: { PATH: tools }
    });
    return decodeLock(stdout);
  };

  it('gives uv the valid pins and the Python of the run, and takes what it writes', () => {
    tool(
      'uv',
      `[ "$1" = --version ] && echo "uv 0.9.2 (abc 2026-01-01)" && exit
/bin/cp requirements.txt ${tools}/asked.txt
echo "$@" > ${tools}/options.txt
echo "$GIT_TERMINAL_PROMPT $GIT_SSH_COMMAND" > ${tools}/asking.txt
printf '%s' '${LOCK}' > pylock.toml`
    );
    expect(asked(built)).toEqual({
      kind: 'made',
      text: LOCK,
      tool: 'uv 0.9.2'
    });
    const told = (name: string): string =>
      readFileSync(join(tools, name), 'utf8');
    expect(told('asked.txt')).toBe('numpy==2.1.0\n');
    expect(told('options.txt')).toMatch(/--python-version 3\.11\.7 /);
    expect(told('options.txt')).toMatch(/--no-deps --no-build /);
    expect(told('asking.txt')).toBe('0 ssh -o BatchMode=yes\n');
  });

  it('says in the words of uv why there is none', () => {
    tool(
      'uv',
      `[ "$1" = --version ] && echo "uv 0.9.2" && exit
echo "error: No solution found" >&2
echo "  cause: numpy was not found in https://me:pass@index.example.org" >&2
exit 1`
    );
    expect(asked()).toEqual({
      kind: 'none',
      why: 'uv 0.9.2 could not lock the packages: error: No solution found cause: numpy was not found in https://index.example.org'
    });
  });

  it('says so where the environment has no package that an index has', () => {
    expect(asked(environmentOf([]))).toMatchObject({
      why: expect.stringMatching(/no package is known/)
    });
  });

  it('says so where no tool can lock', () => {
    const other = { ...numpy, languageVersion: '3.4.1' };
    expect(asked(other)).toMatchObject({
      kind: 'none',
      why: expect.stringMatching(/neither uv nor a pip|pip locks for the/)
    });
  });
});

test.each([
  ['nothing', '', /did not finish/],
  ['other words', 'Traceback\nKeyError', /did not finish/],
  ['an answer of another kind', '{"retrace_lock": {"text": 3}}', /not finish/],
  [
    'files of the machine',
    JSON.stringify({
      retrace_lock: {
        text: `${LOCK}wheels = [{ path = "../wheels/numpy.whl" }]\n`
      }
    }),
    /files of the machine/
  ],
  [
    'a file address',
    JSON.stringify({
      retrace_lock: { text: `${LOCK}[packages.sdist]\nurl = "file:///a"\n` }
    }),
    /files of the machine/
  ],
  [
    'an index in a folder',
    JSON.stringify({
      retrace_lock: { text: `${LOCK}index = "file:///wheels"\n` }
    }),
    /files of the machine/
  ]
])('%s is no lock', (_, printed, why) => {
  expect(decodeLock(printed)).toMatchObject({
    kind: 'none',
    why: expect.stringMatching(why)
  });
});

test('what opens an index does not go along', () => {
  const text = `${LOCK}url = "https://me:pass@index.example.org/a.whl?token=pass#sha256=00"\n[packages.vcs]\nurl = "ssh://git@example.org/r"\n`;
  const lock = decodeLock(
    JSON.stringify({ retrace_lock: { text, tool: 'pip 26.0' } })
  );
  expect(lock).toMatchObject({ kind: 'made', tool: 'pip 26.0' });
  expect(JSON.stringify(lock)).not.toContain('pass');
  expect(JSON.stringify(lock)).toContain('git@example.org');
});

describe('a bundle', () => {
  const plan = planOf(['print(1)'], { environment: numpy });
  const readme = (changes: Parameters<typeof recordFor>[2]): string => {
    const entries = bundleEntries(plan, recordFor(plan, {}, changes));
    const paths = entries.map(({ path }) => path);
    const isThere = changes?.lock?.kind === 'made';
    expect(paths.includes('pylock.toml')).toBe(isThere);
    return String(entries.find(({ path }) => path === 'README.md')?.content);
  };

  it('has the lock, and its README says who made it', () => {
    const lock = { kind: 'made', text: LOCK, tool: 'uv 0.9.2' } as const;
    expect(readme({ lock })).toMatch(/uv 0\.9\.2 made it for CPython 3\.11\.7/);
  });

  it('names what the lock leaves out', () => {
    const lock = { kind: 'made', text: LOCK, tool: 'uv 0.9.2' } as const;
    const other = planOf(['print(1)'], { environment: built });
    const entries = bundleEntries(other, recordFor(other, {}, { lock }));
    expect(
      String(entries.find(({ path }) => path === 'README.md')?.content)
    ).toMatch(/Not in it, .* built: mine\./);
  });

  it('says why there is none', () => {
    const lock = { kind: 'none', why: 'uv did *not* answer' } as const;
    expect(readme({ lock })).toContain(
      'There is no `pylock.toml`: uv did \\*not\\* answer. `uv pip compile'
    );
    expect(readme({})).toContain('no tool was asked');
  });
});
