// An environment built anew: what is asked for, what is understood of the answers, and a real kernel behind a relay.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import type { Environment, Package } from '../../model';
import {
  buildCode,
  cleanPlan,
  decodeBuilt,
  decodeRelayed,
  relayCode,
  relayedRun
} from '..';

const python = join(__dirname, '..', '..', '..', '.venv', 'bin', 'python');

const environmentOf = (packages: readonly Package[]): Environment =>
  ({ languageVersion: '3.11.7', packages }) as unknown as Environment;

test('what others can get, and is a valid requirement, is asked for', () => {
  const origin = (
    kind: 'index' | 'vcs' | 'conda' | 'local' | 'archive',
    url = ''
  ) => ({ kind, url, revision: 'abcdef012345' });
  const plan = cleanPlan(
    environmentOf([
      { name: 'numpy', version: '1.26.4' },
      {
        name: 'ours',
        version: '0.1',
        origin: origin('vcs', 'https://example.org/ours.git')
      },
      {
        name: 'wheel-of',
        version: '2',
        origin: origin('archive', 'https://example.org/wheel_of-2.whl')
      },
      {
        name: 'sly',
        version: '1',
        origin: origin('vcs', 'ext::sh -c id')
      },
      { name: 'mine', version: '0.1', origin: origin('local') },
      { name: 'jupyterlab-retrace', version: '0.1', origin: origin('local') },
      { name: 'mkl', version: '2024.1', origin: origin('conda') },
      { name: '-r', version: '1' },
      { name: 'evil', version: '1; print(1)' },
      { name: 'a b', version: '1' }
    ])
  );
  expect(plan).toEqual({
    pins: [
      'mkl==2024.1',
      'numpy==1.26.4',
      'ours @ git+https://example.org/ours.git@abcdef012345',
      'wheel-of @ https://example.org/wheel_of-2.whl'
    ],
    series: '3.11',
    leftOut: ['-r', 'a b', 'evil', 'mine', 'sly']
  });
});

test.each([
  ['Collecting numpy', null],
  ['{"retrace": {"failed": "no room"}}', 'no room'],
  ['{"retrace": {}}', 'It is not known where the environment was built.']
])('of the lines of a build, %s', (line, expected) => {
  const told = decodeBuilt(line);
  expect(told && !told.ok ? told.reason : told).toBe(expected);
});

test('a build tells its interpreter and what could not be had', () => {
  const told = decodeBuilt(
    JSON.stringify({
      retrace: {
        python: '/cache/bin/python',
        label: ['CPython', '3.11.7', 3],
        missing: [['gone==1', 'No matching distribution']]
      }
    })
  );
  expect(told).toEqual({
    ok: true,
    value: {
      python: '/cache/bin/python',
      label: { implementation: 'CPython', version: '3.11.7', packages: 3 },
      missing: [{ pin: 'gone==1', why: 'No matching distribution' }]
    }
  });
});

test('a build that cannot begin says why in its last line', () => {
  const ran = spawnSync(
    python,
    ['-c', buildCode({ pins: [], series: '3.11' })],
    // A cache that is a file cannot hold folders.
    { encoding: 'utf8', env: { PATH: '', XDG_CACHE_HOME: __filename } }
  );
  const last = decodeBuilt(ran.stdout.trim().split('\n').pop() ?? '');
  expect(last?.ok).toBe(false);
});

test('a kernel of another interpreter runs code, and what it says is passed on', () => {
  const code = [
    relayCode(python),
    relayedRun('x = 6 * 7', true),
    relayedRun('print("é", x)\nx', false),
    relayedRun('1 / 0', false)
  ].join('\n');
  const ran = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  const told = ran.stdout
    .split('\n')
    .flatMap(line => decodeRelayed(line) ?? []);
  expect(told[0]).toEqual({ kind: 'started' });
  const replies = told.flatMap(each =>
    each.kind === 'reply' ? [(each.content as { status: string }).status] : []
  );
  expect(replies).toEqual(['ok', 'ok', 'error']);
  const shown = told.flatMap(each =>
    each.kind === 'message' && each.type !== 'execute_input'
      ? [[each.type, JSON.stringify(each.content)]]
      : []
  );
  expect(shown.map(([type]) => type)).toEqual([
    'stream',
    'execute_result',
    'error'
  ]);
  expect(shown[0]?.[1]).toContain('é 42');
  expect(shown[2]?.[1]).toContain('ZeroDivisionError');
});

test('an interpreter that is not there is told of', () => {
  const ran = spawnSync(python, ['-c', relayCode('/nowhere/python')], {
    encoding: 'utf8'
  });
  const [told] = ran.stdout
    .split('\n')
    .flatMap(line => decodeRelayed(line) ?? []);
  expect(told?.kind).toBe('failed');
});
