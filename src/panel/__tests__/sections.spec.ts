// Parts of a page: what a search leaves, and what they are as text.
import {
  matchingSection,
  type Section,
  type SectionRow
} from '../sections/section';
import { sectionMarkdown, sectionText } from '../sections/text';

function section(...rows: readonly SectionRow[]): Section {
  return {
    id: 's',
    title: 'Packages',
    summary: '',
    head: ['Name', 'Version'],
    rows,
    empty: 'Nothing is installed.',
    unknown: ['Origin: nobody looked.']
  };
}

const numpy: SectionRow = { key: 'a', cells: ['numpy', '2.1'] };
const pandas: SectionRow = {
  key: 'b',
  cells: ['pandas', '2.2'],
  text: { label: 'Text', content: 'built from source' }
};

describe('search in a section', () => {
  it.each([
    ['', ['a', 'b'], 1],
    ['NUMPY', ['a'], 0],
    ['packages', ['a', 'b'], 0],
    ['2. pa', ['a', 'b'], 0],
    ['built', ['b'], 0],
    ['origin', [], 1]
  ])('“%s” leaves rows %j and %i sentences', (query, keys, sentences) => {
    const found = matchingSection(section(numpy, pandas), query);
    expect(found?.rows.map(({ key }) => key)).toEqual(keys);
    expect(found?.unknown).toHaveLength(sentences);
  });

  it('leaves nothing of a section without a match', () => {
    expect(matchingSection(section(numpy), 'torch')).toBeNull();
  });
});

describe('a section as text', () => {
  it('has a line a row, columns set apart by tabs', () => {
    expect(sectionText(section({ key: 'a', cells: ['a\nb', 'c'] }))).toBe(
      'Packages\nName\tVersion\na b\tc\nOrigin: nobody looked.'
    );
  });

  it('says what stands in place of rows', () => {
    expect(sectionText(section())).toContain('Nothing is installed.');
    expect(sectionMarkdown(section())).toContain('Nothing is installed.');
  });

  it('makes a table of Markdown in which nothing of a cell is markup', () => {
    const hostile = '<b>|*x*_y_`z`[l](u)\\';
    const text = sectionMarkdown(section({ key: 'a', cells: [hostile, '1'] }));
    expect(text.split('\n')).toEqual([
      '## Packages',
      '',
      '| Name | Version |',
      '| --- | --- |',
      '| \\<b\\>\\|\\*x\\*\\_y\\_\\`z\\`\\[l\\](u)\\\\ | 1 |',
      '',
      '- Origin: nobody looked.'
    ]);
  });
});
