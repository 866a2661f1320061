# Lists that grow by hand
# %%
tasks = []
done = set()
# %%
tasks.append("write")
# %%
tasks.append("test")
# %% edit
tasks.append("review")
# %%
tasks += ["ship"]
print(tasks)
# %%
done.add(tasks[0])
# %%
open_tasks = [t for t in tasks if t not in done]
open_tasks
# %%
priority = {t: i for i, t in enumerate(tasks)}
# %%
tasks.remove("write")
# %%
priority["ship"] = 0
# %% edit
priority["ship"] = 9
# %%
print(sorted(priority.items(), key=lambda p: (p[1], p[0])))
# %%
tasks.reverse()
tasks
# %%
current = tasks.pop() if tasks else None
print(current)
# %%
print(len(tasks), len(done), len(open_tasks))
