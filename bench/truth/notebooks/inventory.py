# Stock as data classes, with properties, a counter of the class, and rules that are functions
# %%
from dataclasses import dataclass, field
# %%
VAT = 0.2
# %% edit
VAT = 0.25
# %%
@dataclass
class Item:
    name: str
    price: float
    stock: int = 0
    tags: list = field(default_factory=list)
    made = 0
    def __post_init__(self):
        Item.made += 1
    @property
    def gross(self):
        return round(self.price * (1 + VAT), 2)
    def sell(self, count=1):
        if count > self.stock:
            raise ValueError(f"only {self.stock} of {self.name}")
        self.stock -= count
        return count
# %%
pen = Item("pen", 1.5, 10)
# %%
book = Item("book", 12.0, 3, ["paper"])
# %% edit
book = Item("book", 14.0, 3, ["paper"])
# %%
items = {item.name: item for item in (pen, book)}
# %%
def worth(things):
    return sum(one.price * one.stock for one in things)
# %%
worth(items.values())
# %%
pen.sell(4)
# %%
items["book"].tags.append("sale")
# %%
print(book.tags, pen.stock)
# %%
print(pen.gross, book.gross)
# %%
book.sell(5)
# %%
Item.made
# %%
pen == Item("pen", 1.5, 6)
# %%
cheap = [item for item in items.values() if item.gross < 10]
cheap
