# Chains and selections of a frame
# %%
import pandas as pd
# %%
df = pd.DataFrame({"team": list("aabbc"), "points": [3, 1, 4, 1, 5], "home": [1, 0, 1, 1, 0]})
# %% edit
df = pd.DataFrame({"team": list("aabbc"), "points": [3, 1, 4, 1, 9], "home": [1, 0, 1, 1, 0]})
# %%
top = df[df["points"] > 2]
# %%
df["rank"] = df["points"].rank(ascending=False)
df
# %% edit
df["rank"] = df["points"].rank()
df
# %%
summary = (
    df.assign(double=lambda d: d["points"] * 2)
    .query("home == 1")
    .groupby("team", as_index=False)["double"]
    .sum()
    .sort_values("double")
)
summary
# %%
points = df["points"]
# %%
df.loc[df["team"] == "b", "points"] += 10
# %%
print(points.tolist())
# %%
df = df.rename(columns={"home": "at_home"})
# %%
print(df.columns.tolist(), len(top))
# %%
df.sort_values("points", inplace=True)
df.head(2)
# %%
wide = df.pivot_table(index="team", values="points", aggfunc="mean")
wide
# %%
print(wide["points"].max(), summary["double"].sum())
