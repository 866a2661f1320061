// Small notebooks of the kinds that people write, with edits that somebody might make to a cell.

/** One cell: its source first, then what an edit turns it into. */
export type DraftCell = readonly [source: string, ...edits: string[]];

/** Notebooks without any library beyond the standard one, so that they run in milliseconds. */
export const truthNotebooks: readonly (readonly DraftCell[])[] = [
  [
    ['import math\nimport statistics as st'],
    ['rows = [3, 1, 4, 1, 5, 9, 2, 6]', 'rows = [3, 1, 4, 1, 5]'],
    [
      'clean = [r for r in rows if r > 1]',
      'clean = [r for r in rows if r > 2]'
    ],
    ['mean = st.mean(clean)\nmean'],
    ['scaled = [round(r / mean, 3) for r in clean]\nprint(scaled)'],
    ['clean.sort()\nclean[:3]', 'clean.reverse()\nclean[:3]'],
    ['print(max(scaled), len(clean))'],
    ['total = sum(rows)\nprint(total)', 'total = sum(clean)\nprint(total)']
  ],
  [
    ['counter = 0'],
    ['log = []'],
    [
      'def step(k):\n    return counter + k',
      'def step(k):\n    return counter * k'
    ],
    ['counter += 1'],
    ['log.append(step(2))'],
    ['print(log)'],
    ['print(counter, step(10))']
  ],
  [
    [
      'table = {"a": [1, 2, 3], "b": [4, 5, 6]}',
      'table = {"a": [1, 2], "b": [4, 5]}'
    ],
    ['table["c"] = [x + y for x, y in zip(table["a"], table["b"])]'],
    [
      'table["a"] = [x * 2 for x in table["a"]]',
      'table["a"] = [x * 3 for x in table["a"]]'
    ],
    ['print(table["c"])'],
    ['print(table["a"])'],
    ['print(sorted(table))'],
    ['size = {k: len(v) for k, v in table.items()}\nsize'],
    ['del table["b"]\nprint(list(table))', 'print(list(table))']
  ],
  [
    ['import random'],
    ['random.seed(3)', 'random.seed(4)'],
    ['sample = [random.random() for _ in range(3)]'],
    ['print(sample)'],
    ['noise = random.gauss(0, 1)\nprint(round(noise, 4))'],
    ['best = max(sample)\nbest'],
    ['sample.sort()']
  ],
  [
    [
      'class Model:\n    def __init__(self, rate):\n        self.rate = rate\n        self.steps = 0\n    def fit(self, data):\n        self.weight = sum(data) * self.rate\n        return self\n    def predict(self, x):\n        return x * self.weight + bias'
    ],
    ['bias = 1', 'bias = 2'],
    ['data = [1, 2, 3]', 'data = [1, 2, 3, 4]'],
    ['model = Model(0.5)', 'model = Model(0.25)'],
    ['model.fit(data)\nprint(model.weight)'],
    ['print(model.predict(4))'],
    ['scores = [model.predict(x) for x in data]\nscores'],
    ['print(sum(scores))']
  ],
  [
    [
      'text = "the quick brown fox jumps over the lazy dog the end"',
      'text = "a quick brown fox"'
    ],
    ['words = text.split()'],
    ['counts = {}'],
    ['for word in words:\n    counts[word] = counts.get(word, 0) + 1'],
    ['top = sorted(counts, key=lambda w: (-counts[w], w))[:3]\nprint(top)'],
    ['stop = {"the", "a"}', 'stop = {"the"}'],
    ['kept = [w for w in words if w not in stop]\nlen(kept)'],
    ['print(counts.get("fox"), len(kept))']
  ],
  [
    ['size = 4', 'size = 5'],
    ['def grid(n):\n    return [[i * j for j in range(n)] for i in range(n)]'],
    ['g = grid(size)'],
    ['def total(m):\n    return sum(sum(r) for r in m)'],
    ['print(total(g))'],
    ['g[0] = [1] * size'],
    ['print(g[0], total(g))'],
    ['size = size - 1\nprint(size)', 'print(size)']
  ],
  [
    ['queue = [5, 3, 8]'],
    ['done = []'],
    ['item = queue.pop()\nprint(item)'],
    ['done.append(item)'],
    ['if queue:\n    first = queue[0]\nelse:\n    first = None'],
    ['print(first, done)'],
    ['done = done + [first]'],
    ['print(len(done))']
  ],
  [
    [
      'config = {"depth": 2, "rate": 0.1}',
      'config = {"depth": 3, "rate": 0.1}'
    ],
    ['config["rate"] = 0.2', 'config["rate"] = 0.3'],
    ['def train(c):\n    return c["depth"] * c["rate"]'],
    ['result = train(config)\nprint(result)'],
    ['results = {}'],
    ['results["first"] = result'],
    ['config.update(depth=7)'],
    ['results["second"] = train(config)'],
    ['print(results)']
  ],
  [
    ['x = 1', 'x = 2', 'x = 1 + 0'],
    ['y = x + 1', 'y = x + 2'],
    ['z = x * 10'],
    ['print(y)'],
    ['x = 5', 'x = 6'],
    ['print(x)'],
    ['w = y + z', 'w = y - z'],
    ['print(w)', 'print(w, x)'],
    ['z = 0\nprint(z)']
  ]
];
