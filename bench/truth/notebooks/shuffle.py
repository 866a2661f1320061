# Sampling and shuffling, seeded here and there
# %%
import random
# %%
random.seed(1)
people = ["Ada", "Bob", "Cyd", "Dan", "Eve"]
random.shuffle(people)
people
# %% edit
random.seed(2)
people = ["Ada", "Bob", "Cyd", "Dan", "Eve"]
random.shuffle(people)
people
# %%
teams = {"red": people[:2], "blue": people[2:]}
# %%
captain = random.choice(teams["blue"])
print(captain)
# %%
state = random.getstate()
# %%
dice = [random.randrange(6) for _ in range(4)]
dice
# %%
random.setstate(state)
again = [random.randrange(6) for _ in range(4)]
print(again == dice)
# %%
own = random.Random(99)
# %%
luck = own.random()
round(luck, 4)
# %%
order = random.sample(range(10), 3)
# %%
teams["red"].append("Zoe")
# %%
print(teams, len(order))
# %%
print(round(own.random(), 4), captain)
