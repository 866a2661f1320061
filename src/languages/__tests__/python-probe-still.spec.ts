// Cells in which nothing runs but their own text are told the same as by all that the probe asks otherwise. Needs the venv.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ProbeReport } from '../../recording';
import {
  hasKernel,
  reportOf,
  scopeOfProbe,
  session,
  unhurried
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** Each with whether it is still. */
const cells: readonly (readonly [code: string, isStill: boolean])[] = [
  ['import random, math\nheld = [1]\nboth = held', false],
  ['x = 1', true],
  ['x = 1', true],
  ['x = x + 1.5', true],
  ['x', true],
  ['y = [x, 2]\nz = {"a": "text"}', true],
  ['y', false],
  ['name = "Ada"; is_new = True; nothing = None', true],
  ['seed = 42', true],
  ['seed', true],
  ['rate: float = 0.5', true],
  ['long = "a" * 3000', true],
  ['long = long + "b"', true],
  ['big = 3 ** 400', true],
  ['big', true],
  ['name + "."', true],
  ['[x, name]', true],
  ['def twice(n):\n    return 2 * n\nfour = twice(2)', true],
  ['twice(3)', false],
  ['for n in range(300):\n    x = n', true],
  ['x = 257\nx = 257 + x', true],
  ['del name', true],
  ['name', true],
  ['total = sum(n for n in range(5))\nprint(total)', true],
  ['1 / 0', true],
  ['x = 5\nraise ValueError(x)', true],
  ['x = ', true],
  ['path = "not-there.csv"\nprint(path)', true],
  ['math.floor(x)', false],
  ['random.random()', false],
  ['_', true],
  ['_ + 1', true],
  ['# only this', true],
  ['held.append(2)', false],
  ['await nobody', false],
  ['a = b = c = 7\na, b = b, a', true],
  ['é = 1; ǉ = "x"', true],
  ['lost = "\\ud800"', true],
  ['password = "hunter2"', true],
  ['run drawing.py', false],
  ['run = 1', false],
  ['run', true],
  ['µ = [1]\ndef ϵ(): return random.random()', false],
  ['µ += [2]', false],
  ['ϵ()', false]
];

const watched = `__import__('random').seed(1)\nscope = ${scopeOfProbe}\ntold = []\njudge = scope['is_still']\ndef ask(source, namespace):\n    found = judge(source, namespace)\n    told.append([source, found])\n    return found\nscope['is_still'] = ask`;
const asked = `__import__('random').seed(1)\nscope = ${scopeOfProbe}\nscope['is_still'] = lambda source, namespace: False\ntold = []`;

/** What a report tells of the cell, without when, how long, and in which kernel. */
function toldBy({ report, cellId, executionCount, isOk }: ProbeReport): object {
  return { ...report, cellId, executionCount, isOk, cost: null };
}

inKernel('a cell in which only its own text runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'still-'));
  writeFileSync(join(folder, 'drawing.py'), '__import__("random").random()');
  afterAll(() => rmSync(folder, { recursive: true }));

  const codes = cells.map(([code]) => code);
  const run = (prepared: string) =>
    session(
      [
        unhurried,
        { code: prepared, silent: true },
        ...codes,
        { code: 'import json; print(json.dumps(told))', silent: true }
      ],
      {},
      'python3',
      folder
    ).slice(2);
  const [quick = [], slow = []] = hasKernel ? [run(watched), run(asked)] : [];

  it.each(cells.map(([code], index) => [code, index] as const))(
    'is told the same: %j',
    (_, index) => {
      expect(toldBy(reportOf(quick[index]))).toEqual(
        toldBy(reportOf(slow[index]))
      );
    }
  );

  it('is none where it runs a file without a sign, or names a function in letters that stand for others', () => {
    const { streams } = reportOf(quick[codes.indexOf('run drawing.py')]).report;
    expect(Object.keys(streams ?? {})).toEqual(['random']);
    const drawn = reportOf(quick[codes.indexOf('ϵ()')]).report;
    expect(Object.keys(drawn.streams ?? {})).toEqual(['random']);
    const added = reportOf(quick[codes.indexOf('µ += [2]')]).report;
    expect(added.changed).toEqual(['μ']);
  });

  it('is known by its text and by the values of its names', () => {
    const texts = quick[cells.length]?.map(([, , content]) => content.text);
    const judged = texts?.find(text => typeof text === 'string') as string;
    expect(JSON.parse(judged)).toEqual(cells);
  });
});
