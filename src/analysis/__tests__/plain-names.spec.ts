// Names that Python takes for one although they are spelled with different letters.
import { analysePython } from '..';

const names = (source: string): readonly string[] => {
  const { bindings, references } = analysePython(source);
  return [...bindings, ...references].map(({ name }) => name);
};

it.each([
  ['\u03f5 = 1', ['\u03b5']],
  ['print(\u00b5)', ['\u03bc']],
  ['f"{\u03f5} \u03f5"', ['\u03b5']],
  ['import \u03f5s as \u210e', ['h']]
])('%j is called as in the namespace', (source, expected) => {
  expect(names(source)).toEqual(expected);
});

it('texts and comments stay as they are written', () => {
  const source = 'x = "\u03f5"  # \u03f5';
  expect(analysePython(source).normalised).toContain('"\u03f5"');
  expect(names(source)).toEqual(['x']);
});

it('places stay where they are', () => {
  const [read] = analysePython('a = "\u03f5" + \u03f5').references;
  expect(read?.range).toEqual({ from: 10, to: 11 });
});

it.each([
  ['\u{1d465} = 1', 'x'],
  ['e\u0301 = 1', '\u00e9'],
  ['\ufb01 = 1', '\ufb01']
])('a name gets shorter, but has no room to get longer: %j', (source, name) => {
  expect(names(source)).toEqual([name]);
});
