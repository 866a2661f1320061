# Dataclasses and named tuples
# %%
from dataclasses import dataclass, field, replace
from typing import NamedTuple
# %%
@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False)
# %%
tax = 0.1
# %% edit
tax = 0.2
# %%
items = [Item(3.5, "pen"), Item(12.0, "book"), Item(1.0, "clip")]
# %% edit
items = [Item(3.5, "pen"), Item(2.0, "book"), Item(1.0, "clip")]
# %%
cheapest = min(items)
cheapest
# %%
cheapest.tags.append("sale")
# %%
items[0]
# %%
dear = replace(items[1], price=round(items[1].price * (1 + tax), 2))
dear
# %%
class Point(NamedTuple):
    x: int
    y: int = 0
# %% edit
class Point(NamedTuple):
    x: int
    y: int = 7
# %%
p = Point(3)
p._replace(x=4)
# %%
items.sort()
[i.name for i in items]
# %%
print(p, cheapest.tags, sum(i.price for i in items))
