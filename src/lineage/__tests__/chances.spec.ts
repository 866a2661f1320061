import { analysePython } from '../../analysis';
import { asEnvironmentId } from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';
import { cells, toldWithAdvice as told } from './told';

describe('where values lie in memory', () => {
  it('makes random what shows or keeps it, and not what compares it', () => {
    const notebook = cells(
      'x = []\ny = x',
      'id(x)',
      'print(id(x) == id(y))',
      'def look(value):\n    print(id(value))',
      'look(x)',
      'place = id(x)\nother = 1',
      'print(place)',
      'print(other)'
    );
    expect(told(notebook)).toEqual([
      'a same',
      'b random address',
      'c same',
      'd same',
      'e random address',
      'f random address',
      'g random address',
      'h same'
    ]);
  });
});

describe('random numbers', () => {
  it('without a seed make random what shows or keeps them, and nothing else', () => {
    const notebook = cells(
      'import random',
      'x = [random.random()]\nk = 2',
      'y = x[0] + 1',
      'print(y)',
      'print(len(x))',
      'print(k)'
    );
    expect(told(notebook)).toEqual([
      'a same',
      'b random unseeded',
      'c random unseeded',
      'd random unseeded',
      'e same',
      'f same'
    ]);
  });

  it.each(['random.seed()', 'random.seed(None)', 'random.seed(a=None)'])(
    'are drawn without a seed again after %s, until the next one',
    seeding => {
      const notebook = cells(
        'import random\nrandom.seed(1)',
        'print(random.random())',
        seeding,
        'x = random.random()',
        'print(x, random.random())',
        `${seeding}\nprint(random.random())`,
        'random.seed(2)',
        'print(random.random())'
      );
      expect(told(notebook)).toEqual([
        'a same',
        'b same',
        'c same',
        'd random unseeded',
        'e random unseeded',
        'f random unseeded',
        'g same',
        'h same'
      ]);
    }
  );

  it.each([
    'import time\nrandom.seed(time.time())',
    'import time\nrandom.seed(int(1000 * time.time()) % 1000)',
    'from datetime import datetime\nrandom.seed(datetime.now().timestamp())',
    'import os\nrandom.seed(os.urandom(8))',
    'import time\ndef start():\n    random.seed(time.time_ns())\nstart()'
  ])('are others each time after a seed that is: %j', seeding => {
    const notebook = cells(
      'import random\nrandom.seed(1)',
      `${seeding}\nNone`,
      'print(random.random())',
      'random.seed(2)',
      'print(random.random())'
    );
    expect(told(notebook).slice(2)).toEqual([
      'c random unseeded',
      'd same',
      'e same'
    ]);
  });

  it.each(['k + 1', 'random.randint(0, 9)', 'len(str(k))', 'int("7")'])(
    'are the same each time after a seed that is: %s',
    seed => {
      const notebook = cells(
        'import random\nk = 1\nrandom.seed(1)',
        `random.seed(${seed})`,
        'print(random.random())'
      );
      expect(told(notebook)[2]).toBe('c same');
    }
  );

  it.each([
    'def start(n=None):\n    if n is not None:\n        random.seed(n)\n    else:\n        random.seed()\nstart(3)',
    'k = 3\nif k:\n    random.seed(k)\nelse:\n    random.seed()'
  ])('are as before where another branch seeds with a number: %j', seeding => {
    const notebook = cells('import random', seeding, 'print(random.random())');
    expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
  });

  it('are drawn without a seed where a loop seeds by chance', () => {
    const loop =
      'for i in range(2):\n    random.seed()\n    print(random.random())';
    const notebook = cells('import random\nrandom.seed(1)', loop);
    expect(told(notebook)[1]).toBe('b random unseeded');
  });

  it('are drawn without a seed by all who draw after it', () => {
    const notebook = cells(
      'import random\nrandom.seed(1)',
      'random.seed()',
      'random.random(); None',
      'print(random.random())'
    );
    expect(told(notebook)).toEqual([
      'a same',
      'b same',
      'c random unseeded',
      'd random unseeded'
    ]);
  });

  it('whose state is kept hang on who drew before, though keeping it draws nothing', () => {
    const still = { report: { streams: {} } };
    const moved = {
      report: { streams: { random: { before: 'p', after: 'q' } } }
    };
    const notebook = aNotebook()
      .cell('i', 'import random\nrandom.seed(1)')
      .cell('a', 'x = random.random()')
      .cell('b', 'state = random.getstate()')
      .run('i', null, moved)
      .run('a', null, moved)
      .run('b', null, still)
      .delete('a');
    expect(told(notebook)).toEqual(['i same', 'b differs deleted-cell']);
  });

  it('that are counted leave the keys and the total of the table', () => {
    const notebook = cells(
      'import random',
      'rolls = [random.randint(1, 6) for _ in range(9)]',
      't = {s: 0 for s in range(1, 7)}\nfor r in rolls:\n    t[r] += 1',
      'print(sorted(t), sum(t.values()))',
      'print(t)'
    );
    expect(told(notebook).slice(2)).toEqual([
      'c random unseeded',
      'd same',
      'e random unseeded'
    ]);
  });

  it.each([
    ['import random', 'random.seed(1)', 'x = random.random()'],
    ['import numpy as np', 'np.random.seed(1)', 'x = np.random.rand(3)'],
    [
      'import numpy as np',
      'rng = np.random.default_rng(1)',
      'x = rng.normal(3)'
    ]
  ])('after a seed come out again: %s; %s; %s', (...sources) => {
    const notebook = cells(...sources, 'print(x)');
    expect(told(notebook)).toEqual(['a same', 'b same', 'c same', 'd same']);
  });

  it('hardly decide how a cell fails', () => {
    const notebook = cells('import random', 'x = random.random()')
      .cell('c', 'x.missing')
      .fails('c');
    expect(told(notebook)[2]).toBe('c same');
  });

  it('of one stream are not seeded by the seed of another', () => {
    const notebook = cells(
      'import random\nimport numpy as np',
      'np.random.seed(1)',
      'x = random.random()'
    );
    expect(told(notebook)[2]).toBe('c random unseeded');
  });

  it('drawn once more from a seeded stream are other ones', () => {
    const notebook = cells(
      'import random',
      'random.seed(1)',
      'x = random.random()'
    );
    expect(told(notebook.run('c'))[2]).toBe('c differs repeated');
  });

  it.each(['numpy', 'entropy'])(
    'that a library drew are seen by the kernel: %s',
    stream => {
      const moved = {
        report: { streams: { [stream]: { before: 'p', after: 'q' } } }
      };
      const notebook = aNotebook()
        .cell('a', 'import library')
        .cell('b', 'x = library.fit()')
        .run('a')
        .run('b', null, moved);
      expect(told(notebook)).toEqual(['a same', 'b random unseeded']);
      expect(told(notebook.run('b', null, moved))).toEqual([
        'a same',
        'b random unseeded'
      ]);
    }
  );

  it('that were written to a file are in what reads it', () => {
    const notebook = cells(
      'import numpy as np',
      'x = np.random.rand(3)',
      'np.savetxt("a.txt", x)',
      'print(open("a.txt").read())',
      'np.savetxt("b.txt", [1])',
      'print(open("b.txt").read())'
    );
    expect(told(notebook).slice(3)).toEqual([
      'd random unseeded',
      'e same',
      'f same'
    ]);
  });

  it.each([
    ['def f(n):\n    return n', 'same'],
    ['from library import f', 'same'],
    ['f = library.maker()', 'random unseeded'],
    ["n = {}\nexec('class f: v = draw()', n)\nf = n['f']", 'random unseeded'],
    ['@library.once\ndef f(n):\n    return n', 'random unseeded']
  ])(
    'that somebody drew unseen are in no code that the cell itself defines: %j',
    (source, verdict) => {
      const isClass = source.includes('class');
      const types = {
        f: isClass ? 'builtins.type' : 'builtins.function',
        x: 'builtins.float'
      };
      const notebook = aNotebook()
        .cell('a', 'import library')
        .cell('b', `${source}\nx = library.build()`)
        .cell('c', 'print(f(1))')
        .cell('d', 'print(x)')
        .run('a')
        .run('b', null, {
          report: {
            bound: ['f', 'x', 'n'],
            types,
            streams: { random: { before: 'p', after: 'q' } }
          }
        })
        .run('c', null, { output: '1' })
        .run('d', null, { output: '0.1' });
      expect(told(notebook)).toEqual([
        'a same',
        'b random unseeded',
        `c ${verdict}`,
        'd random unseeded'
      ]);
    }
  );

  it('are in nothing that a star import brings in', () => {
    const notebook = aNotebook()
      .cell('a', 'from pylab import *\nx = random.rand(3)\nhold(x)')
      .cell('b', 'print(sin(0), pi)')
      .run('a', null, {
        report: { bound: ['sin', 'pi', 'hold', 'random', 'x'] }
      })
      .run('b', null, { output: '0' });
    expect(told(notebook)).toEqual(['a random unseeded', 'b same']);
  });

  it('that the source may draw and the kernel saw nobody draw are none', () => {
    const change = { before: 'p', after: 'q' };
    const still = { report: { streams: {} } };
    const notebook = aNotebook()
      .cell('a', 'import random')
      .cell('b', 'if flag:\n    x = random.random()')
      .cell('c', 'y = random.random()')
      .run('a')
      .run('b', null, still)
      .run('c', null, { report: { streams: { random: change } } });
    expect(told(notebook).slice(1)).toEqual(['b same', 'c random unseeded']);
  });

  it('that made a library load its stream count, although nobody saw where it began', () => {
    const moved = {
      report: { streams: { numpy: { before: 'p', after: 'q' } } }
    };
    const notebook = aNotebook()
      .cell('a', 'import numpy as np')
      .cell('b', 'np.random.rand(3)')
      .cell('c', 'np.random.rand(3)')
      .run('a', null, { report: { streams: {} } })
      .run('b', null, { report: { streams: {} }, output: '1' })
      .run('c', null, { ...moved, output: '2' });
    expect(told(notebook)[1]).toBe('b random unseeded');
  });

  it('that a failing cell never got to draw do not count', () => {
    const notebook = aNotebook()
      .cell('a', 'x = random.random()')
      .run('a', null, { status: 'error', output: "name 'random' is missing" });
    expect(told(notebook)).toEqual(['a same']);
  });
});

describe('what a failing cell drew', () => {
  it('counts where the kernel saw it bound', () => {
    const report = { bound: ['x'] };
    const notebook = aNotebook()
      .cell('a', 'import random')
      .cell('b', 'x = random.random()\nx.missing')
      .run('a')
      .run('b', null, { status: 'error', output: 'AttributeError: x', report });
    expect(told(notebook)[1]).toBe('b random unseeded');
  });

  it.each([
    ['xs[n]', 'KeyError', 'np.int64(74)', 'random unseeded'],
    ['xs[n]', 'KeyError', '74', 'random unseeded'],
    [
      'xs[n]',
      'IndexError',
      'index 74 is out of bounds for axis 0 with size 3',
      'random unseeded'
    ],
    ['xs[n], xs[74]', 'KeyError', '74', 'same'],
    ['xs[n]', 'KeyError', "'town'", 'same'],
    ['xs[n]', 'TypeError', '74', 'same']
  ])(
    'shows in the key at which %s found nothing: %s %s',
    (source, ename, evalue, expected) => {
      const notebook = aNotebook()
        .cell('a', 'import random\nxs = {}')
        .cell('b', `n = random.randint(9, 99)\n${source}`)
        .run('a')
        .run('b', null, { status: 'error', output: `${ename}: ${evalue}` });
      expect(told(notebook)[1]).toBe(`b ${expected}`);
    }
  );

  it.each([
    [{}, 'same'],
    [
      { bound: ['y'], types: { x: 'builtins.float', y: 'builtins.float' } },
      'random unseeded'
    ],
    [{ types: { x: 'builtins.float', y: 'builtins.float' } }, 'random unseeded']
  ])(
    'is not in what it would have bound where it stopped: %j',
    (seen, expected) => {
      const report = { types: { x: 'builtins.float' }, ...seen };
      const output = "NameError: name 'missing' is not defined";
      const notebook = aNotebook()
        .cell('a', 'import random')
        .cell('x', 'x = random.random()')
        .cell('b', 'y = (x, missing)\nprint(y)')
        .run('a')
        .run('b', null, { status: 'error', output, report });
      expect(told(notebook)[2]).toBe(`b ${expected}`);
    }
  );

  it('is not what it found and would have bound had it come so far', () => {
    const lost = { status: 'error', output: 'No module named x' } as const;
    const notebook = aNotebook()
      .cell('a', 'import random')
      .cell('b', 'for x in [random.random()]:\n    pass')
      .cell('c', 'from absent import X\nx = X()')
      .run('a')
      .run('b', null, { report: { bound: ['x'] } })
      .run('c', null, { ...lost, report: { bound: [], unchanged: ['x'] } });
    expect(told(notebook)).toEqual(['a same', 'b random unseeded', 'c same']);
  });
});

describe('an error above', () => {
  it('is advice to cells that do not depend on it', () => {
    const notebook = aNotebook()
      .cell('a', '1 / 0')
      .cell('b', 'print(1)')
      .fails('a')
      .run('b');
    expect(told(notebook)).toEqual(['a same', 'b same (error-above)']);
  });

  it('takes away the names that the failing cell does not get to bind', () => {
    const notebook = aNotebook()
      .cell('a', 'k = 1\nprint(missing)\nx = 1')
      .cell('b', 'print(k)')
      .cell('c', 'print(x)')
      .console('missing = 1')
      .runAll();
    expect(told(notebook).map(one => one.split(' ')[1])).toEqual([
      'fails',
      'same',
      'fails'
    ]);
  });
});

describe('outputs that differ for nothing that can be seen', () => {
  const twice = (source: string, ...outputs: string[]): RunBuilder => {
    const notebook = aNotebook().cell('a', source);
    outputs.forEach(output => notebook.run('a', null, { output }));
    return notebook;
  };

  it('make a cell random', () => {
    expect(
      told(twice('print({len, print})', '{len, print}', '{print, len}'))
    ).toEqual(['a random nondeterministic']);
  });

  it('prove nothing where a star import may have brought in what was a builtin before', () => {
    const notebook = (between: string): RunBuilder =>
      aNotebook()
        .cell('a', 'sum([1], -1)')
        .cell('b', between)
        .cell('c', 'sum([1], -1)')
        .run('a', null, { output: '0' })
        .run('b')
        .run('c', null, { output: '1' });
    expect(told(notebook('from tools import *'))).toEqual([
      'a same',
      'b same',
      'c same'
    ]);
    expect(told(notebook('from tools import work'))[0]).toMatch('random');
  });

  it('do so over two kernels with one environment', () => {
    const environment = {
      schemaVersion: 1,
      environmentId: asEnvironmentId('e1'),
      language: 'python',
      languageVersion: '3.11',
      implementation: 'CPython',
      platform: '',
      packages: [],
      modules: {}
    } as const;
    const notebook = aNotebook()
      .environment(environment)
      .cell('a', 'print({len, print})')
      .run('a', null, { output: '{len, print}' })
      .restart()
      .run('a', null, { output: '{print, len}' });
    expect(told(notebook)).toEqual(['a random nondeterministic']);
  });

  it('prove nothing where a file was made first and written over then', () => {
    const notebook = aNotebook()
      .cell('a', '%%file a.py\nx = 1')
      .run('a', null, {
        output: 'Writing a.py',
        tells: { isNewFile: true }
      })
      .run('a', null, { output: 'Overwriting a.py' });
    expect(told(notebook)).toEqual(['a same']);
  });

  it.each([
    'print(open("a.txt").read())',
    'print(requests.get("https://example.org").text)',
    'print(input())',
    'print(con.execute("select 1").fetchall())'
  ])('prove nothing where something outside may have changed: %s', source => {
    const [said = ''] = told(twice(source, 'one', 'two'));
    expect(said).not.toContain('nondeterministic');
  });

  it('prove nothing where an array that shares its memory was changed in between, and no kernel looked', () => {
    const notebook = (change: string): RunBuilder =>
      aNotebook()
        .cell('a', 'import numpy as np\nx = np.arange(3)')
        .cell('b', 'print(x)')
        .cell('c', `part = x[:2]\n${change}`)
        .cell('d', 'print(x)')
        .runs('a')
        .run('b', null, { output: '[0 1 2]' })
        .run('c')
        .run('d', null, { output: '[9 1 2]' });
    expect(told(notebook('part[0] = 9'))).toEqual([
      'a same',
      'b same',
      'c same',
      'd same'
    ]);
    expect(told(notebook('k = 9'))[3]).toBe('d random nondeterministic');
  });

  it('prove nothing where a function may remember its calls, and no kernel looked', () => {
    const sources = [
      'def kept(f):\n    seen = {}\n    def inner(n):\n        if n not in seen:\n            print(n)\n            seen[n] = f(n)\n        return seen[n]\n    return inner',
      'square = kept(lambda n: n * n)',
      'square(3)',
      'square(3)'
    ];
    const notebook = aNotebook();
    sources.forEach((source, index) => {
      const id = 'abcd'[index] ?? '';
      const output = ['a', 'b', '3 9', '9'][index] ?? '';
      notebook.cell(id, source).run(id, null, { output });
    });
    expect(told(notebook).slice(2)).toEqual(['c same', 'd same']);
  });

  it('prove nothing when they are the same', () => {
    expect(told(twice('print(1)', '1', '1'))).toEqual(['a same']);
  });
});

it('what draws when it is called has drawn nothing where the kernel saw the stream stand still', () => {
  const notebook = aNotebook();
  const sources = [
    'import random\ntable = {"chance": lambda: random.random(), "one": lambda: 1}',
    'def value(key):\n    return table[key]()\nprint(value("one"))'
  ];
  const report = { report: { streams: {} } };
  sources.forEach((source, index) => {
    const id = 'ab'[index] ?? '';
    notebook.cell(id, source).run(id, null, { output: source, ...report });
  });
  expect(told(notebook)).toEqual(['a same', 'b same']);
});

it('what a called function draws after it seeded is no chance, though the kernel saw the stream move', () => {
  const moved = {
    report: { streams: { random: { before: 'p', after: 'q' } } }
  };
  const notebook = aNotebook()
    .cell('a', 'import random')
    .cell(
      'b',
      'def roll():\n    return random.random()\ndef rolls(seed=1):\n    random.seed(seed)\n    return [roll(), roll()]'
    )
    .cell('c', 'print(rolls())')
    .runs('a', 'b')
    .run('c', null, { output: '[0.1, 0.2]', ...moved });
  expect(told(notebook)[2]).toBe('c same');
});

it('a function that a drawing cell left holds nothing of what was drawn, a number does', () => {
  const left = (type: string): readonly string[] => {
    const moved = {
      report: {
        bound: ['made'],
        values: { made: '1' },
        types: { made: type },
        streams: { random: { before: 'p', after: 'q' } }
      }
    };
    return told(aNotebook().cell('a', '%%make').run('a', null, moved));
  };
  expect(left('builtins.function')).toEqual(['a same']);
  expect(left('builtins.float')).toEqual(['a random unseeded']);
});

it('a model draws when it learns, and not when it is made', () => {
  const notebook = aNotebook()
    .cell('a', 'from sklearn.cluster import KMeans\nimport numpy as np')
    .cell('b', 'model = KMeans(2)')
    .cell('c', 'model.fit(np.eye(3))\nprint(model.labels_)')
    .cell('d', 'other = KMeans(2).fit(np.eye(3))')
    .runs('a', 'b')
    .run('c', null, { output: '[0 1 1]' })
    .run('d');
  expect(told(notebook).slice(0, 4)).toEqual([
    'a same',
    'b same',
    'c random unseeded',
    'd random unseeded'
  ]);
});

it.each([
  ['other = KMeans(2)\nother', 'same'],
  ['Pipeline([("model", KMeans(2))])', 'same'],
  ['cluster(KMeans(2), X)', 'random unseeded'],
  ['KMeans(2).fit(X)', 'random unseeded']
])('a model that is only shown has not drawn: %j', (source, verdict) => {
  const notebook = aNotebook()
    .cell('a', 'from sklearn.cluster import KMeans\nfrom tools import *')
    .cell('b', source)
    .run('a')
    .run('b', null, { output: 'KMeans(n_clusters=2)' });
  expect(told(notebook)[1]).toBe(`b ${verdict}`);
});

it.each([
  ['PCA(2)', 'same'],
  ['PCA(2, svd_solver="randomized")', 'random unseeded'],
  ['PCA(2, svd_solver="randomized", random_state=1)', 'same'],
  ['DummyClassifier(strategy="uniform")', 'random unseeded'],
  ['DummyClassifier(strategy="prior")', 'same'],
  ['NMF(2)', 'random unseeded']
])('a model draws where what it is asked for does: %s', (model, verdict) => {
  const notebook = aNotebook()
    .cell(
      'a',
      'from sklearn.decomposition import NMF, PCA\nfrom sklearn.dummy import DummyClassifier'
    )
    .cell('b', `model = ${model}`)
    .cell('c', 'print(model.fit(X, y).score(X, y))')
    .runs('a', 'b')
    .run('c', null, { output: '0.5' });
  expect(told(notebook)[2]).toBe(`c ${verdict}`);
});

const SCALER = 'sklearn.preprocessing._data.MinMaxScaler';
const QUANTILES = 'sklearn.preprocessing._data.QuantileTransformer';

it.each([
  ['sklearn.svm._classes.SVC', 'SVC(kernel="linear")', SCALER, 'same'],
  ['sklearn.svm._classes.SVC', 'SVC(1)', QUANTILES, 'random unseeded'],
  ['sklearn.svm._classes.SVC', 'SVC(probability=True)', '', 'random unseeded'],
  ['sklearn.cluster._kmeans.KMeans', 'make(2)', SCALER, 'random unseeded']
])(
  'a model that does nothing with what it draws is not random: %j',
  (type, source, scaler, verdict) => {
    const streams = { numpy: { before: 'p', after: 'q' } };
    const types = {
      model: type,
      X: 'numpy.ndarray',
      ...(scaler !== '' && { scaler })
    };
    const notebook = aNotebook()
      .cell('a', 'from sklearn.svm import SVC\nfrom tools import make, X')
      .cell('b', `model = ${source}`)
      .cell('c', 'model.fit(X)\nprint(model.coef_)')
      .runs('a', 'b')
      .run('c', null, { output: '[1]', report: { types, streams } });
    expect(told(notebook)[2]).toBe(`c ${verdict}`);
  }
);

it('what was drawn does not count where a cell stops before it reads it', () => {
  const failed = { status: 'error' } as const;
  const error = "NameError: name 'missing' is not defined";
  const notebook = aNotebook()
    .cell('a', 'import random\nimport pyplot as plt\nx = random.random()')
    .cell('b', 'plt.subplot(1)\nmissing.hist(x)')
    .cell('c', 'print(x)\nmissing.hist(x)')
    .run('a')
    .run('b', null, { ...failed, output: error })
    .run('c', null, { ...failed, output: error });
  const { runs, ...rest } = notebook.build();
  const twice = runs.map(run => ({
    ...run,
    executions: run.executions.map(one =>
      one.status === 'error' ? { ...one, outputCount: 2 } : one
    )
  }));
  const input = { ...rest, runs: twice, analyse: analysePython };
  expect(
    forecast(input)
      .cells.map(one => one.verdict)
      .slice(1)
  ).toEqual(['same', 'random']);
});

it('a function in a table draws nothing where the table is made', () => {
  const notebook = aNotebook()
    .cell('a', 'import random')
    .cell('b', 'table = {"chance": lambda: random.random(), "one": [len]}')
    .cell('c', 'print(table["one"][0]("a"))')
    .runs('a', 'b')
    .run('c', null, { output: '1' });
  expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
});

describe('a stream seeded with a number', () => {
  it.each([
    ['import numpy as np\nnp.random.seed(1)\nk = 2', 'b same'],
    ['import numpy as np\nk = 1\nnp.random.seed(1)', 'b same'],
    ['import numpy as np\nnp.random.seed(2)\nk = 1', 'b differs edited'],
    [
      'import numpy as np\nnp.random.seed(1)\nk = np.random.rand()',
      'b differs edited'
    ],
    ['import numpy as np\nnp.random.seed(1)\nk = f()', 'b differs edited'],
    [
      'import numpy as np\nk = 1\nif k:\n    np.random.seed(1)',
      'b differs edited'
    ]
  ])('is what it is whatever else the cell does: %j', (source, expected) => {
    const notebook = aNotebook()
      .cell('a', 'import numpy as np\nnp.random.seed(1)\nk = 1')
      .cell('b', 'print(np.random.rand())')
      .run('a')
      .run('b', null, { output: '1' })
      .edit('a', source);
    expect(told(notebook)[1]).toBe(expected);
  });
});
