// A diff shows what changed, with numbers, and folds what did not.
import { lineDiff } from '../execution/line-diff';

function shown(before: string, after: string): readonly string[] {
  const diff = lineDiff(before, after);
  return diff.kind === 'lines'
    ? diff.lines.map(line =>
        line.kind === 'fold'
          ? `… ${line.count}`
          : `${line.kind} ${line.beforeNumber ?? '-'} ${line.afterNumber ?? '-'} ${line.text}`
      )
    : [diff.kind];
}

it('shows removed before added, and numbers both sides', () => {
  expect(shown('a\nb\nc', 'a\nB\nc\nd')).toEqual([
    'same 1 1 a',
    'removed 2 - b',
    'added - 2 B',
    'same 3 3 c',
    'added - 4 d'
  ]);
});

it('folds long equal stretches and keeps three lines around a change', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const changed = [...lines.slice(0, 10), 'new', ...lines.slice(11)];
  const diff = shown(lines.join('\n'), changed.join('\n'));
  expect(diff[0]).toBe('… 7');
  expect(diff.at(-1)).toBe('… 6');
  expect(diff).toHaveLength(10);
});

it.each([
  ['', ''],
  ['a', 'a'],
  ['a\r\nb', 'a\nb'],
  ['a\rb', 'a\nb'],
  ['a\n', 'a']
])('calls %j and %j equal', (before, after) => {
  expect(lineDiff(before, after)).toEqual({ kind: 'equal' });
});

it('gives both texts back from its lines', () => {
  const [before, after] = ['x\n\ny\n  z', '\nx\ny\n z\n\nw'];
  const diff = lineDiff(before, after);
  const lines = diff.kind === 'lines' ? diff.lines : [];
  const side = (left: string): string =>
    lines
      .flatMap(line =>
        line.kind !== 'fold' && [left, 'same'].includes(line.kind)
          ? [line.text]
          : []
      )
      .join('\n');
  expect([side('removed'), side('added')]).toEqual([before, after]);
});

it('gives up on texts that are too large or share too little', () => {
  const large = 'x\n'.repeat(250_000);
  expect(lineDiff(large, 'y')).toEqual({ kind: 'too-different' });
  const lines = (word: string): string =>
    Array.from({ length: 3000 }, (_, index) => word + index).join('\n');
  expect(lineDiff(lines('a'), lines('b'))).toEqual({ kind: 'too-different' });
});
