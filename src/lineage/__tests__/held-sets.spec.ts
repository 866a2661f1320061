// Sets that lists, tuples and tables hold: their orders show where those are written out.
import { toldInOrder } from '../../testing/told-in-order';

const tags = 'tags = {"a": {"x", "y"}, "b": {"x"}}';
const plain = 'tags = {"a": ["x", "y"], "b": ["x"]}';
const words = 'found = {"x", "y"}';
const kept = 'g = {"w": found, "n": 3, "t": "text"}';
const bag =
  'class Bag:\n    def __init__(self, items):\n        self.items = items\n        self.own = set(items)\n    def show(self):\n        print(self.items)';
const graph =
  'def reach(graph, start, seen=None):\n    if seen is None:\n        seen = set()\n    seen.add(start)\n    for one in graph[start]:\n        if one not in seen:\n            reach(graph, one, seen)\n    return seen';

describe('the order of a set that a value holds', () => {
  it.each([
    [[tags, 'print(tags)']],
    [[tags, 'print(f"{tags}")']],
    [[tags, 'print("%s" % tags)']],
    [[tags, 'print(dict(tags))']],
    [[tags, 'print(list(tags.values()))']],
    [[tags, 'print(*tags.values())']],
    [['print(list([{"x", "y"}]))']],
    [[tags, 'for key, value in tags.items():\n    print(key, value)']],
    [[tags, 'for value in tags.values():\n    print(value)']],
    [[tags, 'def show(table):\n    print(table)\nshow(tags)']],
    [['m = {frozenset(["x", "y"]): 1}\nprint(m)']],
    [['pair = ({"x", "y"}, 1)\nprint(pair)']],
    [['pair = 1, {"x", "y"}\nprint(pair[1])']],
    [['one, other = {"x", "y"}, 3\nprint(one)']],
    [['found = [set(w) for w in ["one", "two"]]\nprint(found)']],
    [
      [
        'found = [set(w) for w in ["one", "two"]]\nfor s in found:\n    print(s)'
      ]
    ],
    [['found = []\nfound.append({"x", "y"})\nprint(found)']],
    [['table = {}\ntable["k"] = {"x", "y"}\nprint(table)']],
    [
      [
        'from collections import defaultdict\nby = defaultdict(set)\nfor w in ["one", "two"]:\n    by[len(w)].add(w)\nprint(by)'
      ]
    ],
    [
      [
        'by = {}\nfor w in ["one", "two"]:\n    by.setdefault(len(w), set()).add(w)\nprint(by)'
      ]
    ],
    [
      [
        'one = {"x": 1, "y": 2}\nother = {"x": 1, "y": 2}\nprint(one.items() & other.items())'
      ]
    ],
    [['one = {"x": 1, "y": 2}.keys()\nprint(one | {"z": 1}.keys())']],
    [[graph, 'g = {"a": ["b"], "b": ["a"]}', 'print(reach(g, "a"))']],
    [[words, kept, 'print(g["w"])']],
    [[words, kept, 'print(g.get("w", 0))']],
    [[words, kept, 'print(g.pop("w"))']],
    [[words, kept, 'for key, value in g.items():\n    print(key, value)']],
    [[words, kept, 'print(g)']],
    [[words, `${kept}\nprint(g["w"])`]],
    [['g = {"n": 3}', 'g["w"] = {"x", "y"}\nprint(g["w"])']],
    [[words, bag, 'b = Bag(found)', 'print(b.items)']],
    [[words, bag, 'b = Bag(found)', 'print(b.own)']],
    [[words, bag, 'b = Bag(found)', 'b.show()']],
    [[words, `${bag}\nb = Bag(found)\nb.show()`]],
    [[bag, 'b = Bag({"x", "y"})', 'b.show()']],
    [[words, 'print(globals()["found"], locals()["found"])']],
    [[words, 'print(found.union(["z"]))']],
    [[words, 'rest = found.difference(["z"])\nprint(rest)']]
  ])('shows in %j', sources => {
    expect(toldInOrder(...sources).at(-1)).toBe('random');
  });

  it.each([
    [[plain, 'print(tags)']],
    [[plain, 'for key, value in tags.items():\n    print(key, value)']],
    [[tags, 'tags']],
    [[tags, 'print(list(tags))']],
    [[tags, 'print(sorted(tags), tuple(tags))']],
    [[tags, 'print(f"{list(tags)}")']],
    [[tags, 'print(*tags)']],
    [[`${tags}\nprint(list(tags))`]],
    [[tags, 'for key, value in tags.items():\n    print(key, sorted(value))']],
    [[tags, 'print({key: len(value) for key, value in tags.items()})']],
    [
      [
        `${tags}\nfor key in tags:\n    tags[key] = sorted(tags[key])\nprint(tags)`
      ]
    ],
    [['nums = {1: {1, 2}, 2: {3}}\nprint(nums)']],
    [['one, other = "x", {"y"}\nprint(one, other)']],
    [
      [
        'by = {}\nfor w in ["one", "two"]:\n    by.setdefault(len(w), []).append(w)\nprint(by)'
      ]
    ],
    [[graph, 'g = {1: [2], 2: [1]}', 'print(reach(g, 1))']],
    [[bag, 'b = Bag([1, 2])', 'b.show()']],
    [[bag, 'b = Bag({1, 2})', 'b.show()']],
    [['texts = ["x", "y"]', bag, 'b = Bag(texts)', 'b.show()']],
    [[words, bag, 'a = Bag(found)', 'b = Bag([1])', 'b.show()']],
    [[words, kept, 'print(g["n"], g.get("t"))']],
    [[words, kept, 'g["w"] = sorted(g["w"])\nprint(g["w"])']],
    [[words, kept, 'g["w"] = sorted(g["w"])', 'print(g["w"])']],
    [['g = {"w": {"x", "y"}, "n": 3}', 'print(g["n"])']],
    [['g = {"w": {"x", "y"}, "n": 3}\nprint(g["n"])']],
    [['nums = {1, 2}', 'g = {"w": nums}', 'print(g["w"], nums.union([3]))']],
    [
      [
        'def unique(values):\n    seen = set()\n    for one in values:\n        seen.add(one)\n    return seen',
        'print(unique([1, 2]))'
      ]
    ]
  ])('does not in %j', sources => {
    expect(toldInOrder(...sources).at(-1)).toBe('same');
  });
});
