// What slices keep for code that reads names or results which its source does not tell.
import { dryRuns } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import type { ScriptPlan } from '..';
import { sliceOfLast } from './slices';

/** The plan for the last of the sources, of which each ran once. */
function planned(sources: readonly string[], results = 0): ScriptPlan {
  let notebook = aNotebook();
  sources.forEach((source, index) => {
    notebook = notebook.cell(`c${index}`, source);
  });
  sources.forEach((_, index) => {
    const isShown = index < results || index === sources.length - 1;
    notebook = notebook.run(`c${index}`, null, isShown ? { output: '1' } : {});
  });
  return sliceOfLast(notebook, dryRuns);
}

/** How many steps the plan has, and whether it says that not all is known. */
function told(plan: ScriptPlan): [number, boolean] {
  const isOpen = plan.warnings.some(({ kind }) => kind === 'partial-analysis');
  return [plan.steps.length, isOpen];
}

describe('a slice of code that reads names unseen', () => {
  it.each([
    ['a text that is made up', ['e = "x" + "+y"', 'r = eval(e)', 'print(r)']],
    ['a text in the same cell', ['s = "x"; print(eval(s + "+1"))']],
    ['the namespace as a mapping', ['print("{x}".format_map(globals()))']],
    ['the namespace taken apart', ['print("{x}".format(**globals()))']],
    ['the namespace gone through', ['print([k for k in globals()])']],
    ['the names listed', ['print(dir())']],
    ['the names alone', ['print("x" in list(vars()))']],
    [
      'a function that evaluates',
      ['def f(t): return eval(t)', 't = "x" + "+y"', 'print(f(t))']
    ]
  ])('keeps what may be read and says so: %s', (_, readers) => {
    const sources = ['x = 1', 'y = 2', ...readers];
    expect(told(planned(sources))).toEqual([sources.length, true]);
  });
});

describe('a slice of code that reads by counts', () => {
  it.each(['Out[2]', '_2', '__', 'In[1]', '_i'])(
    'keeps all that was counted and says so: %s',
    name => {
      const sources = ['0', '1 + 1', `print(${name})`];
      expect(told(planned(sources, 2))).toEqual([3, true]);
    }
  );

  it.each([
    ['through it', ['[1]', '_.append(2)', 'print(_)']],
    ['under another name', ['[1]', 'a = _', 'a.append(2)', 'print(_)']],
    ['where a name holds it', ['x = [1]\nx', 'x.append(2)', 'print(_)']]
  ])('keeps what changed the last result %s', (_, sources) => {
    expect(told(planned(sources, 1))).toEqual([sources.length, true]);
  });

  it('keeps the last result alone', () => {
    expect(told(planned(['0', '1 + 1', 'print(_)'], 2))).toEqual([2, false]);
  });
});
