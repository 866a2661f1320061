// Holds what is worked out of regular expressions in thought against what Python finds.
import { ask, held } from '../../testing/python-answers';

const PATTERNS = [
  'phone',
  '\\d+',
  '[^\\d]+',
  '(\\d{3})-(\\d{3})-(\\d{4})',
  '(?P<year>\\d{4})-(?P<month>\\d\\d)',
  '\\b\\w+@\\w+\\.com\\b',
  '^The|end$',
  'a.c',
  's[sd]+',
  '[A-Z][a-z]*',
  '(ab)+',
  '(a|b)c?',
  'x*',
  '[^!.? ]+',
  'test[sd]{2,5}',
  'sd*?d',
  'Cat|dog',
  '\\s+',
  '[a-z]+ing(?=\\.)',
  '(?!T)[A-Z]',
  '(a)|(b)',
  '((a)b)*',
  '(a+)+',
  '[]a]',
  '[[a]',
  '\\1',
  '$',
  'a{,2}',
  'a{2',
  '(?i)a',
  '(?<=a)b',
  '[a\\-z]',
  '[\\w.]+\\.',
  '\\Aa',
  'end\\Z',
  'c++',
  '(',
  '*a',
  'a**',
  '[z-a]',
  "it's",
  '\\.',
  '/'
];

const TEXTS = [
  'The phone number of the agent is 408-555-1234. Call her phone!',
  'dates 2020-01-31, 1999-12; a.b@c.com d@e.com/',
  'sdsd..sssddd...sdddsddd...dsds...dsssss...sdddd',
  'abab abc ac bc\nThe end\n',
  "Going, doing. It's the end",
  'éa ab',
  '',
  'aXbZ[]a-z{2 a{,2}'
];

const literal = (text: string): string => JSON.stringify(text);

const programs = TEXTS.flatMap(text =>
  PATTERNS.map(pattern => [
    `import re\ntext = ${literal(text)}\npattern = ${literal(pattern)}`,
    'found = re.findall(pattern, text)',
    'print([m.span() for m in re.finditer(pattern, text)])',
    'm = re.search(pattern, text)\nprint(m.group() if m else "none", m)',
    'print(m.groups(), m.start(), m.end())',
    'print(m.group(1))',
    'print(m["year"], m.group("year", 2))',
    'print(re.match(pattern, text), re.match(pattern, text) is None)',
    'parts = re.split(pattern, text)\nother = re.sub(pattern, "<>", text)',
    'c = re.compile(pattern, re.I)\nprint(c.findall(text), re.findall(pattern, text, re.S))'
  ])
);

describe('regular expressions in thought', () => {
  it('find nothing that Python does not find', () => {
    const answers = ask(programs);
    const all = programs.map((cells, index) =>
      held(cells, answers[index] ?? [])
    );
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    const followed = all.reduce((sum, one) => sum + one.followed, 0);
    expect(followed).toBeGreaterThan(1500);
  });

  it.each([
    ['a pattern that takes long', '"(a+)+$"', '"a" * 40'],
    ['alternatives that find the same', '"(?:a|a)*b"', '"a" * 40'],
    ['two of them', '"a*a*a*a*b"', '"a" * 4000'],
    ['another flag', '"a", "b", re.M', '""']
  ])('are not followed in %s', (_, pattern, text) => {
    const cells = [`import re\nx = re.findall(${pattern}, ${text})`];
    const began = held(cells, [{ failed: false, text: '', values: {} }]);
    expect(began.followed).toBe(0);
  });

  it('are followed for a time, not for each turn of a loop', () => {
    const searchOften = (turns: number): readonly string[] => [
      `import re\nfor i in range(${turns}):\n    x = re.findall("a*b", "a" * 3000)`
    ];
    const answer = [{ failed: false, text: '', values: { x: '[]' } }];
    expect(held(searchOften(2), answer).followed).toBe(1);
    expect(held(searchOften(200), answer).followed).toBe(0);
  });
});
