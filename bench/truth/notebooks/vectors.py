# Vectors with operators, and a path that can be gone along
# %%
DIGITS = 2
# %% edit
DIGITS = 3
# %%
class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)
    def __mul__(self, factor):
        return Vec(self.x * factor, self.y * factor)
    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __repr__(self):
        return f"<{round(self.x, DIGITS)}, {round(self.y, DIGITS)}>"
    def turned(self):
        return Vec(-self.y, self.x)
# %% edit
class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)
    def __mul__(self, factor):
        return Vec(self.x * factor, self.y * factor)
    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __repr__(self):
        return f"<{round(self.x, DIGITS)}, {round(self.y, DIGITS)}>"
    def turned(self):
        return Vec(self.y, -self.x)
# %%
a = Vec(1, 2)
b = Vec(0.5, 1 / 3)
# %%
c = a + b
c
# %%
abs(a * 2)
# %%
a == Vec(1, 2)
# %%
class Path:
    def __init__(self, *points):
        self.points = list(points)
    def __iter__(self):
        return iter(self.points)
    def __len__(self):
        return len(self.points)
    def __getitem__(self, at):
        return self.points[at]
    def add(self, point):
        self.points.append(point)
# %%
path = Path(a, b)
# %%
path.add(c)
# %%
len(path)
# %%
total = Vec(0, 0)
for point in path:
    total = total + point
print(total)
# %%
path[-1].turned()
# %%
path.add(path[0].turned())
# %%
sum(abs(p) for p in path)
