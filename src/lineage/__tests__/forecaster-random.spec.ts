// After any acts on any notebook, a forecaster that remembers says what one says that starts afresh.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { seededRandom } from '../../testing/truth/schedules';
import { createForecaster, forecast } from '..';

const SOURCES = [
  'import random as rnd',
  'rnd.seed(1)',
  'print(rnd.random())',
  'from random import *',
  'choice([1, 2])',
  'x = 1',
  'x = 2',
  'x += 1',
  'del x',
  'z = [x]',
  'w = z\nw.append(1)',
  'print(z)',
  'it = iter(z)',
  'next(it)',
  'for i in z:\n  pass',
  'print(i)',
  'def f(q):\n  return q + x',
  'def f(q):\n  return q - x',
  'h = f\nh(1)',
  'class A:\n  def go(self):\n    return f(1)',
  'o = A()',
  'o.go()',
  'import functools\n@functools.lru_cache\ndef m(q):\n  return q + x',
  'm(1)',
  'open("a.txt", "w").write(str(x))',
  'print(open("a.txt").read())',
  '%precision 3',
  'missing',
  'exec("x = 3")'
];
const ACTS = 20;

it.each([1, 2, 3, 4, 5, 6, 7, 8])('with seed %i', seed => {
  const random = seededRandom(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const source = (): string => SOURCES[below(SOURCES.length)] ?? '';
  const ids = Array.from({ length: 10 }, (_, place) => `c${place}`);
  const one = (): string => ids[below(ids.length)] ?? '';
  const notebook = aNotebook();
  ids.forEach(id => notebook.cell(id, source()));
  notebook.runAll();
  const acts = [
    () => notebook.edit(one(), source()),
    () => notebook.edit(one(), source()),
    () => notebook.move(one(), below(ids.length)),
    () => notebook.run(one(), null, { output: `${below(3)}` }),
    () => notebook.fails(one()),
    () => notebook.restart()
  ];
  const forecaster = createForecaster();
  for (let done = 0; done < ACTS; done += 1) {
    acts[below(acts.length)]?.();
    const input = { ...notebook.build(), analyse: analysePython };
    const kept = forecaster.forecast(input);
    const afresh = forecast(input);
    expect(kept.cells).toEqual(afresh.cells);
    expect(kept.graph()).toEqual(afresh.graph());
  }
});
