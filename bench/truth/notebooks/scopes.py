# Names and where they live
# %%
x = 10
# %% edit
x = 20
# %%
squares = [x * x for x in range(4)]
print(x, squares)
# %%
for i in range(3):
    last = i * x
print(i, last)
# %%
def shadow():
    x = 1
    return x
print(shadow(), x)
# %%
def outer():
    global y
    y = x + 1
    return y
outer()
# %%
print(y)
# %%
class Config:
    size = x
    double = [n * 2 for n in range(3)]
# %%
print(Config.size, Config.double)
# %%
if (n := len(squares)) > 3:
    label = f"{n} squares"
label
# %%
first, *rest = squares
# %% edit
*rest, first = squares
# %%
a = b = []
a.append(first)
# %%
print(b, rest)
# %%
a, b = rest, a
x += len(b)
# %%
print(x, a, b)
