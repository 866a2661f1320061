# Dice without a seed
# %%
import random, time
# %%
sides = 6
# %% edit
sides = 20
# %%
def roll(n):
    return [random.randint(1, sides) for _ in range(n)]
# %%
rolls = roll(1000)
# %%
print(len(rolls), min(rolls) >= 1)
# %%
mean = sum(rolls) / len(rolls)
mean
# %%
expected = (sides + 1) / 2
expected
# %%
print("off by", abs(mean - expected))
# %%
start = time.time()
# %%
table = {s: 0 for s in range(1, sides + 1)}
for r in rolls:
    table[r] += 1
# %%
print(sorted(table))
# %%
print(sum(table.values()))
