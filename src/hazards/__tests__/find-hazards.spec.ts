// Which causes become one finding, and how it names what it found.
import { analysePython } from '../../analysis';
import { forecast } from '../../lineage';
import { english } from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { describe as sentenceOf, findHazards, type Finding } from '..';

function findingsOf(notebook: RunBuilder): readonly Finding[] {
  return findHazards(forecast({ ...notebook.build(), analyse: analysePython }));
}

const wording = {
  translator: english,
  cellLabel: (cellId: string | null): string => `cell ${cellId ?? '?'}`
};

describe('findHazards', () => {
  it('tells of one place once, with all names that arrive from there', () => {
    const found = findingsOf(
      aNotebook()
        .cell('a', 'x = 1\ny = 2')
        .cell('b', 'print(x)')
        .cell('c', 'print(x, y)')
        .runAll()
        .delete('a')
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      names: ['x', 'y'],
      affected: ['b', 'c'],
      severity: 'fails'
    });
    expect(sentenceOf(found[0]!, wording)).toBe(
      'Uses “x” and “y” from a cell that was deleted; a fresh run has no “x” and “y”.'
    );
  });

  it('counts names beyond the third', () => {
    const [found] = findingsOf(
      aNotebook()
        .cell('a', 'p = q = r = s = t = 1')
        .cell('b', 'print(p, q, r, s, t)')
        .runAll()
        .delete('a')
    );
    expect(sentenceOf(found!, wording)).toContain(
      '“p”, “q”, “r” and 2 more names'
    );
  });

  it('keeps names that nobody binds apart', () => {
    const found = findingsOf(
      aNotebook()
        .cell('a', 'x = 1\ny = 2')
        .cell('b', 'print(x)')
        .cell('c', 'print(y)')
        .runAll()
        .edit('b', 'print(nowhere)')
        .edit('c', 'print(neither)')
    );
    const names = found
      .filter(({ rule }) => rule === 'undefined-name')
      .map(finding => finding.names);
    expect(names).toEqual([['nowhere'], ['neither']]);
  });

  it('an added import and a constant that changed leave the other names of their cell alone', () => {
    const found = findingsOf(
      aNotebook()
        .cell('a', 'import math\nSEED = 1')
        .cell('b', 'print(math.pi)')
        .cell('c', 'print(SEED)')
        .runAll()
        .run('a', 'import math\nimport json\nSEED = 2')
    );
    expect(found.map(finding => finding.affected)).toEqual([['c']]);
  });

  it('calls a change of value no failure, though the cell fails for another reason', () => {
    const found = findingsOf(
      aNotebook()
        .cell('a', 'x = 1')
        .cell('b', 'y = 2')
        .cell('c', 'print(x, y)')
        .runAll()
        .run('a', 'x = 3')
        .delete('b')
    );
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['deleted-definition', 'fails'],
      ['stale-input', 'differs']
    ]);
  });
});
