// Sets that lists, tuples and tables hold: their orders show where those are written out.
import { toldInOrder } from '../../testing/told-in-order';

const tags = 'tags = {"a": {"x", "y"}, "b": {"x"}}';
const plain = 'tags = {"a": ["x", "y"], "b": ["x"]}';
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
    [[graph, 'g = {"a": ["b"], "b": ["a"]}', 'print(reach(g, "a"))']]
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
