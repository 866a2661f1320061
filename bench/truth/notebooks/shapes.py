# Shapes: a base class, what is made from it, and a constant of the notebook in one method
# %%
import math
# %%
UNIT = "cm"
# %% edit
UNIT = "mm"
# %%
class Shape:
    sides = 0
    def __init__(self, name):
        self.name = name
    def area(self):
        return 0.0
    def label(self):
        return f"{self.name}: {self.area():.1f} {UNIT}²"
    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"
# %% edit
class Shape:
    sides = 0
    def __init__(self, name):
        self.name = name
    def area(self):
        return 0.0
    def label(self):
        return f"{self.name} has {self.area():.2f} {UNIT}²"
    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"
# %%
class Circle(Shape):
    def __init__(self, name, radius):
        super().__init__(name)
        self.radius = radius
    def area(self):
        return math.pi * self.radius ** 2
# %%
class Box(Shape):
    sides = 4
    def __init__(self, name, width, height=1):
        super().__init__(name)
        self.width, self.height = width, height
    def area(self):
        return self.width * self.height
    def grow(self, factor):
        self.width *= factor
        return self
# %% edit
class Box(Shape):
    sides = 4
    def __init__(self, name, width, height=1):
        super().__init__(name)
        self.width, self.height = width, height
    def area(self):
        return self.width * self.height
    def grow(self, factor):
        self.width *= factor
        self.height *= factor
        return self
# %%
plate = Circle("plate", 2)
# %%
crate = Box("crate", 3, 4)
# %%
shapes = [plate, crate]
print([s.name for s in shapes])
# %%
crate.grow(2)
# %%
for shape in shapes:
    print(shape.label())
# %%
shapes
# %%
largest = max(shapes, key=lambda s: s.area())
largest.name
# %%
print(sum(s.sides for s in shapes), crate.width)
# %%
[isinstance(s, Shape) for s in shapes]
