// Whether Python shows warnings, and how SymPy shows formulas: by what was set before.
import type { OutputTells } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

type Outcome = { readonly output: string; readonly tells: OutputTells };

/** The last cell's verdict: it ran first after the import, and what sets stands above it, or the other way round. */
function after(
  setting: string,
  cell: string,
  outcome: Partial<Outcome>
): string {
  const notebook = aNotebook()
    .cell('i', 'import warnings\nimport sympy as sp')
    .cell('s', setting)
    .cell('z', cell)
    .run('i')
    .run('z', null, { output: '1', report: { types: {} }, ...outcome })
    .run('s');
  return told(notebook)[2] ?? '';
}

const warning = { tells: { warns: true } } as const;
const formula = { tells: { showsFormulas: true } } as const;
const printed = {};

describe('a warning', () => {
  it.each([
    'warnings.filterwarnings("ignore")',
    "warnings.simplefilter('ignore')"
  ])('is gone below %s', setting => {
    expect(after(setting, 'print(1)', warning)).toMatch('z differs');
  });

  it.each([
    'warnings.filterwarnings("ignore", category=DeprecationWarning)',
    'warnings.filterwarnings("ignore", "deprecated")',
    'warnings.filterwarnings("default")',
    'with warnings.catch_warnings():\n    warnings.simplefilter("ignore")'
  ])('stays below %s', setting => {
    expect(after(setting, 'print(1)', warning)).toBe('z same');
  });

  it('counts where one is shown', () => {
    const setting = 'warnings.filterwarnings("ignore")';
    expect(after(setting, 'print(1)', printed)).toBe('z same');
  });
});

describe('a formula', () => {
  it('is shown as SymPy was told before', () => {
    const setting = 'sp.init_printing()';
    expect(after(setting, '1 + 1', formula)).toMatch('z differs');
    expect(after(setting, 'print(1)', printed)).toBe('z same');
    expect(after('x = 1', '1 + 1', formula)).toBe('z same');
  });
});
