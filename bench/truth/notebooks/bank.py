# Accounts as objects
# %%
class Account:
    fee = 1
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []
    def deposit(self, amount):
        self.balance += amount - self.fee
        self.log.append(amount)
        return self
    def __repr__(self):
        return f"<{self.owner}: {self.balance}>"
# %%
anna = Account("Anna", 100)
# %% edit
anna = Account("Anna", 50)
# %%
ben = Account("Ben")
# %%
anna.deposit(20)
# %%
Account.fee = 2
# %%
ben.deposit(10).deposit(5)
# %%
class Saver(Account):
    def grow(self, rate):
        self.balance = round(self.balance * (1 + rate), 2)
# %% edit
class Saver(Account):
    def grow(self, rate):
        self.balance = round(self.balance * (1 + rate) - self.fee, 2)
# %%
cleo = Saver("Cleo", 200)
cleo.grow(0.1)
cleo
# %%
accounts = [anna, ben, cleo]
total = sum(a.balance for a in accounts)
total
# %%
for a in accounts:
    a.deposit(1)
# %%
print(accounts)
# %%
print([len(a.log) for a in accounts], total)
