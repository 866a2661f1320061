// Cells that set something outside of the namespace and show nothing: what they set shows elsewhere.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** What becomes of a setting, and of what it shows in, once the value that it takes is another one. */
function set(source: string, show: string): string[] {
  const notebook = aNotebook()
    .cell(
      'i',
      'import os, sys, warnings\nsizes = [4, 5]\nimport pandas as pd\nimport matplotlib.pyplot as plt'
    )
    .cell('k', 'k = 3')
    .cell('s', source)
    .cell('u', show)
    .cell('l', 'k = 9')
    .runs('i', 'k', 's')
    .run('u', null, { output: 'shown' })
    .runs('l', 's')
    .run('u', null, { output: 'other' });
  return told(notebook).slice(2, 4);
}

it.each([
  ['plt.rcParams["font.size"] = k', 'plt.plot([1, 2])'],
  ['pd.set_option("display.max_rows", k)', 'pd.DataFrame({"a": range(20)})'],
  ['os.environ["K"] = str(k)', 'print(os.environ["K"])'],
  ['os.environ["K"] = "raise " + str(k)', 'print(os.environ["K"])'],
  ['os.environ["K"] = f"{k / 2}"', 'print(os.environ["K"])'],
  ['plt.rcParams["figure.figsize"] = (2 * k, sizes[0])', 'plt.plot([1, 2])']
])('are quiet, and what shows by them is not: %j', (source, show) => {
  const [setting, shown] = set(source, show);
  expect(setting).toBe('s same');
  expect(shown).not.toBe('u same');
});

it.each([
  'plt.rcParams["font.size"] = k\nassert k > 3',
  'if k < 5:\n    list(map(print, [k]))\nplt.rcParams["font.size"] = k',
  'if k < 5:\n    print(k)\nplt.rcParams["font.size"] = k',
  'plt.rcParams["font.size"] = k\nsize = k',
  'plt.rcParams["font.size"] = k\nif k < 5:\n    sys.stdout.write("x")',
  'plt.rcParams["font.size"] = k\nif k < 5:\n    warnings.warn("x")',
  'plt.rcParams["font.size"] = k\nk < 5 and plt.plot([1])',
  'plt.rcParams["font.size"] = sizes[k]',
  'plt.rcParams["font.size"] = 1 / k',
  'plt.rcParams["font.size"] = k\n!echo $k',
  'pd.set_option("display.max_rows", k)\nk if k < 5 else None'
])('are not quiet where they may show or leave more: %j', source => {
  expect(set(source, 'plt.plot([1, 2])')[0]).toMatch(/^s differs/);
});

describe('a folder to which a cell goes', () => {
  const go = (source: string): string[] => {
    const notebook = aNotebook()
      .cell('i', 'import os')
      .cell('g', source)
      .cell('u', 'print(os.getcwd())')
      .runs('i', 'g', 'g')
      .run('u', null, { output: '/data' });
    return told(notebook).slice(1);
  };

  it.each(['os.chdir("/data")', '%cd /data', '%cd ~/data'])(
    'is the same however often it goes there: %j',
    source => {
      expect(go(source)).toEqual(['g same', 'u same']);
    }
  );

  it.each(['os.chdir("data")', '%cd ..', 'os.chdir(os.path.join("/", "a"))'])(
    'may be another one each time: %j',
    source => {
      expect(go(source)[1]).toBe('u differs repeated');
    }
  );
});
