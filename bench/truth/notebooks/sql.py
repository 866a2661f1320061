# A small database
# %%
import sqlite3
# %%
con = sqlite3.connect(":memory:")
cur = con.cursor()
# %%
cur.execute("create table if not exists pets (name text, kind text, age integer)");
# %%
pets = [("Rex", "dog", 4), ("Mia", "cat", 2), ("Tux", "bird", 1)]
# %% edit
pets = [("Rex", "dog", 4), ("Mia", "cat", 3)]
# %%
cur.executemany("insert into pets values (?, ?, ?)", pets);
# %%
cur.execute("select count(*) from pets").fetchone()
# %%
def ages(kind):
    return [row[0] for row in con.execute("select age from pets where kind = ?", (kind,))]
# %%
print(ages("dog"), ages("cat"))
# %%
con.execute("update pets set age = age + 1");
# %% edit
con.execute("update pets set age = age + 2 where kind = 'cat'");
# %%
oldest = con.execute("select name, age from pets order by age desc, name").fetchone()
oldest
# %%
print(len(pets), oldest[0])
