# A graph of nodes that know each other, with a cache and a context
# %%
from collections import deque
# %%
class Node:
    def __init__(self, name):
        self.name = name
        self.next = []
    def link(self, *others):
        self.next.extend(others)
        return self
    def __repr__(self):
        return f"({self.name})"
# %%
class Graph:
    def __init__(self):
        self.nodes = {}
    def node(self, name):
        if name not in self.nodes:
            self.nodes[name] = Node(name)
        return self.nodes[name]
    def link(self, one, *others):
        self.node(one).link(*[self.node(o) for o in others])
    def walk(self, start):
        seen, todo = [], deque([self.node(start)])
        while todo:
            node = todo.popleft()
            if node not in seen:
                seen.append(node)
                todo.extend(node.next)
        return seen
# %% edit
class Graph:
    def __init__(self):
        self.nodes = {}
    def node(self, name):
        if name not in self.nodes:
            self.nodes[name] = Node(name)
        return self.nodes[name]
    def link(self, one, *others):
        self.node(one).link(*[self.node(o) for o in others])
    def walk(self, start):
        seen, todo = [], deque([self.node(start)])
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.append(node)
                todo.extend(node.next)
        return seen
# %%
graph = Graph()
# %%
graph.link("a", "b", "c")
# %%
graph.link("b", "d")
# %% edit
graph.link("b", "d", "e")
# %%
graph.walk("a")
# %%
class Trail:
    def __init__(self, graph):
        self.graph, self.log = graph, []
    def __enter__(self):
        self.log.append("in")
        return self
    def __exit__(self, *error):
        self.log.append("out")
    def visit(self, name):
        self.log.append(repr(self.graph.node(name)))
# %%
trail = Trail(graph)
# %%
with trail as t:
    t.visit("a")
    t.visit("z")
# %%
print(trail.log)
# %%
sorted(graph.nodes)
# %%
lonely = [n for n in graph.nodes.values() if not n.next]
lonely
# %%
lonely[0].link(graph.node("a"))
# %%
graph.walk("d")
