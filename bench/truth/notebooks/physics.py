# Numbers that build on each other
# %%
g = 9.81
# %% edit
g = 1.62
# %%
v0 = 20
# %% edit
v0 = 4 * 5
# %% edit
v0 = 25
# %%
def height(t):
    return v0 * t - g * t * t / 2
# %%
t_top = v0 / g
round(t_top, 3)
# %%
top = height(t_top)
print(f"{top:.2f} m")
# %%
times = [i * t_top / 4 for i in range(5)]
# %%
track = [round(height(t), 2) for t in times]
track
# %%
drag = 0.9
# %% edit
drag = 0.8
# %%
slowed = [round(h * drag ** i, 2) for i, h in enumerate(track)]
print(slowed)
# %%
v0 = v0 * drag
# %%
print(round(height(1), 2))
# %%
energy = 0.5 * v0 ** 2
round(energy, 1)
# %%
print(max(track) - max(slowed))
