# Arrays that are changed where they stand, and views on them
# %%
import numpy as np
np.set_printoptions(precision=2, suppress=True)
# %%
grid = np.arange(12, dtype=float).reshape(3, 4)
# %% edit
grid = np.arange(12, dtype=float).reshape(3, 4) + 1
# %%
row = grid[1]
# %%
row += 10
# %% edit
row += 5
# %%
print(grid)
# %%
copy = grid.copy()
copy[0] = 0
# %%
grid[:, 0] = -1
# %%
print(row[0], copy[1, 0])
# %%
grid.sort(axis=1)
grid[0]
# %%
mask = grid > 4
grid[mask] /= 2
# %%
print(grid.sum().round(2), mask.sum())
# %%
np.clip(grid, 0, 5, out=grid)
grid.max()
# %%
flat = grid.ravel()
flat[-1] = 99
print(grid[-1, -1])
