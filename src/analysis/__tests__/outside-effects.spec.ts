import { analysePython } from '..';
import { effects } from './summary';

const files = (source: string): string =>
  (analysePython(source).files ?? [])
    .map(({ path, action }) => `${action} ${path}`)
    .join(', ');

it.each([
  ['np.random.default_rng()', 'entropy:read'],
  ['np.random.default_rng(None)', 'entropy:read'],
  ['np.random.default_rng(seed=1)', ''],
  ['random.Random()', 'entropy:read'],
  ['random.Random(1)', ''],
  ['np.random.RandomState()', 'entropy:read'],
  ['np.random.seed()', 'random:set'],
  ['np.random.seed(None)', 'random:set'],
  ['from pylab import *\nx = randn(3)', 'random:draw'],
  ['def rand(n):\n    return n\nrand(3)', ''],
  ['uuid.uuid4()', 'entropy:read'],
  ['from uuid import uuid4\nuuid4()', 'entropy:read'],
  ['uuid.UUID(text)', ''],
  ['secrets.token_hex(4)', 'entropy:read'],
  ['os.urandom(4)', 'entropy:read'],
  ['time.time()', 'clock:read'],
  ['from time import perf_counter as now\nnow()', 'clock:read'],
  ['datetime.now()', 'clock:read'],
  ['import datetime as dt\ndt.datetime.now()', 'clock:read'],
  ['from datetime import date\ndate.today()', 'day:read'],
  ['datetime(2020, 1, 1)', ''],
  ['pd.Timestamp.now()', 'clock:read'],
  ['pd.to_datetime("now")', 'clock:read'],
  ['pd.to_datetime(df["when"])', ''],
  ['time.strftime("%Y")', 'day:read'],
  ['time.strftime("%H")', 'clock:read'],
  ['time.strftime("%Y", when)', ''],
  ['time.sleep(1)', ''],
  ['os.getpid()', 'address:read'],
  ['hash("a")', 'hash-order:read'],
  ['hash(3)', ''],
  ['tempfile.mkdtemp()', 'entropy:read'],
  [
    'for f in as_completed(fs):\n    print(f.result())',
    'clock:read display:read'
  ],
  ['for f in as_completed(fs):\n    n += f.result()', ''],
  ['for f in ["as_completed(fs)"]:\n    print(f)', 'display:read'],
  ['cProfile.run("f()")', 'clock:read'],
  ['%time f()', 'clock:read'],
  ['%%time\nf()', 'clock:read'],
  ['%timeit f()', 'clock:read'],
  ['requests.get(url)', 'network:read'],
  ['requests.post(url)', 'network:update'],
  ['urllib.request.urlopen(url)', 'network:read'],
  ['from urllib.request import urlopen\nurlopen(url)', 'network:read'],
  ['pd.read_csv("https://example.org/a.csv")', 'network:read'],
  ['url = "https://example.org/a.csv"\npd.read_csv(url)', 'network:read'],
  ['!wget https://example.org', 'network:read'],
  ['%pip install pandas', 'packages:update'],
  ['!pip install -q pandas', 'packages:update'],
  ['!{sys.executable} -m pip install pandas', 'packages:update'],
  ['%conda install pandas', 'packages:update'],
  ['%%bash\npip install pandas', 'packages:update'],
  ['%pip list', ''],
  ['%matplotlib widget', 'plotting:update'],
  ['%matplotlib inline', ''],
  ['%matplotlib', ''],
  ['%matplotlib --list', ''],
  ['sns.regplot(x=a, y=b)', 'plotting:read entropy:read'],
  ['sns.regplot(x=a, y=b, seed=1)', 'plotting:read'],
  ['sns.regplot(x=a, y=b, seed=None)', 'plotting:read entropy:read'],
  ['sns.lmplot(data=df, ci=None)', 'plotting:read'],
  ['sns.lmplot(data=df, fit_reg=False)', 'plotting:read'],
  ['sns.pairplot(df)', 'plotting:read'],
  ['sns.pairplot(df, kind="reg")', 'plotting:read entropy:read'],
  ['sns.stripplot(data=df)', 'plotting:read random:draw'],
  ['sns.stripplot(data=df, jitter=False)', 'plotting:read'],
  ['sns.catplot(data=df)', 'plotting:read random:draw'],
  ['sns.catplot(data=df, kind="box")', 'plotting:read'],
  ['sns.catplot(data=df, kind=kind)', 'plotting:read'],
  ['sns.boxplot(data=df)', 'plotting:read'],
  ['sns.husl_palette(8)', ''],
  ['nx.draw(G)', 'plotting:read random:draw'],
  ['nx.draw(G, pos)', 'plotting:read'],
  ['nx.draw_networkx(G, pos=pos)', 'plotting:read'],
  ['nx.draw_circular(G)', 'plotting:read'],
  ['nx.spring_layout(G)', 'random:draw'],
  ['nx.spring_layout(G, seed=3)', ''],
  ['nx.gnp_random_graph(9, 0.5)', 'random:draw'],
  ['nx.gnp_random_graph(9, 0.5, seed=3)', ''],
  ['!ls', ''],
  ['def f():\n    return time.time()', '']
])('%j: %s', (source, expected) => {
  expect(effects(source)).toBe(expected);
});

it.each([
  ['random.random()', 'random'],
  ['np.random.rand()', 'numpy'],
  ['train_test_split(X)', 'numpy'],
  ['x, y = make_circles(9)', 'numpy'],
  ['x, y = datasets.make_moons(9)', 'numpy'],
  ['km = cluster.KMeans(2)', 'numpy'],
  ['df.sample(3)', 'numpy'],
  ['torch.randn(3)', 'torch'],
  ['tf.random.normal([3])', 'tensorflow'],
  ['torch.manual_seed(0)', 'torch']
])('tells the stream of %s: %s', (source, stream) => {
  expect(analysePython(source).effects.map(effect => effect.stream)).toEqual([
    stream
  ]);
});

it('keeps two streams of one body apart', () => {
  const source = 'def f():\n    random.random()\n    np.random.rand()';
  const [definition] = analysePython(source).definitions;
  expect(definition?.effects.map(({ stream }) => stream)).toEqual([
    'random',
    'numpy'
  ]);
});

it.each([
  ['open("a.txt")', 'read a.txt'],
  ['Path(".").glob("*.csv")', 'list *.csv'],
  ['Path("a").glob("*.csv")', 'list a/*.csv'],
  ['Path("a").glob(pattern)', ''],
  ['Path("a").rglob("*.csv")', 'list a/**/*.csv'],
  [
    '%%bash\nls | tee a.txt | wc\nls | tee -a b.txt',
    'write a.txt, update b.txt'
  ],
  ['!cp a.csv data/b.csv', 'read a.csv, write data/b.csv'],
  ['!mv -f a.csv b.csv', 'read a.csv, write a.csv, write b.csv'],
  ['!cp a.csv data', ''],
  ['!cp *.csv b.csv', ''],
  ['folder.glob("*.csv")', ''],
  ['%%bash\necho "x\ny" > a.txt\ncat a.txt | wc', 'write a.txt, read a.txt'],
  ['%%bash\n# > b.txt\nif true; then sort < a.txt; fi', 'read a.txt'],
  [
    '%%bash\ncat <<EOF > a.txt\n> b.txt\nEOF\necho x >> a.txt',
    'write a.txt, update a.txt'
  ],
  [
    "%%bash\nsed 's/a b/c/' a.txt && sed -i s/a/b/ b.txt",
    'read a.txt, update b.txt'
  ],
  ['%%bash\ngrep -c x a.txt "$b" $c', 'read a.txt'],
  ['%%bash\ncd data; cat a.txt', ''],
  ['!python demo.py a b.txt', 'read demo.py'],
  ['!python3 -u src/demo.py', 'read src/demo.py'],
  ['!python -m http.server', ''],
  ['!python -c "print(1)"', ''],
  ['%%bash\nbash run.sh > out.txt', 'read run.sh, write out.txt'],
  ['%%script python\nx > y', ''],
  ['open("a.txt", "w")', 'write a.txt'],
  ['open("a.txt", mode="ab")', 'update a.txt'],
  ['open(name)', ''],
  ['p = "a.txt"\nwith open(p) as f: pass', 'read a.txt'],
  ['p = "a.txt"\nif c: p = q\nopen(p)', ''],
  ['p = "a.txt"\ndef f(p): return open(p)\nf("b")', ''],
  ['p = "a.txt"\ndef f(): return open(p)\nf()', 'read a.txt'],
  ['Path("a") / "b.txt"', ''],
  ['(Path("a") / "b.txt").read_text()', 'read a/b.txt'],
  ['p = Path("a", "b.txt")\np.write_text(t)', 'write a/b.txt'],
  ['Path("a.txt").open("w")', 'write a.txt'],
  ['pd.read_csv("a.csv")', 'read a.csv'],
  ['pd.read_csv(filepath_or_buffer="a.csv")', 'read a.csv'],
  ['pd.read_csv(os.path.join("a", "b.csv"))', 'read a/b.csv'],
  ['pd.read_csv("https://example.org/a.csv")', ''],
  ['pd.read_csv(f"{a}.csv")', ''],
  ['df.to_csv("a.csv")', 'write a.csv'],
  ['df.to_csv("a.csv", mode="a")', 'update a.csv'],
  ['df.to_csv()', ''],
  ['np.save("a.npy", x)', 'write a.npy'],
  ['np.load("a.npy")', 'read a.npy'],
  ['json.dump(x, open("a.json", "w"))', 'write a.json'],
  ['plt.savefig("a.png")', 'write a.png'],
  ['fig.savefig("a.png")', 'write a.png'],
  ['torch.save(m, "a.pt")', 'write a.pt'],
  ['joblib.load("a.pkl")', 'read a.pkl'],
  ['sqlite3.connect("a.db")', 'update a.db'],
  ['sqlite3.connect(":memory:")', ''],
  ['shutil.copy("a", "b")', 'read a, write b'],
  ['%%writefile a.py\nx = 1', 'write a.py'],
  ['%%writefile -a a.py\nx = 1', 'update a.py'],
  ['%run a.py', 'read a.py'],
  ['!rm -f a.csv b.csv', 'write a.csv, write b.csv'],
  ['!rm *.png $name && ls', '']
])('files of %j: %s', (source, expected) => {
  expect(files(source)).toBe(expected);
});

it.each([
  ['id(x)', 'shows'],
  ['id(x); id(y)', 'shows'],
  ['print(f"at {hex(id(x))}")', 'shows'],
  ['print("{}".format(id(x)))', 'shows'],
  ['[id(one) for one in rows]', 'shows'],
  ['{"a": (id(x), 1)}', 'shows'],
  ['id(x) if x else None', 'shows'],
  ['id(x) - id(y)', 'shows'],
  ['def f(x):\n    print(id(x))', 'shows'],
  ['where = id(x)', 'shows'],
  ['id(x)\nx', ''],
  ['id(x);', ''],
  ['id(x) == id(y)', ''],
  ['print(id(x) is id(y))', ''],
  ['print(not id(x))', ''],
  ['seen.add(id(x))', ''],
  ['print(names[id(x)])', ''],
  ['print(len(str(id(x))))', ''],
  ['print([1 for one in rows if id(one)])', ''],
  ['1 if id(x) else 2', ''],
  ['def f(x):\n    return id(x)', ''],
  ['if id(x): y = 1', ''],
  ['id = str\nid(x)', '']
])('tells whether %j shows or keeps an address', (source, expected) => {
  const { effects: all, definitions } = analysePython(source);
  const states = [...all, ...definitions.flatMap(one => one.effects)];
  const isShown = states.some(({ state }) => state === 'address');
  expect(isShown ? 'shows' : '').toBe(expected);
});

it.each([
  ['pd.read_csv("a.csv")', 'directory:read'],
  ['pd.read_csv("/data/a.csv")', ''],
  ['pd.read_csv(name)', 'directory:read'],
  ['df.to_csv()', ''],
  ['sqlite3.connect(":memory:")', '']
])('tells whether %s hangs on the working directory', (source, expected) => {
  expect(effects(source)).toBe(expected);
});

it.each([
  ['x = time.time()\ny = 1', ['x']],
  ['start = time.time()\nmodel.fit(X)\nprint(time.time() - start)', ['start']],
  ['x = time.time()\ny = x + 1\nz = 2', ['x', 'y']],
  ['rows.append(uuid.uuid4())', ['rows']],
  ['random.shuffle(a)', ['a']],
  ['if random.random() > 0.5:\n    x = 1', ['x']],
  ['for i in r:\n    y = x\n    x = random.random()', ['x', 'y']],
  ['def f(): return random.random()\nx = f()\ny = 1', ['()', 'x']],
  ['%%time\nx = 1', []],
  ['x = id(a)\ny = x\nz = 1', ['x', 'y']],
  ['print(id(a))\nx = 1', []]
])('tells what hangs on what was read from outside: %j', (source, names) => {
  expect(analysePython(source).effects[0]?.into).toEqual(names);
});

it.each([
  ['list(x)', ['list']],
  ['list = 1\nlist', []],
  ['if c: list = 1\nlist', ['list']],
  ['def f(): return sum(x)', ['sum']],
  ['def sum(a): return max(a)\nsum(x)', ['max']],
  ['def f(max): return max', []]
])('builtins that %j looks up: %j', (source, names) => {
  expect(analysePython(source).builtinReferences).toEqual(names);
});

const taken = (source: string): string => {
  const { files: found = [], takesFiles } = analysePython(source);
  const named = found.flatMap(({ path, grows, removes }) =>
    grows ? [`+ ${path}`] : removes ? [`- ${path}`] : []
  );
  return [...named, ...(takesFiles ? ['?'] : [])].join(', ');
};

it.each([
  ['open("a", "a")', '+ a'],
  ['open("a", "ab+")', '+ a'],
  ['open("a", "r+")', ''],
  ['df.to_csv("a", mode="a")', '+ a'],
  ['%%writefile -a a\nx', '+ a'],
  ['logging.basicConfig(filename="a", level=1)', '+ a'],
  ['logging.basicConfig(filename="a", filemode="w")', ''],
  ['logging.basicConfig(level=1)', ''],
  ['logging.FileHandler("a")', '+ a'],
  ['logging.FileHandler("a", mode="w")', ''],
  ['!echo x >> a', '+ a'],
  ['!echo x > a', ''],
  ['os.remove("a")', '- a'],
  ['os.remove(path)', '?'],
  ['from pathlib import Path\nPath("a").unlink()', '- a'],
  ['import shutil\nshutil.rmtree("a")', '- a'],
  ['import shutil\nshutil.move("a", "b")', '- a'],
  ['!rm a b', '- a, - b'],
  ['%rm a', '- a'],
  ['!rm *.a', '?'],
  ['!git pull', '?'],
  ['!echo "rm a"', ''],
  ['%%bash\nmv a b', '?'],
  ['text = """\ngit pull\n"""', ''],
  ['def clean(path):\n    os.remove(path)', '?']
])('%j adds to files or takes them away: %s', (source, expected) => {
  expect(taken(source)).toBe(expected);
});

const asked = (source: string): string =>
  (analysePython(source).presences ?? [])
    .map(({ path, ifNew, ifThere, isMade }) =>
      [path, ...ifNew, '|', ...ifThere, ...(isMade ? ['made'] : [])].join(' ')
    )
    .join(', ');

it.each([
  ['os.path.exists("a")', 'a False | True'],
  ['print(Path("a").is_file(), 1)', 'a False | True'],
  ['x = os.path.exists("a")', ''],
  [
    'if os.path.exists("a"):\n    print("old")\nelse:\n    print("a b")',
    'a a b | old'
  ],
  ['if not exists(d / "a"):\n    save(d / "a")', '{d}/a | made'],
  ['if exists("a") and b:\n    print("x")', ''],
  [
    'if not exists("a"):\n    write("a", "b c")\n    print("c d")',
    'a d | made'
  ],
  ['d = "a"\nif not exists(os.path.join(d, "b")):\n    print(d)', 'a/b |'],
  [
    'try:\n    os.mkdir("a")\nexcept FileExistsError:\n    print("x")',
    'a | x made'
  ],
  ['try:\n    open("a")\nexcept FileNotFoundError:\n    print("x")', 'a x |'],
  ['try:\n    open("a")\nexcept ValueError:\n    print("x")', '']
])('%j asks whether files are there: %s', (source, expected) => {
  expect(asked(source)).toBe(expected);
});

const madeOnce = (source: string): string =>
  (analysePython(source).files ?? [])
    .filter(one => one.isMadeOnce)
    .map(({ path }) => path)
    .join(', ');

it.each([
  ['os.mkdir("a")', 'a'],
  ['os.makedirs("a/b")', 'a/b'],
  ['os.makedirs("a", exist_ok=True)', ''],
  ['from pathlib import Path\nPath("a").mkdir()', 'a'],
  ['with open("a", "x") as f:\n    pass', 'a'],
  ['logging.basicConfig(filename="a", filemode="x")', 'a'],
  ['logging.basicConfig(filename="a", filemode="w")', ''],
  ['if b:\n    os.mkdir("a")', ''],
  ['try:\n    os.mkdir("a")\nexcept OSError:\n    pass', ''],
  ['for b in c:\n    os.mkdir("a")', ''],
  ['!mkdir a b', 'a, b'],
  ['!mkdir -p a', ''],
  ['!git clone https://example.org/a/b.git', 'b']
])('%j goes well where there is nothing yet: %s', (source, expected) => {
  expect(madeOnce(source)).toBe(expected);
});
