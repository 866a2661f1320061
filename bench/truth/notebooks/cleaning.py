# Cleaning a small table of orders with pandas
# %%
import pandas as pd
import io
# %%
raw = io.StringIO("""id,city,amount,day
1,Bern,10.5,2024-01-03
2,bern ,,2024-01-04
3,Basel,7,2024-01-04
4,BASEL,12.25,bad
5,Chur,3,2024-01-09
""")
# %%
orders = pd.read_csv(raw)
orders.head()
# %%
orders["city"] = orders["city"].str.strip().str.title()
orders["city"].value_counts()
# %% edit
orders["city"] = orders["city"].str.strip().str.lower()
orders["city"].value_counts()
# %%
orders["amount"] = orders["amount"].fillna(orders["amount"].mean())
print(orders["amount"].round(2).tolist())
# %% edit
orders["amount"] = orders["amount"].fillna(0)
print(orders["amount"].round(2).tolist())
# %%
orders["day"] = pd.to_datetime(orders["day"], errors="coerce")
orders.dtypes
# %%
clean = orders.dropna().reset_index(drop=True)
len(clean)
# %% edit
clean = orders.dropna(subset=["day"]).reset_index(drop=True)
len(clean)
# %%
per_city = clean.groupby("city")["amount"].agg(["sum", "count"])
per_city
# %%
orders.drop(columns=["id"], inplace=True)
list(orders.columns)
# %%
threshold = 8
# %% edit
threshold = 11
# %% edit
threshold = 4 + 4
# %%
big = clean[clean["amount"] > threshold]
print(big.shape[0], "big orders")
# %%
print(per_city.loc[:, "sum"].max(), threshold)
