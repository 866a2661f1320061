# Counting words
# %%
import re
from collections import Counter, defaultdict
# %%
poem = """The sea is a road, the road is a sea;
the wind keeps the books of the quay."""
# %% edit
poem = """The hill is a house, the house is a hill."""
# %%
words = re.findall(r"[a-z]+", poem.lower())
words[:5]
# %%
counts = Counter(words)
counts.most_common(2)
# %%
stop = {"the", "is", "a"}
# %% edit
stop = {"is", "a"}
# %%
for w in list(counts):
    if w in stop:
        del counts[w]
print(len(counts))
# %%
index = defaultdict(list)
for i, w in enumerate(words):
    index[w].append(i)
# %%
print({w: index[w] for w in sorted(index) if len(index[w]) > 1})
# %%
print(index["absent"], len(index))
# %%
def shout(s, mark="!"):
    return s.upper() + mark
# %% edit
def shout(s, mark="?"):
    return s.upper() + mark
# %%
print(" ".join(shout(w) for w in sorted(counts)[:3]))
# %%
text = poem.replace("\n", " ")
text[:20]
