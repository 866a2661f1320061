// What the analysis of a notebook of 1,000 cells costs, beside parsing the same cells with Lezer alone.
import { parser } from '@lezer/python';

import { analysePython } from '../src/analysis';

/** Cells as people write them; `#` stands for a number of the cell's own, but where a remark begins. */
const templates = [
  'import numpy as np\nimport pandas as pd\nimport matplotlib.pyplot as plt\nfrom sklearn.model_selection import train_test_split\n%matplotlib inline',
  'df# = pd.read_csv("data/part#.csv", parse_dates=["date"])\ndf#.head()',
  'df#["ratio"] = df#["clicks"] / df#["views"].clip(lower=1)\ndf#.loc[df#["ratio"] > 1, "ratio"] = np.nan\ndf# = df#.dropna(subset=["ratio"]).reset_index(drop=True)',
  'def clean#(frame, columns=("a", "b"), *, limit=0.5):\n    """Drops what is mostly missing."""\n    kept = [c for c in columns if frame[c].isna().mean() < limit]\n    result = frame[kept].copy()\n    for name in kept:\n        if result[name].dtype == object:\n            result[name] = result[name].str.strip().str.lower()\n    return result\n\nparts#, rest# = clean#(df#), df#.drop(columns=["a"], errors="ignore")',
  'fig, ax = plt.subplots(1, 2, figsize=(10, 4))\nax[0].hist(df#["ratio"], bins=30, alpha=0.6)\nax[0].set_title(f"Ratio of part # (n={len(df#)})")\nax[1].scatter(df#["views"], df#["clicks"], s=4)\nplt.tight_layout()\nplt.show()',
  'X_train, X_test, y_train, y_test = train_test_split(\n    df#[["views", "clicks"]], df#["label"], test_size=0.25, random_state=#\n)\nmodel# = LogisticRegression(C=1.0, max_iter=500)\nmodel#.fit(X_train, y_train)\nprint("score", model#.score(X_test, y_test))',
  'results# = []\nfor seed in range(5):\n    rng = np.random.default_rng(seed)\n    sample = rng.normal(loc=#, scale=2.0, size=1000)\n    results#.append({"seed": seed, "mean": sample.mean(), "std": sample.std()})\nsummary# = pd.DataFrame(results#).set_index("seed")\nsummary#.describe()',
  'by_group# = (\n    df#.groupby(["region", "year"])\n    .agg(total=("clicks", "sum"), best=("views", "max"))\n    .sort_values("total", ascending=False)\n)\nby_group#.head(10)',
  'class Account#:\n    rate = 0.02\n\n    def __init__(self, owner, balance=0):\n        self.owner = owner\n        self.balance = balance\n\n    def deposit(self, amount):\n        if amount <= 0:\n            raise ValueError(f"{amount!r} is no deposit")\n        self.balance += amount\n        return self\n\naccount# = Account#("ann").deposit(#)',
  'try:\n    with open("notes#.txt") as handle:\n        words# = [w for line in handle for w in line.split()]\nexcept FileNotFoundError as error:\n    print(error)\n    words# = []\ncounts# = Counter(words#)\ncounts#.most_common(3)',
  '# a remark\nx# = x# + 1 if "x#" in globals() else 0\nprint(x#)',
  '!ls data\n%time total# = sum(i ** 2 for i in range(100_000))\ntotal#'
];

function sourcesOf(cells: number): readonly string[] {
  return Array.from({ length: cells }, (_, index) =>
    (templates[index % templates.length] ?? '').replace(/#(?! )/g, `${index}`)
  );
}

export default {
  title: 'Analysis of 1,000 cells of Python',
  cases: {
    'parsing alone': () => {
      const sources = sourcesOf(1000);
      return () => sources.map(source => parser.parse(source).length);
    },
    'first analysis': () => {
      const sources = sourcesOf(1000);
      return () => sources.map(source => analysePython(source)).length;
    }
  }
};
