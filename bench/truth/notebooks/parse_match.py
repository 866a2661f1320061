# Commands that are taken apart by their shape
# %%
commands = ["go north", "take lamp", "go east", "drop", "look"]
# %% edit
commands = ["go north", "take lamp", "take rope", "drop lamp", "look"]
# %%
bag, place, seen = [], [0, 0], set()
# %%
def handle(command):
    match command.split():
        case ["go", ("north" | "east") as way]:
            place[way == "north"] += 1
            return way
        case ["take", thing]:
            bag.append(thing)
            return thing
        case ["drop", thing] if thing in bag:
            bag.remove(thing)
        case [word]:
            return f"{word}?"
# %%
answers = [handle(c) for c in commands]
answers
# %%
print(bag, place)
# %%
seen |= {a for a in answers if a}
# %%
with_marks = [f"{a!r:>8}" for a in sorted(seen)]
print("".join(with_marks))
# %%
handle("take map")
# %%
print(bag)
# %%
counts = {}
for c in commands:
    verb, *_ = c.split()
    counts[verb] = counts.get(verb, 0) + 1
counts
# %%
moves = counts.get("go", 0)
# %% edit
moves = counts.get("take", 0)
# %%
print(moves == sum(place), len(bag))
