// Parameters, profiles, modules and trackers of an execution, as a real kernel tells them. Needs the project's venv.
import { hasKernel, reports } from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** Libraries of which only what the probe reads is there. */
const fakes = `
import sys, types
def module(name, **members):
    made = sys.modules[name] = types.ModuleType(name)
    for key, member in members.items():
        if isinstance(member, type):
            member.__module__ = name
        setattr(made, key, member)
    return made
class AnyNode:
    def __init__(self, value): self._val = value
class DictConfig:
    def __init__(self, **content): self._content = content
    def __getattr__(self, name): raise SystemExit
module('omegaconf.nodes', AnyNode=AnyNode)
module('omegaconf.dictconfig', DictConfig=DictConfig)
class ThreadLocalVariable:
    def __init__(self, value): self.value = value
    def get(self): return self.value
class Info: pass
class Run: pass
module('mlflow.utils.thread_utils', ThreadLocalVariable=ThreadLocalVariable)
stack = []
fluent = module('mlflow.tracking.fluent', _active_run_stack=ThreadLocalVariable(stack), _last_active_run_id=ThreadLocalVariable(None))
module('mlflow')
wandb = module('wandb', run=None)
module('comet_ml'); comet = module('comet_ml.config.config_api', experiment=None)
module('wandb.sdk.wandb_run', Run=Run)
`;

const cells = {
  scalars:
    'import numpy as np\nlr = 0.01; epochs = 10; text = "a" * 200; long = "a" * 201; huge = 2 ** 80; bad = float("nan"); worse = -float("inf"); accuracy = np.float64(.5); broken = "\\ud800"; none = None; flag = True',
  secrets:
    'api_key = "0123"; max_tokens = 5; tokenizer = "words"; url = "https://me:pw@host/"; config = {"db": {"password": "x", "host": "h"}}; key = "ghp_0123456789abc"',
  again: 'epochs = 10; lr',
  collections:
    'import collections\nclass Loud(list):\n    def __iter__(self): raise SystemExit\nwords = ["a", 1]; bag = {"b", "c"}; table = collections.Counter("abc"); keyed = {"k": 1}; pairs = ("x", 2)\nnumbers = [1, "a"]; mixed = {1: "v"}; nothing = set(); single = "text"; loud = Loud(["a"]); lazy = (c for c in "abc")\nlist(bag)',
  entries:
    'import argparse, dataclasses\nparams = {"lr": lr, "deep": {"n": 1}, 1: 2, "model": object()}; best_metrics = {"f1": .25}; other = {"a": 1}; history = {"loss": [1., .5], "text": ["a"]}\nargs = argparse.Namespace(batch=3)\n@dataclasses.dataclass\nclass Setup:\n    a: int = 1\n    b: list = None\n@dataclasses.dataclass\nclass Slotted:\n    __slots__ = ("c",)\n    c: int\nsetup = Setup(); slotted = Slotted(4)',
  changed: 'params["lr"] = .2',
  classes:
    'import types\nclass CFG:\n    lr = .3; name = "n"; _own = 1; api_key = "0123"\n    def of(self): return 1\n    @property\n    def loud(self): raise SystemExit\nclass Args:\n    rate = 1\n    def __init__(self): self.depth = 4\nmy_args = Args(); plain = Args(); settings = types.SimpleNamespace(n=2); Pair = collections.namedtuple("Pair", "u v"); options = Pair(1, 2)',
  estimator:
    'from sklearn.linear_model import LogisticRegression\nfrom sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler\nmodel = make_pipeline(StandardScaler(), LogisticRegression(C=3.))\nclass Mine(LogisticRegression):\n    def get_params(self, deep=True): raise SystemExit\nmine = Mine()',
  fakes,
  conf: 'conf = DictConfig(dim=AnyNode(3), ref=AnyNode("${dim}"), inner=DictConfig(a=AnyNode(None)))',
  frame:
    'import pandas as pd\nframe = pd.DataFrame({"a": [1, 2, None], "b": ["x", None, "z"], "c": pd.Categorical(["u", None, "u"]), "d": pd.array([1, None, 3], dtype="Int64"), "e": pd.date_range("2020", periods=3, tz="UTC"), "o": [object(), None, 1], 7: [1, 2, 3]})\nseries = frame["b"]; array = np.array([[1., np.nan]]); record = np.zeros(3, dtype=[("x", "i1")]); wide = pd.DataFrame(np.zeros((2, 500))); stacked = pd.DataFrame({("u", 1): [1]})',
  shown: 'frame.head(2)',
  displayed: 'display(array)\nprint(series)',
  large: 'tall = np.full((5_000_000, 1), np.nan)',
  module:
    'import os, tempfile, importlib; os.chdir(tempfile.mkdtemp()); sys.path.insert(0, os.getcwd()); sys.dont_write_bytecode = True\n_ = open("retrace_helper.py", "w").write("x = 1")\nimport retrace_helper',
  edited: '_ = open("retrace_helper.py", "w").write("x = 22")',
  reloaded: 'importlib.reload(retrace_helper); None',
  still: 'retrace_helper.x',
  automatic: '%load_ext autoreload\n%autoreload 2',
  quiet: 'None',
  editedAgain: '_ = open("retrace_helper.py", "w").write("x = 333")',
  patched: 'retrace_helper.x',
  after: 'retrace_helper.x',
  mlflow:
    'run = Run(); run._info = Info(); run._info._run_id = "0abc"; stack.append(run)',
  closed: 'stack.clear(); fluent._last_active_run_id.value = "1def"',
  wandb:
    'run = Run(); run._settings = Info(); run._settings.run_id = "w1"; wandb.run = run; comet.experiment = Info(); comet.experiment.id = "c1"'
};

inKernel('an execution', () => {
  const told = hasKernel ? reports(...Object.values(cells)) : [];
  const of = (cell: keyof typeof cells) =>
    told[Object.keys(cells).indexOf(cell)]?.report;
  const scalars = (cell: keyof typeof cells) => ({ ...of(cell)?.scalars });

  it('tells scalars and short texts that it bound, also to an equal value', () => {
    expect(scalars('scalars')).toEqual({
      lr: 0.01,
      epochs: 10,
      text: 'a'.repeat(200),
      huge: '1208925819614629174706176',
      bad: 'NaN',
      worse: '-Infinity',
      accuracy: 0.5,
      none: null,
      flag: true
    });
    expect(scalars('again')).toEqual({ epochs: 10 });
  });

  it('keeps texts to itself that are secrets by their name or by their look', () => {
    expect(scalars('secrets')).toEqual({
      max_tokens: 5,
      tokenizer: 'words',
      'config.db.host': 'h'
    });
  });

  it('tells entries of dicts by their name, fields, and the last value of a series', () => {
    expect(scalars('entries')).toEqual({
      'params.lr': 0.01,
      'params.deep.n': 1,
      'best_metrics.f1': 0.25,
      'history.loss[-1]': 0.5,
      'args.batch': 3,
      'setup.a': 1,
      'setup.b': null,
      'slotted.c': 4
    });
    expect(scalars('changed')).toMatchObject({ 'params.lr': 0.2 });
    expect(scalars('conf')).toEqual({
      'conf.dim': 3,
      'conf.ref': '${dim}',
      'conf.inner.a': null
    });
  });

  it('tells attributes of classes of the notebook, and of what is made of them, where their names say parameters', () => {
    expect(scalars('classes')).toEqual({
      'Args.rate': 1,
      'CFG.lr': 0.3,
      'CFG.name': 'n',
      'my_args.rate': 1,
      'my_args.depth': 4,
      'settings.n': 2,
      'options.u': 1,
      'options.v': 2
    });
  });

  it("tells parameters of scikit-learn's own estimators, and asks no class of the user's", () => {
    const found = scalars('estimator');
    expect(found).toMatchObject({
      'model.logisticregression__C': 3,
      'model.standardscaler__copy': true
    });
    expect(Object.keys(found).filter(key => key.startsWith('mine'))).toEqual(
      []
    );
  });

  it('tells which collections begin with a text, and goes through none of a class of the user', () => {
    expect(of('collections')?.texts).toEqual([
      '_',
      'bag',
      'keyed',
      'pairs',
      'table',
      'words'
    ]);
  });

  it('tells shape, types and missing values of what was bound or shown', () => {
    const { frame, series, array, record, wide, stacked } =
      of('frame')?.profiles ?? {};
    expect(frame).toMatchObject({ kind: 'frame', shape: [3, 7] });
    expect(
      frame?.columns.map(({ name, type, missing }) => [name, type, missing])
    ).toEqual([
      ['a', 'float64', 1],
      ['b', expect.any(String), 1],
      ['c', 'category', 1],
      ['d', 'Int64', 1],
      ['e', expect.stringContaining('UTC'), 0],
      ['o', 'object', 1],
      ['7', 'int64', 0]
    ]);
    expect(series).toMatchObject({ kind: 'series', columns: [{ missing: 1 }] });
    const cells = [{ name: '', type: 'float64', missing: 1 }];
    expect(array).toEqual({ kind: 'array', shape: [1, 2], columns: cells });
    expect(record?.columns).toMatchObject([{ name: 'x', type: 'int8' }]);
    expect([wide?.shape, wide?.columns.length]).toEqual([[2, 500], 200]);
    expect(stacked?.columns).toMatchObject([{ name: '' }]);
    expect(of('shown')?.profiles?._).toMatchObject({ shape: [2, 7] });
    expect(of('displayed')?.profiles?.array?.shape).toEqual([1, 2]);
    expect(of('displayed')?.profiles?.series?.kind).toBe('series');
  });

  it('counts no missing values where that would take long', () => {
    expect(of('large')?.profiles?.tall).toMatchObject({
      shape: [5_000_000, 1],
      columns: [{ missing: null }]
    });
  });

  it("tells modules of the user's own that were imported, changed and loaded again", () => {
    const states = (cell: keyof typeof cells) =>
      of(cell)?.localModules?.map(({ name, state }) => `${name} ${state}`);
    expect(states('module')).toEqual(['retrace_helper imported']);
    expect(states('edited')).toEqual(['retrace_helper changed']);
    expect(states('reloaded')).toEqual(['retrace_helper reloaded']);
    expect(states('still')).toEqual([]);
    expect(states('scalars')).toEqual([]);
    expect(states('editedAgain')).toEqual(['retrace_helper changed']);
    expect(states('patched')).toEqual(['retrace_helper reloaded']);
    expect(states('after')).toEqual([]);
  });

  it('lists the text of a module where it was loaded again, not where an extension only looks at it', () => {
    const read = (cell: keyof typeof cells) =>
      of(cell)?.files?.map(({ mode, path }) => `${path} ${mode}`.slice(-22));
    expect(read('automatic')).toEqual([]);
    expect(read('quiet')).toEqual([]);
    expect(read('patched')).toEqual(['retrace_helper.py read']);
  });

  it('notes the run of a tracker that is open, or that it opened and closed', () => {
    expect(of('scalars')?.trackers).toEqual([]);
    expect(of('mlflow')?.trackers).toEqual([{ tracker: 'mlflow', id: '0abc' }]);
    expect(of('closed')?.trackers).toEqual([{ tracker: 'mlflow', id: '1def' }]);
    expect(of('wandb')?.trackers).toEqual([
      { tracker: 'wandb', id: 'w1' },
      { tracker: 'comet', id: 'c1' }
    ]);
  });
});
