# Handlers that register themselves with a class, and one that is changed while it is in use
# %%
class Handler:
    known = {}
    calls = 0
    def __init_subclass__(cls, **rest):
        super().__init_subclass__(**rest)
        Handler.known[cls.__name__] = cls
    def handle(self, text):
        Handler.calls += 1
        return self.work(text)
    def work(self, text):
        return text
# %%
class Upper(Handler):
    def work(self, text):
        return text.upper()
# %%
class Marked(Handler):
    mark = "*"
    def work(self, text):
        return f"{self.mark}{text}{self.mark}"
# %% edit
class Marked(Handler):
    mark = "_"
    def work(self, text):
        return f"{self.mark}{text}{self.mark}"
# %%
sorted(Handler.known)
# %%
upper, marked = Upper(), Marked()
# %%
upper.handle("one")
# %%
marked.handle("two")
# %%
Marked.mark = "#"
# %%
print(marked.handle("three"))
# %%
marked.mark = "+"
# %%
print(marked.handle("four"), Marked().handle("five"))
# %%
Handler.calls
# %%
def shout(self, text):
    return text + "!"
# %%
Upper.work = shout
# %%
upper.handle("six")
# %%
results = {name: kind().handle("x") for name, kind in sorted(Handler.known.items())}
results
