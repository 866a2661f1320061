// What a cell holds, calls and sets, whatever words stand in its texts.
import { analysePython } from '..';

const deeds = (source: string): string =>
  Object.entries(analysePython(source).deeds ?? {})
    .filter(([deed, isTrue]) => isTrue && deed !== 'givesAny')
    .map(([deed]) => deed)
    .join(' ');

it.each([
  ['def f(): return 1', 'keepsNames onlyMakes onlyLooks'],
  ['f = lambda: x', 'keepsNames onlyMakes onlyLooks'],
  ['g = (len(a) for a in x)', 'keepsNames onlyLooks'],
  ['g = Lazy(len(a) for a in x)', 'keepsNames'],
  ['g = make()(a for a in x)', 'keepsNames'],
  ['g = sum(a for a in x)', ''],
  ['y = [a for a in x]', 'onlyMakes onlyLooks'],
  ['print([a for a in x])', 'onlyMakes onlyLooks'],
  ['print("def class lambda (a for a in x)")', 'onlyMakes onlyLooks']
])('names are kept by code, and not by texts: %j', (source, expected) => {
  expect(deeds(source)).toBe(expected);
});

it.each([
  ['print(Model(3))', 'onlyMakes'],
  ['print(nn . Linear(3))', 'onlyMakes'],
  ['Model("draw ( 3 )")', 'onlyMakes'],
  ['for (a, b) in x:\n    print(a)', 'onlyMakes onlyLooks'],
  ['Model(3).fit(x)', ''],
  ['draws[0](3)', ''],
  ['Maker()()', '']
])(
  'objects are made by what is called like a class: %j',
  (source, expected) => {
    expect(deeds(source)).toBe(expected);
  }
);

it.each([
  ['print(_ <= 3)', true],
  ['print("x [ 0 ] = 3 . a (")', true],
  ['a, b = len(_), str(_)', true],
  ['_[0] = 3', false],
  ['a, _.b = 3, 4', false],
  ['_ += [3]', false],
  ['del _[0]', false],
  ['_.append(3)', false],
  ['f[0](_)', false],
  ['@keep\nclass A: pass', false]
])('%j only looks at values: %j', (source, expected) => {
  expect(analysePython(source).deeds?.onlyLooks).toBe(expected);
});

it.each([
  ['x', true],
  ['x; y', true],
  ['x; y;', false],
  ['(x)', true],
  ['x, y < 3', true],
  ['x if y in z else 1', true],
  ['x.find("""\na = 3""")', true],
  ['%time x', true],
  ['x < y', false],
  ['not x', false],
  ['(x in y)', false],
  ['len(x)', false],
  ['a = x.find("""\nb""")', false],
  ['if x:\n    y', false],
  ['x\ndel y', false]
])('%j ends with a value that may be of any class: %j', (source, expected) => {
  expect(analysePython(source).deeds?.givesAny).toBe(expected);
});
