# Recursion with a memory
# %%
from functools import lru_cache, reduce
# %%
memo = {0: 0, 1: 1}
def fib(n):
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
# %%
fib(10)
# %%
len(memo)
# %%
@lru_cache(maxsize=None)
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
# %%
paths(3, 4)
# %%
paths.cache_info()
# %%
target = 20
# %% edit
target = 15
# %%
fib(target)
# %%
print(sorted(memo)[-1], len(memo))
# %%
def is_even(n):
    return n == 0 or is_odd(n - 1)
def is_odd(n):
    return n != 0 and is_even(n - 1)
# %%
print(is_even(target), is_odd(7))
# %%
primes = [p for p in range(2, target) if all(p % q for q in range(2, p))]
primes
# %%
product = reduce(lambda a, b: a * b, primes, 1)
product
# %%
memo.clear()
# %%
print(len(memo), len(primes))
