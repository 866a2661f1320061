# Writing and reading files
# data: stations.csv
# %%
import csv, json
from pathlib import Path
# %%
with open("stations.csv") as source:
    stations = list(csv.DictReader(source))
len(stations)
# %%
unit = "m"
# %% edit
unit = "ft"
# %%
heights = {s["name"]: float(s["height"]) * (1 if unit == "m" else 3.281) for s in stations}
# %%
Path("heights.json").write_text(json.dumps({k: round(v) for k, v in heights.items()}));
# %%
loaded = json.loads(Path("heights.json").read_text())
loaded
# %%
with open("log.txt", "w") as out:
    print("start", file=out)
# %%
with open("log.txt", "a") as out:
    print("highest", max(loaded, key=loaded.get), file=out)
# %%
print(open("log.txt").read())
# %%
!wc -l < stations.csv
# %%
sorted(p.suffix for p in Path(".").glob("*.*"))
# %%
loaded["Total"] = sum(loaded.values())
print(loaded["Total"])
# %%
Path("heights.json").exists()
