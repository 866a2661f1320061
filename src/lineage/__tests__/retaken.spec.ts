import { analysePython } from '../../analysis';
import type { PresentCell } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { Simulator } from '../documents';
import { Knowledge } from '../knowledge';
import { preparing } from '../preparing';
import { finish } from '../task';
import type { Step } from '../version';

/** Simulates one document after the other; gives the steps by cell. */
function simulator(): (sources: Record<string, string>) => Map<string, Step> {
  const simulating = new Simulator(new Knowledge(), preparing(analysePython));
  return sources => {
    const notebook = aNotebook();
    Object.entries(sources).forEach(([id, source]) =>
      notebook.cell(id, source)
    );
    const document: readonly PresentCell[] = notebook
      .build()
      .document.map(cell => ({ ...cell, executionCount: 1 }));
    const cells = finish(simulating.simulate(document));
    return new Map(cells.map(({ cell, step }) => [cell.cellId, step]));
  };
}

/** Which cells have the very steps that they had before an edit. */
function kept(
  before: Record<string, string>,
  edit: Record<string, string>
): readonly string[] {
  const simulate = simulator();
  const steps = simulate(before);
  return [...simulate({ ...before, ...edit })]
    .filter(([id, step]) => steps.get(id) === step)
    .map(([id]) => id);
}

describe('steps that are taken over below an edit', () => {
  const chain = { a: 'x = 1', b: 'y = 2', c: 'z = y + 1', d: 'print(x)' };

  it('are those that nothing of it reaches', () => {
    expect(kept(chain, { a: 'x = 3' })).toEqual(['b', 'c']);
  });

  it('are not those behind other code', () => {
    const cells = {
      a: 'x = 1',
      b: 'def f():\n    return y',
      c: 'y = 2',
      d: 'f()'
    };
    expect(kept(cells, { a: 'x = 3' })).toEqual(['b', 'c', 'd']);
    expect(kept(cells, { c: 'y = 3' })).toEqual(['a', 'b']);
    expect(kept(cells, { b: 'def f():\n    return 1' })).toEqual(['a']);
  });

  it('are none where values may have two names', () => {
    const cells = { a: 'q = 0', b: 'x = []', c: 'y = x', d: 'z = 1' };
    expect(kept(cells, { a: 'q = 1' })).toEqual(['b']);
  });

  it('are none that read state outside of the namespace', () => {
    const cells = {
      a: 'q = 0',
      s: 'import random\nrandom.seed(1)',
      b: 'x = random.random()'
    };
    expect(kept(cells, { a: 'q = 1' })).toEqual([]);
  });
});
