# A long state machine of plain values
# %%
state = "idle"
count = 0
history = []
# %%
def go(to):
    global state, count
    history.append((state, to))
    state = to
    count += 1
# %% edit
def go(to):
    global state, count
    history.append(to)
    state = to
    count += 2
# %%
go("ready")
# %%
print(state)
# %%
go("running")
# %%
limit = 3
# %% edit
limit = 5
# %%
while count < limit:
    go("running")
print(count)
# %%
history[-1]
# %%
if state == "running":
    result = "done"
else:
    result = "failed"
# %%
go(result)
print(state, count)
# %%
state = "idle"
# %%
print(len(history), result)
# %%
del result
# %%
summary = {"state": state, "count": count}
summary
