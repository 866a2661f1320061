// Which values the probe reads around a cell: those that the cell may use or change, and no others.
import {
  hasKernel,
  install as usual,
  reportOf,
  scopeOfProbe,
  session,
  unhurried
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const cells = {
  frames:
    'import numpy as np, pandas as pd\nfirst, second, third = [pd.DataFrame({"a": np.arange(size), "b": np.arange(size) % 7.}) for size in (300_000., 280_000., 260_000.)]',
  forests:
    'from sklearn.ensemble import RandomForestClassifier\nX = np.arange(400.).reshape(200, 2); y = np.arange(200) % 2\none, two = [RandomForestClassifier(4, random_state=seed).fit(X, y) for seed in (1, 2)]',
  shape: 'first.shape',
  depth: 'one.n_estimators, third.size',
  texts: 'label = {"second": "third"}  # second',
  format: 'f"{second.shape}"',
  evaluated: 'eval("second.shape")',
  magic: '%time second.shape',
  evaluator: 'def run(text):\n    return eval(text)',
  handed: 'run("second.shape")',
  update: 'first.loc[7, "a"] = -1',
  steps:
    'big = np.zeros(500_000)\ndef work(array):\n    while True:\n        array += 1\n        yield\nstep = work(big)',
  step: 'next(step)',
  sum: 'big.sum()',
  again: 'big = np.ones(500_000)\nbig[5] = 3',
  grown: 'big = np.append(big, 1)\nfirst.iloc[0, 0] = 8; first = first.head(9)',
  index:
    'people = pd.Series([1., 2.], index=["x", "y"])\nregions = pd.DataFrame({"people": people, "area": [3, 4]}); apart = regions.reset_index(drop=True)',
  renamed: 'people.index.name = "place"',
  blocks:
    'numbers = np.arange(600_000.).reshape(200_000, 3)\nwhole = pd.DataFrame(numbers, columns=list("abc"))\nparts = pd.DataFrame({"a": whole["a"].to_numpy().copy()})\nparts["b"] = whole["b"].to_numpy().copy()\nparts["c"] = whole["c"].to_numpy().copy()',
  kinds:
    'mixed = {"i": np.arange(9, dtype="i1"), "j": np.arange(9, dtype="i1")[::-1], "b": np.arange(9) > 3, "z": np.arange(9) * 1j, "w": np.arange(9, dtype="c8"), "f": np.arange(9, dtype="f2")}\nlong = {name: np.resize(column, 5_000) for name, column in mixed.items()}\nsmall, large = pd.DataFrame(mixed), pd.DataFrame(long)\nsmall_parts, large_parts = pd.DataFrame(index=range(9)), pd.DataFrame(index=range(5_000))\nfor name in mixed:\n    small_parts[name] = mixed[name]\n    large_parts[name] = long[name]',
  narrow:
    'bits = np.zeros(2_000_003, dtype="u1"); turned = np.zeros((1_201, 1_003), dtype="i2").T; halves = np.zeros(700_001, dtype="f4")',
  narrowChanged: 'bits[1_234_567] = 1; turned[5, 700] = 1; halves[654_321] = 1',
  narrowLast: 'bits[-1] = 1; turned[-1, -1] = 1',
  views:
    'class Box:\n    pass\nbase = np.zeros(5_000); held = {"half": base[:2_000]}; box = Box(); box.end = base[1_000:]; clicks = []',
  throughDict: 'held["half"][1_500] = 1',
  throughAttribute: 'box.end[9] = 1',
  throughName: 'base[0] = 1; base[-1] = 1',
  argument: 'np.copyto(base, 3, casting="same_kind")',
  loop: 'queue = [1, 2]; same = (queue,)',
  emptied: 'while queue: last = queue.pop()',
  tuple: 'queue, last = [5], 9',
  lock: 'lock = __import__("threading").Lock()\ndef use(number, lock):\n    pass',
  keyword: 'for n in [1]:\n    use(\n        n,\n        lock=lock\n    )',
  nested: 'key = {"k": 1}; number = 2',
  quotes: 'f"{key["k"]} and {number}"',
  profiled: 'import cProfile; profile = cProfile.Profile()',
  profiledText: 'profile.run("number")',
  shown: 'len(clicks)',
  clicked: 'len(clicks)'
};

/** What no cell did: a button's callback, while somebody looked at the page. */
const callback = {
  code: 'clicks.append(1); __import__("time").sleep(0.2)',
  silent: true
};

inKernel('a reading', () => {
  const names = Object.keys(cells) as (keyof typeof cells)[];
  const told = hasKernel
    ? session([
        unhurried,
        ...Object.values(cells).slice(0, -1),
        callback,
        cells.clicked
      ])
        .slice(1)
        .filter((_, index) => index !== Object.keys(cells).length - 1)
        .map(messages => reportOf(messages).report)
    : [];
  const after = (cell: keyof typeof cells) => told[names.indexOf(cell)];
  const read = (cell: keyof typeof cells) =>
    Object.keys(after(cell)?.values ?? {});

  it('leaves values alone that share nothing with those that the cell mentions', () => {
    expect(read('shape')).toEqual(['first']);
    expect(read('depth').sort()).toEqual(['one', 'third']);
  });

  it('takes words in texts for names where a text is code, and only there', () => {
    expect(read('texts')).toEqual(['label']);
    expect(read('format')).toContain('second');
    expect(read('evaluated')).toContain('second');
    expect(read('magic')).toContain('second');
    expect(read('handed')).toContain('second');
  });

  it('shows a change of a value that was read some cells before', () => {
    expect(after('update')?.changed).toEqual(['first']);
  });

  it('does not blame a cell for what happened unseen before it', () => {
    expect(read('step')).not.toContain('big');
    expect(after('sum')?.values.big).not.toBe(after('steps')?.values.big);
    expect(after('sum')?.changed).toEqual([]);
  });

  it('tells a value that gave way to another from one that was changed', () => {
    expect(after('again')?.rebound).toEqual(['big']);
    expect(after('again')?.changed).toEqual([]);
    expect(after('grown')?.rebound).toEqual(['big', 'first']);
  });

  it('shows each change of a large array of small numbers, however they lie in memory', () => {
    expect(after('narrowChanged')?.changed).toEqual([
      'bits',
      'halves',
      'turned'
    ]);
    expect(after('narrowLast')?.changed).toEqual(['bits', 'turned']);
  });

  it('shows what was done to an index through another frame that has it', () => {
    expect(after('renamed')?.changed).toEqual(['people', 'regions']);
    expect(read('renamed')).not.toContain('apart');
  });

  it('shows a change through a view that stands in a container or an attribute', () => {
    expect(after('throughDict')?.changed).toEqual(['base', 'box', 'held']);
    expect(after('throughAttribute')?.changed).toEqual(['base', 'box', 'held']);
    expect(after('throughName')?.changed).toEqual(['base', 'box', 'held']);
  });

  it('takes neither an argument beside a keyword nor the condition of a loop for an assignment', () => {
    expect(after('argument')?.changed).toContain('base');
    expect(after('argument')?.rebound).toEqual([]);
    expect(after('keyword')?.rebound).toEqual([]);
    expect(after('emptied')?.changed).toEqual(['queue', 'same']);
    expect(after('emptied')?.rebound).toEqual([]);
    expect(after('tuple')?.rebound).toEqual(['last', 'queue']);
  });

  it('finds names in a text that has quotes of its own kind in it', () => {
    expect(read('quotes')).toEqual(['key', 'number']);
    expect(read('profiledText')).toContain('number');
  });

  it('does not blame a cell for what a callback did while somebody waited', () => {
    expect(after('clicked')?.values.clicks).not.toBe(
      after('shown')?.values.clicks
    );
    expect(after('clicked')?.changed).toEqual([]);
  });

  it('gives frames one fingerprint, however their columns lie in memory', () => {
    const { whole, parts } = after('blocks')?.values ?? {};
    expect(whole).toBeDefined();
    expect(parts).toBe(whole);
    const kinds = after('kinds')?.values ?? {};
    expect(kinds.small).toBeDefined();
    expect(kinds.small_parts).toBe(kinds.small);
    expect(kinds.large).toBeDefined();
    expect(kinds.large_parts).toBe(kinds.large);
  });
});

inKernel('of a cell that took long, the probe', () => {
  const kept = {
    setUp:
      'import numpy as np, pandas as pd\nfrom sklearn.linear_model import Ridge\nhuge = np.arange(200_000.); other = np.ones(200_000); few = [1]\ndef put(array): array[5] = 7\nsmall = pd.DataFrame({"a": range(20), "b": list("ab") * 10}); model = Ridge().fit(small[["a"]], small["a"])',
    // As if each cell took long, and all its time was used up.
    used: `scope = ${scopeOfProbe}; scope['SHORT'] = 0; scope['REST'] = 9`,
    sums: 'total = huge.sum() + other.max(); few.append(2)',
    part: 'huge[huge == 9_999] = 5',
    all: 'huge += 1',
    most: 'np.negative(huge, huge)',
    bound: 'huge = huge[::-1]',
    function: 'put(other)',
    after: 'huge.size, other.size',
    slight: 'small.describe(), model.predict(small[["a"]]), huge.size'
  };
  const names = Object.keys(kept) as (keyof typeof kept)[];
  const found = hasKernel
    ? session([usual, ...Object.values(kept)]).slice(1)
    : [];
  const of = (name: keyof typeof kept) =>
    reportOf(found[names.indexOf(name)]).report;
  const sentence = (count: number) =>
    `The time for one cell was used up. Values that were not read: ${count}.`;

  it('leaves out what a glance finds as it was, and says so', () => {
    const { values, unchanged, changed, omitted } = of('sums');
    expect(Object.keys(values).sort()).toEqual(['few', 'total']);
    expect(unchanged).not.toContain('huge');
    expect(changed).toEqual(['few']);
    expect(omitted).toEqual([sentence(2)]);
  });

  it('reads what the cell binds, what its text changes, and what a glance finds changed', () => {
    expect(of('part').changed).toEqual(['huge']);
    expect(of('all').changed).toEqual(['huge']);
    expect(of('most').changed).toEqual(['huge']);
    expect(of('bound').values).toHaveProperty('huge');
    expect(of('bound').rebound).toEqual(['huge']);
  });

  it('reads what it hands to a function of the user’s', () => {
    expect(of('function').changed).toEqual(['other']);
    expect(of('function').omitted).toEqual([]);
  });

  it('reads what is small of a kind that may be large', () => {
    expect(of('slight').unchanged).toEqual(['model', 'small']);
    expect(of('slight').omitted).toEqual([sentence(1)]);
  });

  it('blames no later cell', () => {
    expect(of('after').changed).toEqual([]);
    expect(of('after').omitted).toEqual([sentence(2)]);
  });
});
