# Waiting at the top level
# %%
import asyncio
# %%
log = []
# %%
async def fetch(name, delay=0.001):
    await asyncio.sleep(delay)
    log.append(name)
    return f"{name}:{len(name)}"
# %% edit
async def fetch(name, delay=0.001):
    await asyncio.sleep(delay)
    log.append(name)
    return f"{name}/{len(name)}"
# %%
one = await fetch("alpha")
one
# %%
names = ["beta", "gamma"]
# %% edit
names = ["beta", "gamma", "delta"]
# %%
many = await asyncio.gather(*[fetch(n) for n in names])
print(many)
# %%
async def countdown(n):
    while n:
        yield n
        n -= 1
# %%
ticks = [t async for t in countdown(3)]
ticks
# %%
lock = asyncio.Lock()
async with lock:
    log.append("locked")
# %%
print(log)
# %%
total = sum(int(item.split(":")[-1]) for item in many if ":" in item)
total
# %%
print(len(log), one, ticks[0])
