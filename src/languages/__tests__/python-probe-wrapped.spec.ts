// Values of libraries that are little more than a container or an array, and what the interpreter keeps in classes. Needs the venv.
import { hasKernel, reportOf, session, unhurried } from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** Values, and cells that change each of them. */
const made = [
  'import argparse, array, collections, copy, typing, types, sys\nimport numpy as np, pandas as pd\nfrom sklearn.utils import Bunch',
  `graphs = types.ModuleType('networkx.classes.graph')
exec('''class Graph:
    def __init__(self):
        self.graph, self._node, self._adj = {}, {}, {}
    def add(self, a, b, **data):
        for one, other in ((a, b), (b, a)):
            self._node.setdefault(one, {})
            self._adj.setdefault(one, {})[other] = data
    def look(self):
        self.__dict__['adj'] = object()
''', graphs.__dict__)
sys.modules['networkx.classes.graph'] = graphs
graph = graphs.Graph()
graph.add('a', 'b', weight=2)`,
  'args = argparse.Namespace(rate=1, parts=[1])\nnumbers = array.array("i", [1, 2])\nbunch = Bunch(data=np.arange(3), names=["a"])\nmatrix = np.matrix([[1, 2]])\nmasked = np.ma.array([1, 2, 3], mask=[0, 1, 0])\nunlike = np.ma.array([(1, "a")], dtype=[("a", "f4"), ("b", "U3")])\ntiny = np.ma.array([1], dtype="u1")\nlender = array.array("i", [1, 2])\nlent = np.frombuffer(lender, dtype="i4")\nmemory = np.arange(3.)\nshown = np.asmatrix(memory)\nframe, plain = pd.DataFrame({"a": [1]}), pd.DataFrame({"a": [1]})\nplain.attrs["source"] = "web"\nclass Thing:\n    def __init__(self): self.n = 1\nthing = Thing()\nPair = collections.namedtuple("Pair", "x y")'
];

const changes: readonly (readonly [code: string, changed: string])[] = [
  ['graph.add("b", "c")', 'graph'],
  ['graph._adj["a"]["b"]["weight"] = 3', 'graph'],
  ['graph.place = {"a": 1}', 'graph'],
  ['graph.place["a"] = 2', 'graph'],
  ['graph.tool = object()', 'graph'],
  ['graph._adj["b"]["a"]["weight"] = 4', 'graph'],
  ['del graph.tool', 'graph'],
  ['args.parts.append(2)', 'args'],
  ['numbers.append(4)', 'numbers'],
  ['lent[0] = 4', 'lender lent'],
  ['bunch["data"][1] = 7', 'bunch'],
  ['matrix[0, 1] = 5', 'matrix'],
  ['matrix.unit = "m"', 'matrix'],
  ['memory[0] = 4', 'memory shown'],
  ['shown[0, 1] = 4', 'memory shown'],
  ['masked[1] = 8', 'masked'],
  ['masked.fill_value = 7', 'masked'],
  ['masked.harden_mask()', 'masked'],
  ['masked.unit = "m"', 'masked'],
  ['masked.mask[2] = True', 'masked'],
  ['frame.attrs["source"] = "web"', 'frame'],
  ['frame.attrs["tool"] = object()', 'frame'],
  ['frame.loc[0, "a"] = 2', 'frame'],
  ['Thing.more = 1', 'Thing']
];

const looks: readonly (readonly [code: string, name: string])[] = [
  ['graph.look()', 'graph'],
  ['args.rate, args', 'args'],
  ['len(numbers)', 'numbers'],
  ['bunch.names, bunch.data.sum()', 'bunch'],
  ['matrix.T', 'matrix'],
  ['masked.sum(), masked.fill_value', 'masked'],
  ['unlike.fill_value, repr(unlike)', 'unlike'],
  ['tiny.fill_value', 'tiny'],
  ['plain.attrs, plain.head()', 'plain'],
  ['copy.deepcopy(thing), Thing', 'Thing'],
  ['typing.get_type_hints(Thing)', 'Thing'],
  ['getattr(Thing, "__annotations__", None), Thing', 'Thing'],
  ['Pair(1, 2), Pair._fields', 'Pair']
];

inKernel('a value that wraps another', () => {
  const codes = [...changes, ...looks].map(([code]) => code);
  const run = (seed: string) =>
    session([unhurried, ...made, ...codes], { PYTHONHASHSEED: seed })
      .slice(1)
      .map(messages => reportOf(messages).report);
  const first = hasKernel ? run('1') : [];
  const second = hasKernel ? run('2') : [];

  it.each(changes.map((change, index) => [...change, index] as const))(
    'is told to have changed: %s',
    (_, name, index) => {
      expect(first[made.length + index]?.changed).toEqual(
        name.split(' ').sort()
      );
    }
  );

  it.each(looks.map((look, index) => [...look, index] as const))(
    'is told to be as it was: %s',
    (_, name, index) => {
      const told = first[made.length + changes.length + index];
      expect([told?.changed, told?.unchanged]).toEqual([
        [],
        expect.arrayContaining([name])
      ]);
    }
  );

  it('has one fingerprint in all processes', () => {
    const values = ({ values: found }: { values: object }): object => found;
    expect(first.map(values)).toEqual(second.map(values));
  });
});
