// The check program beside the app's own comparison: it lets the same pass, and nothing that the app does not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import {
  compareOutput,
  USUAL_TOLERANCE,
  type CompareContext
} from '../../compare';
import type { Output } from '../../model';
import { DIFFERENT_TEXTS, EQUAL_TEXTS } from '../../testing/text-pairs';
import { checkProgram } from '../bundle/check/program';

const VENV = resolve(
  '.venv',
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python'
);
const PYTHON = existsSync(VENV) ? VENV : 'python3';
const withPython = spawnSync(PYTHON, ['-c', '']).status === 0 ? it : it.skip;

const CONTEXT: CompareContext = {
  tolerance: USUAL_TOLERANCE,
  ranAt: { a: '2026-03-01T10:00:00Z', b: '2026-11-26T20:45:00Z' }
};

type Pair = readonly [a: string, b: string];

/** What the program says of each pair: `[verdict, reason]`. */
function checked(
  pairs: readonly Pair[],
  { ranAt }: Pick<CompareContext, 'ranAt'> = CONTEXT
): readonly (readonly [string, string])[] {
  const ask = `
globals_ = {'__name__': 'check', '__file__': 'check.py'}
import json, sys
asked = json.load(sys.stdin)
exec(compile(asked['program'], 'check.py', 'exec'), globals_)
times = [globals_['seconds_of'](time) for time in asked['times']]
context = globals_['Context'](1e-9, *times)
print(json.dumps([globals_['compare_text'](a, b, context) for a, b in asked['pairs']]))
`;
  const { stderr, stdout } = spawnSync(PYTHON, ['-c', ask], {
    input: JSON.stringify({
      program: checkProgram,
      pairs,
      times: [ranAt.a, ranAt.b]
    }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as [string, string][];
}

const stream = (text: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

const verdictOf = ([a, b]: Pair, context = CONTEXT): string =>
  compareOutput(stream(a), stream(b), context).kind;

withPython(
  'what is equal by a rule of the app is equal by the same one',
  () => {
    const pairs = EQUAL_TEXTS.map(([, a, b]): Pair => [
      a,
      // The copy that this program makes has a name of its own.
      b.replace(/retrace-replay-x1/, 'retrace-check-x1/work')
    ]);
    const told = checked(pairs);
    expect(pairs.map((pair, index) => [pair, told[index]?.[0]])).toEqual(
      pairs.map(pair => [pair, 'equivalent'])
    );
    const other = { a: CONTEXT.ranAt.b, b: CONTEXT.ranAt.a };
    const swapped = checked(
      pairs.map(([a, b]) => [b, a]),
      { ranAt: other }
    );
    expect(swapped.every(([verdict]) => verdict === 'equivalent')).toBe(true);
  }
);

withPython('what is different in the app is different', () => {
  expect(checked(DIFFERENT_TEXTS).map(([verdict]) => verdict)).toEqual(
    DIFFERENT_TEXTS.map(() => 'different')
  );
});

withPython(
  'a date without the time of the recorded run has to be older',
  () => {
    const ranAt = { a: null, b: CONTEXT.ranAt.b };
    const pairs: Pair[] = [
      ['2019-03-01', '2026-11-26'],
      ['2027-03-01', '2026-11-26'],
      ['1815-12-10', '2026-11-26'],
      ['10:00:00', '20:45:00']
    ];
    expect(checked(pairs, { ranAt }).map(([verdict]) => verdict)).toEqual(
      pairs.map(pair => verdictOf(pair, { ...CONTEXT, ranAt }))
    );
  }
);

/** Texts that are nearly another one: digits, blanks, items and ends changed, texts put together. */
function variants(count: number): Pair[] {
  const texts = [
    ...EQUAL_TEXTS.map(([, a, b]): Pair => [a, b]),
    ...DIFFERENT_TEXTS
  ];
  let seed = 7;
  const below = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
  const pick = (): Pair => texts[below(texts.length)] ?? ['', ''];
  const changed = (text: string): string => {
    const at = below(text.length + 1);
    const digit = String(below(10));
    const changes = [
      () => text.slice(0, at) + text.slice(at + 1),
      () => text.slice(0, at) + digit + text.slice(at + 1),
      () => text.slice(0, at) + digit + text.slice(at),
      () => `${text.slice(0, at)} ${text.slice(at)}`,
      () => text.replace(/, /, ','),
      () => text.replace(/(\w+)(, )(\w+)/, '$3$2$1'),
      () => `${text}\n`,
      () => text.replace(/[{}]/g, brace => (brace === '{' ? '[' : ']')),
      () => text.replace(/[a-z]+/, word => word.toUpperCase())
    ];
    return changes[below(changes.length)]?.() ?? text;
  };
  return Array.from({ length: count }, (): Pair => {
    const [a, b] = pick();
    const [c, d] = pick();
    const join = ['\n', ' ', ', ', '{'][below(4)] ?? '';
    const pairs: Pair[] = [
      [a, changed(b)],
      [a, changed(a)],
      [a + join + c, b + join + d],
      [a + join + c, b + join + changed(d)],
      [a, c]
    ];
    return pairs[below(pairs.length)] ?? [a, b];
  });
}

withPython(
  'on texts that are nearly alike it is never kinder than the app',
  () => {
    const pairs = variants(4000);
    const told = checked(pairs);
    const kinder = pairs.filter(
      (pair, index) =>
        verdictOf(pair) === 'different' && told[index]?.[0] !== 'different'
    );
    expect(kinder).toEqual([]);
    const stricter = pairs.filter(
      (pair, index) =>
        verdictOf(pair) !== 'different' && told[index]?.[0] === 'different'
    );
    // Where a text has been in a replay's copy it cannot agree: its own copy has another name.
    expect(
      stricter.filter(pair => !/retrace-replay/.test(pair.join('')))
    ).toEqual([]);
  }
);
