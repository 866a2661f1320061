# A pipeline that is steered by a dictionary
# %%
config = {"window": 3, "scale": 1.0, "names": ["u", "v"]}
# %% edit
config = {"window": 2, "scale": 1.0, "names": ["u", "v"]}
# %%
def load():
    return {name: [i * (k + 1) for i in range(8)] for k, name in enumerate(config["names"])}
# %%
def smooth(series):
    w = config["window"]
    return [sum(series[i:i + w]) / w for i in range(len(series) - w + 1)]
# %% edit
def smooth(series):
    w = config["window"]
    return [max(series[i:i + w]) for i in range(len(series) - w + 1)]
# %%
def run():
    return {k: [round(v * config["scale"], 2) for v in smooth(s)] for k, s in load().items()}
# %%
out = run()
out["u"]
# %%
config["scale"] = 0.5
# %% edit
config["scale"] = 1.0
# %%
out = run()
print(out["v"])
# %%
config["names"].append("w")
# %%
sorted(run())
# %%
report = {k: max(v) for k, v in out.items()}
report
# %%
config.update(window=4)
# %%
print(len(run()["u"]), report)
