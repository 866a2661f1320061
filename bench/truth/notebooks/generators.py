# Streams that are used up
# %%
def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1
# %%
stream = numbers(8)
# %% edit
stream = numbers(20)
# %%
first = [next(stream) for _ in range(3)]
first
# %%
print(next(stream))
# %%
evens = (n for n in numbers(10) if n % 2 == 0)
# %%
print(list(evens))
# %%
print(sum(evens))
# %%
rest = list(stream)
rest
# %%
pairs = zip(first, "abc")
# %%
lookup = dict(pairs)
lookup
# %%
import itertools
ids = itertools.count(1)
# %%
tickets = [f"T{next(ids)}" for _ in range(2)]
print(tickets)
# %%
print(f"T{next(ids)}", len(rest))
