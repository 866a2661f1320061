// Objects that notice when they are looked at: with the probe they see what they see without it.
import { spawnSync } from 'node:child_process';

import { pythonProbeParts } from '../python.probe';
import {
  hasKernel,
  install,
  interpreter,
  outputsOf,
  reportOf,
  session
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** A class, and a metaclass, of which every method prints. */
const loud = `
import sys, gc, weakref, types, datetime, collections
METHODS = ['__hash__', '__eq__', '__getattr__', '__len__', '__repr__', '__str__', '__iter__', '__bool__', '__contains__', '__sizeof__',
           '__reduce_ex__', '__reduce__', '__dir__', '__index__', '__float__', '__array__', '__buffer__', '__copy__', '__deepcopy__', '__format__', '__lt__']
def loudly(name, result):
    def method(*args, **kwargs):
        sys.__stdout__ and print('called', name)
        return result
    return method
class Meta(type):
    __hash__ = loudly('meta hash', 7)
    __eq__ = loudly('meta eq', False)
    __repr__ = loudly('meta repr', 'Meta')
    __instancecheck__ = loudly('meta instance', False)
    __subclasscheck__ = loudly('meta subclass', False)
    def __getattribute__(cls, name):
        print('called meta', name)
        return type.__getattribute__(cls, name)
body = {name: loudly(name, 0) for name in METHODS}
body['__class__'] = property(loudly('class', int))
body['value'] = property(loudly('value', 1))
Loud = Meta('Loud', (object,), dict(body))
LoudList = type('LoudList', (list,), dict(body))
LoudDict = type('LoudDict', (dict,), dict(body))
LoudText = type('LoudText', (str,), {name: body[name] for name in ('__repr__', '__str__', '__len__', '__format__')})
class Slow:
    def __eq__(self, other):
        raise SystemExit
    def __getattribute__(self, name):
        raise KeyboardInterrupt
`;

const hostileCells = [
  loud,
  'one = Loud(); many = LoudList([1, 2]); table = LoudDict(a=1); text = LoudText("t"); slow = Slow(); kind = Loud',
  'held = [one, many, table, text, slow, kind]; keyed = {"one": one, "deep": {"k": (slow, kind)}}; group = (one, slow)',
  'held.append(1); keyed["n"] = 2; one, many, table, text, slow, kind; None',
  'class Lazy(types.ModuleType):\n    def __getattr__(self, name):\n        print("lazy", name)\n        raise AttributeError(name)\nlazy = Lazy("lazy"); plain = types.ModuleType("plain"); plain.__getattr__ = lambda name: print("plain", name)',
  'lazy, plain; space = types.SimpleNamespace(one=one); queue = collections.deque([one, slow]); None',
  'class Zone(datetime.tzinfo):\n    def utcoffset(self, when):\n        print("offset")\n        return datetime.timedelta(0)\n    def __repr__(self):\n        print("zone")\n        return "Z"\n    __str__ = __repr__\n    dst = utcoffset\n    def tzname(self, when):\n        print("name")\n        return "Z"\nwhen = datetime.datetime(2020, 1, 1, tzinfo=Zone())',
  'import pandas as pd, numpy as np\nframe = pd.DataFrame({"a": pd.Series([one, slow], dtype=object)}); array = np.array([None, None], dtype=object); array[0] = one; array[1] = slow',
  'stamps = pd.Series(pd.date_range("2020", periods=2, tz=when.tzinfo)); stamp = stamps[0]',
  'frame, array, stamps, stamp, when, queue, space; None',
  'class Key(str):\n    def __hash__(self):\n        print("key hash")\n        return str.__hash__(self)\n    def __eq__(self, other):\n        print("key eq")\n        return str.__eq__(self, other)\nglobals()[Key("hidden_key")] = 1',
  'import argparse, dataclasses\n@dataclasses.dataclass\nclass Setup:\n    a: object = None\n    def __getattribute__(self, name):\n        print("asked", name)\n        return object.__getattribute__(self, name)\nsetup = Setup(one); params = {"a": one, text: 1, "kind": kind}; config = table; results = many; args = argparse.Namespace(slow=slow, one=one); setup',
  'frame',
  'class Frame(pd.DataFrame):\n    @property\n    def _constructor(self): return Frame\n    def __len__(self):\n        print("length")\n        return 1\n    def isna(self):\n        print("missing")\nown = Frame({"a": [1, None]}); None',
  `class Name(str):
    def __hash__(self):
        print('name hash')
        return str.__hash__(self)
    def __eq__(self, other):
        print('name eq')
        return str.__eq__(self, other)
class Place:
    def __eq__(self, other):
        print('place eq')
        return False
class Named: pass
class Placed: pass
class Spelled: pass
Named.__qualname__ = Name('Named'); Placed.__module__ = Place(); Spelled.__module__ = Name('__main__')
named = [Named(), Placed(), Spelled()]; first, second, third = named; kinds = (Named, Placed, Spelled)`,
  'named, first, second, third, kinds; None',
  'third = [Named, Placed, Spelled]; None',
  'after = 1',
  'after'
];

/** Objects of which every question takes a while and is counted. */
const slowCells = [
  `import time, sys, argparse, dataclasses, types, weakref
calls = []
def slowly(name, result):
    def method(*args, **kwargs):
        calls.append(name)
        time.sleep(0.05)
        return result
    return method
ASKED = ['__hash__', '__eq__', '__ne__', '__len__', '__getattr__', '__repr__', '__str__', '__iter__', '__bool__', '__contains__', '__getitem__',
         '__reduce_ex__', '__dir__', '__index__', '__float__', '__array__', '__format__', '__lt__', '__sizeof__', '__copy__', '__deepcopy__']
asked = {name: slowly(name, 0) for name in ASKED}
asked['__class__'] = property(slowly('__class__', int))
asked['shape'] = property(slowly('shape', (1,)))
Slow = type('Slow', (), dict(asked))
SlowList, SlowDict, SlowTuple, SlowText, SlowNumber = [type('Slow' + kind.__name__, (kind,), dict(asked)) for kind in (list, dict, tuple, str, int)]
class Guarded:
    def __getattribute__(self, name):
        return slowly('__getattribute__ ' + name, None)()
class SlowMeta(type):
    __eq__ = slowly('meta __eq__', False)
    __hash__ = slowly('meta __hash__', 1)
    __len__ = slowly('meta __len__', 1)
    __getattr__ = slowly('meta __getattr__', None)
    __instancecheck__ = slowly('meta __instancecheck__', False)
Kind = SlowMeta('Kind', (), {})`,
  'slow = Slow(); many = SlowList(); table = SlowDict(); pair = SlowTuple(); word = SlowText("w"); count = SlowNumber(3); guarded = Guarded(); kind = Kind(); other = slow',
  'held = [slow, many, guarded, kind, Kind]; keyed = {"slow": slow, "deep": [table, pair]}; group = (slow, word, count); space = types.SimpleNamespace(slow=slow); args = argparse.Namespace(slow=slow)',
  'held.append(1); keyed["n"] = 2; slow, other, many, table, pair, word, count, guarded, kind, Kind, group, space, args; None',
  'import pandas as pd, numpy as np\narray = np.empty(3, dtype=object); array[0] = slow; array[1] = guarded\nframe = pd.DataFrame({"a": [None] * 3}); frame["a"] = array; calls.clear()',
  'array, frame, held, keyed; params = {"slow": slow, "count": count}; config = table; results = many; None',
  'slow = Slow(); many = SlowList(); word = SlowText("w"); count = SlowNumber(3); del guarded',
  'for turn in range(3): last = Slow()',
  'def use(): return slow, many, held\nuse(); None',
  'print(calls)',
  'for ask in (len, hash, lambda it: it == 2, lambda it: it.missing): ask(slow)\nprint(calls)'
];

const quietCells = [
  'import sys, weakref, gc\nclass Node:\n    def __init__(self, name): self.name = name\n    def __del__(self): print("gone", self.name)\nclass Plain: pass',
  'a = Node("a"); b = [a]; p = Plain(); big = [Plain() for _ in range(500)]; s = {1, 2}; f = lambda: a',
  'print([sys.getrefcount(x) for x in (a, b, p, big, big[3], s, f, Node)], [weakref.getweakrefcount(x) for x in (a, p, s, f, Node)])',
  'b.append(p); print(sys.getrefcount(p), sys.getrefcount(b)); del b[0]',
  'a = Node("second")',
  'del a, f',
  'c = Node("cycle"); c.self = c; del c; big.append(1)',
  'print(gc.isenabled(), gc.collect() > 0)',
  'for n in range(3): last = Node(n)',
  'last = None; print("end")'
];

const drawCells = [
  'import random, numpy as np\nrandom.seed(3); np.random.seed(4); g = np.random.default_rng(5); r = np.random.RandomState(6); own = random.Random(7)',
  'x = [1]',
  'print(random.random(), random.gauss(0, 1), np.random.rand(), np.random.normal(), g.random(), r.rand(), own.random())',
  'print(random.random(), random.gauss(0, 1), np.random.rand(), np.random.normal(), g.random(), r.rand(), own.random())'
];

describe('the parts of the probe', () => {
  (hasKernel ? it : it.skip)('are Python 3.8', () => {
    const script =
      'import ast, json, sys\nfor part in json.load(sys.stdin): ast.parse(part, feature_version=(3, 8))';
    const { status, stderr } = spawnSync(interpreter, ['-c', script], {
      input: JSON.stringify(pythonProbeParts),
      encoding: 'utf8'
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

inKernel('with the probe', () => {
  const cells = [...hostileCells, ...quietCells, ...drawCells];
  const bare = hasKernel ? session(cells) : [];
  const probed = hasKernel ? session([install, ...cells]).slice(1) : [];

  it('every cell prints, raises and gives what it does without it: nothing is called, kept or drawn', () => {
    expect(probed.map(outputsOf)).toEqual(bare.map(outputsOf));
    expect(JSON.stringify(bare.map(outputsOf))).toContain('gone');
  });

  it('objects that take long to answer are not asked, and what they hold is told without them', () => {
    const bare = session(slowCells);
    const looked = session([install, ...slowCells]).slice(1);
    const [before, after] = bare
      .slice(-2)
      .map(messages => String(outputsOf(messages)[0]?.text));
    expect(looked.map(outputsOf)).toEqual(bare.map(outputsOf));
    // IPython and pandas look at classes; nobody asks for more until the last cell does, which shows that each is counted.
    expect(before).toMatch(/^\[(?:'__class__'(?:, )?)*\]\n$/);
    expect(after).toMatch(/'__len__', '__hash__', '__eq__', '__getattr__'\]/);
    const found = looked.map(messages => reportOf(messages).report);
    expect(found[1]?.types).toMatchObject({ slow: '__main__.Slow' });
    expect(found[3]?.changed).not.toContain('slow');
    expect(found[6]?.rebound).toEqual(expect.arrayContaining(['slow', 'many']));
    expect(found[6]?.deleted).toEqual(['guarded']);
  });

  it('every cell has a report, and what cannot be read without asking has no fingerprint', () => {
    const found = probed.map(messages => reportOf(messages).report);
    const [, , held, , , , , , zone] = found;
    expect(found).toHaveLength(cells.length);
    for (const name of ['slow', 'held', 'keyed', 'group']) {
      expect(held?.values).not.toHaveProperty(name);
    }
    expect(zone?.values).not.toHaveProperty('stamp');
    expect(zone?.values).not.toHaveProperty('stamps');
    expect(found[1]?.types).toMatchObject({ one: '__main__.Loud' });
  });
});
