// Counters and the like: functions that a function gives and that change what it bound.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const counter =
  'def make():\n    n = 0\n    def step():\n        nonlocal n\n        n += 1\n        return n\n    return step';
const averager =
  'def make():\n    series = []\n    def step():\n        series.append(1)\n        return len(series)\n    return step';
const cached =
  'def make():\n    kept = {}\n    def step(n=1):\n        if n not in kept:\n            kept[n] = n * n\n        return kept[n]\n    return step';
const tally =
  'def make():\n    kept = {}\n    def step(n=1):\n        kept[n] = kept.get(n, 0) + 1\n        return kept[n]\n    return step';
const plain =
  'def make():\n    def step():\n        out = []\n        out.append(1)\n        return out\n    return step';

/** What becomes of two calls that ran in this order and showed how often there was one. */
function called(definition: string, ...order: string[]): string[] {
  const notebook = aNotebook()
    .cell('a', definition)
    .cell('b', 'c = make()')
    .cell('c', 'c()')
    .cell('d', 'c()')
    .run('a')
    .run('b');
  order.forEach((id, at) =>
    notebook.run(id, null, {
      output: [plain, cached].includes(definition) ? '1' : `${at + 1}`
    })
  );
  return told(notebook).slice(2);
}

it.each([counter, averager, tally])(
  'calls count where they are kept: %s',
  kept => {
    expect(called(kept, 'c', 'd')).toEqual(['c same', 'd same']);
    const [c, d] = called(kept, 'c', 'd', 'c');
    expect(c).toMatch(/^c differs/);
    expect(d).toBe('d same');
  }
);

it.each([plain, cached])(
  'calls do not count that keep nothing, or what comes of them: %s',
  kept => {
    expect(called(kept, 'c', 'd', 'c')).toEqual(['c same', 'd same']);
  }
);
