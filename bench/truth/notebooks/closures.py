# Functions that remember
# %%
def make_counter(start=0):
    n = start
    def tick(by=1):
        nonlocal n
        n += by
        return n
    return tick
# %%
tick = make_counter()
# %% edit
tick = make_counter(10)
# %%
tick()
# %%
tick(5)
# %%
cache = {}
calls = 0
# %%
def slow_square(n):
    global calls
    if n not in cache:
        calls += 1
        cache[n] = n * n
    return cache[n]
# %% edit
def slow_square(n):
    global calls
    if n not in cache:
        calls += 1
        cache[n] = n ** 3
    return cache[n]
# %%
[slow_square(n) for n in (2, 3, 2)]
# %%
print(calls)
# %%
adders = [lambda x, k=k: x + k for k in range(3)]
# %%
factor = 2
def scaled(x):
    return x * factor
# %%
print([f(10) for f in adders], scaled(3))
# %%
factor = 5
# %% edit
factor = 2
# %%
print(scaled(3), tick(), sorted(cache))
