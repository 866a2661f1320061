# A random walk with seeds
# %%
import random
import numpy as np
# %%
random.seed(11)
np.random.seed(5)
# %% edit
random.seed(12)
np.random.seed(5)
# %%
steps = [random.choice([-1, 1]) for _ in range(20)]
# %%
position = 0
path = []
for s in steps:
    position += s
    path.append(position)
print(path)
# %%
noise = np.random.normal(size=5)
noise.round(3)
# %% edit
noise = np.random.normal(scale=2, size=5)
noise.round(3)
# %%
rng = np.random.default_rng(42)
# %%
draws = rng.integers(0, 10, size=6)
draws
# %%
deck = list(range(8))
random.shuffle(deck)
print(deck)
# %%
hits = sum(1 for _ in range(200) if random.random() ** 2 + random.random() ** 2 < 1)
print(4 * hits / 200)
# %% edit
hits = sum(1 for _ in range(100) if random.random() ** 2 + random.random() ** 2 < 1)
print(4 * hits / 100)
# %%
more = rng.random(2)
print(more.round(4), max(path))
