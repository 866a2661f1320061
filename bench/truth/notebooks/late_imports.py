# Imports wherever they were needed first
# %%
data = [2, 7, 1, 8, 2, 8]
# %% edit
data = [2, 7, 1, 8]
# %%
from statistics import mean, median
mean(data)
# %%
spread = max(data) - min(data)
# %%
from math import *
# %%
print(sqrt(spread), floor(e))
# %%
e = 3
# %% edit
e = 2.718281828459045
# %%
import json as j
print(j.dumps({"spread": spread, "e": e}))
# %%
try:
    import notthere
    fancy = True
except ImportError:
    fancy = False
fancy
# %%
from collections import *
d = deque(data, maxlen=3)
d
# %%
d.append(10)
# %%
pow = lambda a, b: a - b
# %%
print(list(d), pow(5, 2), median(data))
# %%
import math
print(math.pow(2, 3), e)
