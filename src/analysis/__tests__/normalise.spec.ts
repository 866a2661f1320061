import { analysePython } from '..';

const text = (source: string): string => analysePython(source).normalised;

it.each([
  ['comments', 'x = 1  # one\n# two', 'x = 1'],
  ['blanks', 'x=f( 1,2 )', 'x = f(1, 2)'],
  ['blank lines', '\n\nx = 1\n\n\ny = 2\n', 'x = 1\ny = 2'],
  ['line ends', 'if x:\r\n  y = """a\r\nb"""\r\n', 'if x:\n  y = """a\nb"""'],
  ['the width of indentation', 'if x:\n  y', 'if x:\n        y'],
  ['tabs', 'if x:\n\ty', 'if x:\n        y'],
  ['lines broken in brackets', 'f(a,\n  b)', 'f(a, b)'],
  ['lines joined by a backslash', 'a = \\\n  b', 'a = b'],
  ['common indentation', '  x = 1\n  y = 2', 'x = 1\ny = 2'],
  ['prompts', '>>> x = 1', 'x = 1'],
  ['blanks after a magic', '%time x  \n', '%time x'],
  ['a byte order mark', '\ufeffx = 1', 'x = 1'],
  ['layout in fields of strings', 'f"{ a + b }"', 'f"{a+b}"']
])('does not count %s', (_, one, other) => {
  expect(text(one)).toBe(text(other));
});

it.each([
  ['depth of indentation', 'if x:\n  y\nz', 'if x:\n  y\n  z'],
  ['the contents of strings', '"a  b"', '"a b"'],
  ['text around fields', 'f"{a} b"', 'f"{a}b"'],
  ['hashes in strings', '"# a"', '"# b"'],
  ['magics', '%cd a', '%cd b'],
  ['the body of other languages', '%%bash\nls', '%%bash\npwd'],
  ['commands', '!ls a', '!ls b'],
  ['words that blanks separate', 'not x', 'notx']
])('counts %s', (_, one, other) => {
  expect(text(one)).not.toBe(text(other));
});

it('is empty for nothing but comments', () => {
  expect(text('# nothing\n\n')).toBe('');
});
