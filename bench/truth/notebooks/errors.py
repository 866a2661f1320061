# Cells that try, fail and carry on
# %%
readings = {"a": "10", "b": "x", "c": "7"}
# %% edit
readings = {"a": "10", "b": "4", "c": "7"}
# %%
parsed = {}
failed = []
# %%
for key, text in readings.items():
    try:
        parsed[key] = int(text)
    except ValueError as error:
        failed.append(f"{key}: {error}")
print(failed)
# %% raises
parsed["b"] / 2
# %%
try:
    ratio = parsed["a"] / parsed.get("z", 0)
except ZeroDivisionError:
    ratio = None
print(ratio)
# %%
default = 5
# %% edit
default = 0
# %%
for key in readings:
    parsed.setdefault(key, default)
parsed
# %%
def check(n):
    if n < 5:
        raise ValueError("too small: %d" % n)
    return n
# %% edit
def check(n):
    if n < 8:
        raise ValueError("too small: %d" % n)
    return n
# %%
ok = []
for n in parsed.values():
    try:
        ok.append(check(n))
    except ValueError as problem:
        print(problem)
# %%
ok
# %%
assert ok, "nothing passed"
# %%
best = max(ok)
print(best, len(failed))
