// What the probe adds to a cell of four lines over a frame of 1,000,000 rows.
import { kernelLines } from './probe-kernel';

export default {
  title: 'Probe: four lines of pandas, 1,000,000 rows',
  table: () =>
    kernelLines(
      [
        'import numpy as np, pandas as pd\nrng = np.random.default_rng(1)',
        'df = pd.DataFrame({"a": rng.normal(size=1_000_000), "b": rng.normal(size=1_000_000), "group": rng.integers(0, 50, 1_000_000)})'
      ],
      'kept = df[df["a"] > 0]\nmeans = kept.groupby("group")["b"].mean()\ndf["c"] = df["a"] * 2 + df["b"]\ntop = means.sort_values().tail(5)',
      41
    )
};
