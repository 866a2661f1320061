// Fingerprints: equal for equal values in every process, other for other values, and honest about samples.
import {
  hasKernel,
  reportOf,
  session,
  reports,
  unhurried
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const values = [
  'texts = {"b", "a", "c", "d"}; mixed = frozenset([1, "x", None, 2.5, (1, "y")]); table = {"k": [1, (2.0, None)], "s": {"x", "y", "z"}}; number = 10 ** 400; data = bytearray(b"12"); span = range(3); part = slice(1, None)',
  'import collections, datetime, decimal, fractions, functools, pathlib, re, uuid\ncounts = collections.Counter("abca"); lists = collections.defaultdict(list, a=[1]); queue = collections.deque([1, [2]], maxlen=5); when = datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc); amount = decimal.Decimal("1.50"); half = fractions.Fraction(1, 2); add = functools.partial(max, 3); path = pathlib.Path("a/b"); pattern = re.compile("a+"); key = uuid.UUID(int=5)',
  'import numpy as np, pandas as pd\nints = np.arange(10); floats = np.linspace(0, 1, 10).reshape(2, 5); words = np.array(["a", {"b", "c"}, None], dtype=object); pairs = np.zeros(3, dtype=[("x", "i1"), ("y", "f8")]); generator = np.random.default_rng(3); scalar = np.float32(2.5)',
  'frame = pd.DataFrame({"i": [1, 2, 3], "f": [.5, None, 2], "o": [{"b", "a"}, "x", None], "c": pd.Categorical(["u", "v", "u"]), "s": pd.array(["p", "q", None], dtype="string"), "t": pd.date_range("2020", periods=3, tz="Europe/Berlin"), "n": pd.array([1, None, 3], dtype="Int64")}); series = frame["o"]; index = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["x", "y"]); stamp = pd.Timestamp("2020", tz="UTC"); periods = pd.period_range("2020", periods=3)',
  'class Account:\n    rate = .02\n    def __init__(self, owner):\n        self.owner = owner; self.tags = {"x", "y", "z"}\n    def add(self, n): return {"p", "q", "r"} & {n}\nclass Slots:\n    __slots__ = ("a", "b")\n    def __init__(self): self.a = {"m", "n"}\nimport enum, dataclasses\nclass Color(enum.Enum):\n    RED = 1\n@dataclasses.dataclass\nclass Point:\n    x: int\n    y: list = dataclasses.field(default_factory=list)\naccount = Account("ann"); slots = Slots(); color = Color.RED; point = Point(1)\ndef scale(x, by=2, *, names=frozenset(["a", "b", "c"])): return x * by if x in {"one", "two", "three"} else account\nshort = lambda v: v + 1',
  'from sklearn.linear_model import LogisticRegression\nfrom sklearn.ensemble import RandomForestClassifier\nfrom sklearn.base import BaseEstimator, TransformerMixin\nX = np.arange(40.).reshape(20, 2); y = np.arange(20) % 2\nmodel = LogisticRegression().fit(X, y); forest = RandomForestClassifier(3, random_state=1).fit(X, y)\nclass Centre(BaseEstimator, TransformerMixin):\n    def fit(self, X, y=None):\n        self.mean_ = X.mean(axis=0)\n        return self\ncentre = Centre().fit(X)'
];

const wanted = [
  'texts mixed table number data span part',
  'counts lists queue when amount half add path pattern key',
  'ints floats words pairs generator scalar',
  'frame series index stamp periods',
  'Account Slots Color Point account slots color point scale short',
  'X y model forest Centre centre'
];

const edits = [
  'big = pd.DataFrame(np.arange(4_000_000.).reshape(1_000_000, 4)); flat = np.arange(400_000.)',
  'big.iloc[5, 1] = -1.0; flat[777] = -1',
  'for n in range(10_000): globals()["v%d" % n] = [n]',
  'v77.append(1)',
  'records = [{"n": n, "parts": [n]} for n in range(1000)]; other = records[500]',
  'records[500]["parts"].append(2)',
  'model.fit(X, 1 - y); centre.mean_ = 0; account.tags.add("new"); frame.loc[1, "i"] = 9; queue.append(3)',
  'len(records), model, frame.shape',
  'part = [1]; near = {"a": {"b": part}}; far = [[[{"c": part}]]]; del part',
  'near["a"]["b"].append(2)',
  'pairs["y"][2] = 4; middling = np.arange(9_000.); swapped = middling.copy(); swapped[[3, 8000]] = swapped[[8000, 3]]; gaps = np.zeros(40, dtype=np.dtype([("x", "i1"), ("y", "f8")], align=True)); filled = np.empty_like(gaps); filled.view("u1")[:] = 255; filled["x"] = 0; filled["y"] = 0; nested = np.zeros(2, dtype=[("a", [("b", "i2")]), ("c", "f4", (2,))])',
  'swapped[[3, 8000]] = swapped[[8000, 3]]; nested["a"]["b"][1] = 1; mixture = [1, [2], "a", [3]]; other_mixture = [1, [3], "a", [2]]',
  'deep = []\nfor n in range(100_000): deep = [deep]\nwide = [object() for n in range(1000)]; huge = [[str(n)] for n in range(400_000)]'
];

inKernel('a fingerprint', () => {
  const run = (seed: string) =>
    session([unhurried, ...values, ...edits], { PYTHONHASHSEED: seed })
      .slice(1)
      .map(messages => reportOf(messages).report);
  const first = hasKernel ? run('1') : [];
  const second = hasKernel ? run('2') : [];
  const edited = first.slice(values.length);

  it('is there for every kind of value that can be read, and the same in a second process', () => {
    wanted.forEach((names, index) => {
      const found = first[index]?.values ?? {};
      for (const name of names.split(' ')) {
        expect([name, found[name]]).toEqual([
          name,
          expect.stringMatching(/^[0-9a-f]{32}$/)
        ]);
        expect([name, second[index]?.values[name]]).toEqual([
          name,
          found[name]
        ]);
      }
      expect(first[index]?.sampled).toEqual([]);
    });
  });

  it('of a large value is a sample that says so, and one edit of a middling one shows', () => {
    expect(edited[0]?.sampled).toEqual(['big', 'flat']);
    expect(edited[1]?.sampled).toEqual(['big', 'flat']);
    expect(edited[1]?.changed).toContain('flat');
    expect(edited[1]?.unchanged).not.toContain('big');
  });

  it('is found among 10,000 names', () => {
    expect(edited[3]?.changed).toEqual(['v77']);
  });

  it('shows changes deep in a value and through other names', () => {
    expect(edited[5]?.changed).toEqual(['other', 'records']);
    expect(edited[6]?.changed).toEqual([
      'account',
      'centre',
      'frame',
      'model',
      'queue'
    ]);
    // Which other names share memory depends on the version of pandas.
    expect(edited[7]?.unchanged).toEqual(
      expect.arrayContaining(['frame', 'model', 'other', 'records'])
    );
    expect(edited[7]?.changed).toEqual([]);
    expect(edited[9]?.changed).toEqual(['far', 'near']);
  });

  it('of a middling array shows where its values stand, and of records what is in no field does not count', () => {
    const { middling, swapped, gaps, filled } = edited[10]?.values ?? {};
    expect(edited[10]?.sampled).toEqual([]);
    expect(edited[10]?.changed).toEqual(['pairs']);
    expect(swapped).not.toBe(middling);
    expect(filled).toBe(gaps);
    expect(edited[11]?.changed).toEqual(['nested', 'swapped']);
    expect(edited[11]?.values.swapped).toBe(middling);
  });

  it('of a list of lists and others tells which stands where', () => {
    const { mixture, other_mixture } = edited[11]?.values ?? {};
    expect(mixture).toMatch(/^[0-9a-f]{32}$/);
    expect(other_mixture).not.toBe(mixture);
  });

  it('of what is small is there beside texts that are too long to be read', () => {
    const [, , told] = reports(
      'a_text, b_text = "a" * (40 << 20), "b" * (40 << 20)\nrows, fields = [1], {}',
      'len(a_text), rows',
      'len(a_text) + len(b_text), rows.append(2), fields.update(a=1)'
    );
    expect(told?.report.changed).toEqual(['fields', 'rows']);
  });

  it('is missing for what is too deep or too much, which the report says', () => {
    expect(edited[12]?.values).not.toHaveProperty('deep');
    expect(edited[12]?.values).not.toHaveProperty('huge');
    expect(edited[12]?.omitted.join()).toContain('that were not read');
  });
});
