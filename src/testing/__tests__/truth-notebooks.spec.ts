// Notebooks in one text, and edits that are drawn without understanding.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assignedName,
  mechanicalEdits,
  renamed
} from '../truth/mechanical-edits';
import { parsePercent } from '../truth/percent';
import { seededRandom } from '../truth/schedules';
import { rSpelling } from '../truth/spelling';

describe('a notebook in one text', () => {
  it('has cells, edits, wanted failures and files', () => {
    const text = [
      '# A title',
      '# data: a.csv',
      '# %%',
      'x = 1',
      '',
      'y = 2',
      '',
      '# %% edit',
      'x = 2',
      '# %% raises',
      '1 / 0',
      ''
    ].join('\n');
    expect(parsePercent('n', text)).toEqual({
      name: 'n',
      data: ['a.csv'],
      cells: [
        { sources: ['x = 1\n\ny = 2', 'x = 2'], mayRaise: false },
        { sources: ['1 / 0'], mayRaise: true }
      ]
    });
  });

  it('may start with a cell', () => {
    expect(parsePercent('n', '# %%\nx').cells).toHaveLength(1);
  });

  it.each([
    ['# %% edit\nx', 'before the first cell'],
    ['# %% code\nx', 'no mark']
  ])('is refused when a mark is wrong: %j', (text, reason) => {
    expect(() => parsePercent('n', text)).toThrow(reason);
  });
});

describe('the notebooks of the bench', () => {
  const folder = join(__dirname, '../../../bench/truth/notebooks');
  const names = readdirSync(folder).filter(name => /\.(?:py|R)$/.test(name));

  it.each([
    ['Python', '.py', 25],
    ['R', '.R', 12]
  ])('of %s end in %s and are %d at least', (_, ending, least) => {
    const found = names.filter(name => name.endsWith(ending));
    expect(found.length).toBeGreaterThanOrEqual(least);
  });

  it.each(names)('%s has 8 to 16 cells, edits, and its files', name => {
    const text = readFileSync(join(folder, name), 'utf8');
    const { cells, data } = parsePercent(name, text);
    expect(cells.length).toBeGreaterThanOrEqual(8);
    expect(cells.length).toBeLessThanOrEqual(16);
    expect(cells.every(({ sources }) => sources[0].trim() !== '')).toBe(true);
    expect(data.every(file => existsSync(join(folder, file)))).toBe(true);
    const edited = cells.filter(({ sources }) => sources.length > 1);
    expect(edited).not.toHaveLength(0);
  });
});

describe('mechanical edits', () => {
  const edits = (source: string): string[] =>
    mechanicalEdits(source, 20, seededRandom(3));

  it('change one number, text, operator or name, or drop a line', () => {
    const source = 'n = 3\nt = "ab"\nprint(n + 2)';
    expect(edits(source)).toEqual(
      expect.arrayContaining([
        'n = 4\nt = "ab"\nprint(n + 2)',
        'n = 3\nt = "abz"\nprint(n + 2)',
        'n = 3\nt = "ab"\nprint(n - 2)',
        'n_2 = 3\nt = "ab"\nprint(n_2 + 2)',
        't = "ab"\nprint(n + 2)'
      ])
    );
  });

  it('never give the source itself, nor a blank cell', () => {
    for (const source of ['x', 'x = 1', '', '# 1 note']) {
      expect(edits(source)).not.toContain(source);
      expect(edits(source)).not.toContain('');
    }
  });

  it('leave magics, shell lines and numbers inside names alone', () => {
    expect(edits('%%bash\necho 1')).toEqual([]);
    expect(edits('!head -3 a.txt')).toEqual([]);
    expect(edits('x1.y2()')).toEqual([]);
  });

  it('keep a line that opens a block', () => {
    const source = 'for i in a:\n    f(i)';
    expect(edits(source).every(one => one.includes('for i in'))).toBe(true);
  });

  it('rename whole words that are no attributes', () => {
    expect(renamed('a = ab + x.a + a', 'a', 'b')).toBe('b = ab + x.a + b');
  });

  it('know arrows and dots of R, where dots are letters', () => {
    const source = 'my.n <- 3\nn = my.n + d$my.n';
    const random = seededRandom(1);
    const names = Array.from({ length: 20 }, () =>
      assignedName(source, random, rSpelling)
    );
    expect(new Set(names)).toEqual(new Set(['my.n', 'n']));
    expect(renamed(source, 'my.n', 'm', rSpelling)).toBe(
      'm <- 3\nn = m + d$my.n'
    );
    expect(renamed(source, 'n', 'm', rSpelling)).toBe(
      'my.n <- 3\nm = my.n + d$my.n'
    );
  });
});
