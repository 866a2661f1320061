// What the probe adds to each cell of a notebook that trains a forest and a small net on data of pandas, NumPy and Arrow.
// RETRACE_BENCH_PYTHON names a Python with torch and pyarrow; without them their cells are left out.
import { join } from 'node:path';

import { canImport, notebookLines } from './probe-kernel';

const root = process.cwd();
const python =
  process.env.RETRACE_BENCH_PYTHON ?? join(root, '.venv', 'bin', 'python');
const ROUNDS = Number(process.env.RETRACE_BENCH_ROUNDS ?? 11);

/** Each cell with the module that it needs, besides those that are always there. */
const notebook: readonly (readonly [code: string, module?: string])[] = [
  [
    'import time\nimport numpy as np, pandas as pd\nfrom sklearn.ensemble import RandomForestClassifier\nfrom sklearn.linear_model import LogisticRegression\nfrom sklearn.model_selection import train_test_split\nfrom sklearn.metrics import accuracy_score'
  ],
  ['import pyarrow as pa, pyarrow.parquet as pq', 'pyarrow'],
  ['import torch', 'torch'],
  [
    'rng = np.random.default_rng(7)\nrows = 60_000\nmade = pd.DataFrame({"id": np.arange(rows), "age": rng.integers(18, 90, rows), "income": rng.normal(3e4, 8e3, rows), "city": rng.choice(["Ulm", "Bonn", "Kiel", "Jena"], rows), "spent": rng.gamma(2, 100, rows)})\nmade["label"] = (made["income"] + 40 * made["age"] + rng.normal(0, 4e3, rows) > 32_500).astype(int)\nmade.to_csv("people.csv", index=False)\nnp.save("extra.npy", rng.normal(size=(rows, 8)))'
  ],
  [
    'pq.write_table(pa.table({"id": np.arange(rows), "score": rng.normal(size=rows)}), "scores.parquet")',
    'pyarrow'
  ],
  ['people = pd.read_csv("people.csv")\npeople.head()'],
  ['extra = np.load("extra.npy")'],
  ['scores = pq.read_table("scores.parquet").to_pandas()', 'pyarrow'],
  ['data = people.merge(people[["id"]], on="id")'],
  ['for n in range(8):\n    data[f"x{n}"] = extra[:, n]'],
  [
    'data["ratio"] = data["spent"] / data["income"]\nby_city = data.groupby("city").agg({"income": ["mean", "std"], "spent": "median"})\nby_city'
  ],
  [
    'data = data.sort_values(["city", "income"]).reset_index(drop=True)\ndata["rank"] = data.groupby("city")["income"].rank()'
  ],
  [
    'features = [name for name in data.columns if name not in ("id", "label", "city")]\nX, y = data[features].to_numpy(dtype=np.float32), data["label"].to_numpy()\nX_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)'
  ],
  [
    'mean, std = X_train.mean(axis=0), X_train.std(axis=0)\nX_train, X_test = (X_train - mean) / std, (X_test - mean) / std'
  ],
  [
    'forest = RandomForestClassifier(n_estimators=8, max_depth=7, random_state=0).fit(X_train, y_train)'
  ],
  [
    'predicted = forest.predict(X_test)\naccuracy = accuracy_score(y_test, predicted)\nprint(accuracy)'
  ],
  [
    'line = LogisticRegression(max_iter=60).fit(X_train, y_train)\nprint(line.score(X_test, y_test))'
  ],
  [
    'torch.manual_seed(0)\nnet = torch.nn.Sequential(torch.nn.Linear(X_train.shape[1], 64), torch.nn.ReLU(), torch.nn.Linear(64, 2))\noptimizer = torch.optim.Adam(net.parameters(), lr=1e-3)\ntx, ty = torch.from_numpy(X_train), torch.from_numpy(y_train)',
    'torch'
  ],
  [
    'for start in range(0, len(tx), 256):\n    optimizer.zero_grad()\n    loss = torch.nn.functional.cross_entropy(net(tx[start:start + 256]), ty[start:start + 256])\n    loss.backward()\n    optimizer.step()\nprint(loss.item())',
    'torch'
  ],
  [
    'with torch.no_grad():\n    guessed = net(torch.from_numpy(X_test)).argmax(1).numpy()\nprint(accuracy_score(y_test, guessed))',
    'torch'
  ],
  [
    'draws = np.random.default_rng(3).choice(y_test, size=(60, len(y_test)))\nlow, high = np.percentile(draws.mean(axis=1), [2.5, 97.5])'
  ],
  ['summary = {"forest": accuracy, "low": low, "high": high}\nsummary'],
  ['time.sleep(0.1)'],
  ['count = 5'],
  ['print(count)']
];

export default {
  title: 'Probe: each cell of a study, paired with a kernel without it',
  table(): readonly object[] {
    const missing = ['pyarrow', 'torch'].filter(
      module => !canImport(python, module)
    );
    if (missing.length > 0) {
      process.stdout.write(
        `Cells that need ${missing.join(' or ')} are left out: RETRACE_BENCH_PYTHON names no Python that has it.\n`
      );
    }
    const cells = notebook
      .filter(([, module]) => !module || !missing.includes(module))
      .map(([code]) => code);
    return notebookLines(python, cells, ROUNDS);
  }
};
