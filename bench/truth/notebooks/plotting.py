# Curves with matplotlib
# %%
%matplotlib inline
import numpy as np
import matplotlib.pyplot as plt
# %%
x = np.linspace(0, 6, 40)
# %% edit
x = np.linspace(0, 6, 20)
# %%
def wave(x, k=1):
    return np.sin(k * x) * scale
# %% edit
def wave(x, k=1):
    return np.cos(k * x) * scale
# %%
scale = 2
# %% edit
scale = 3
# %%
y = wave(x)
y[:3]
# %%
fig, ax = plt.subplots(figsize=(3, 2))
ax.plot(x, y)
ax.set_title("wave");
# %%
plt.rcParams["lines.linewidth"] = 3
# %% edit
plt.rcParams["lines.linewidth"] = 1
# %%
plt.figure(figsize=(3, 2))
plt.plot(x, wave(x, 2))
plt.show()
# %%
ax.set_xlabel("t")
fig
# %%
y *= 0.5
print(y.max().round(3))
# %%
plt.figure(figsize=(2, 2))
plt.bar(["a", "b"], [y.max(), y.mean()])
plt.show()
