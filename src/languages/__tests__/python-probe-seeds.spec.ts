// Seeds and addresses of an execution, as a real kernel tells them. Needs the project's venv.
import { hasKernel, reports } from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** Libraries of which only what the probe reads is there. */
const fakes = `
import sys, types
torch = sys.modules['torch'] = types.ModuleType('torch')
class Generator:
    def __init__(self): self.seed = 67280421310721
    def initial_seed(self): return self.seed
    def get_state(self): raise ValueError
Generator.__module__ = 'torch'
torch.Generator = Generator; torch.default_generator = Generator(); torch.default_generator.seed = 1 << 60
def manual_seed(seed): torch.default_generator.seed = seed
torch.manual_seed = manual_seed
tf = sys.modules['tensorflow'] = types.ModuleType('tensorflow')
class Context: pass
inner = sys.modules['tensorflow.python.eager.context'] = types.ModuleType('context'); inner._context = Context(); inner._context._seed = None
def set_seed(seed):
    import random
    inner._context._seed = seed; inner._context._rng = random.Random(seed)
tf.random = types.SimpleNamespace(set_seed=set_seed, normal=lambda: inner._context._rng.random())
jax = sys.modules['jax'] = types.ModuleType('jax'); jax.random = types.SimpleNamespace(PRNGKey=lambda seed: [seed])
`;

const cells = {
  plain:
    'import random, numpy as np\nSEED = 7\nrandom.seed(SEED); np.random.seed(42); x = np.random.rand(1000)',
  drawn: 'y = np.random.rand(42)',
  helper:
    'def set_seed(s):\n    random.seed(s); np.random.seed(s)\nset_seed(3); z = random.random()',
  defined: 'def other():\n    np.random.seed(5)\ny = np.random.rand()',
  many: 'np.random.seed(42); w = np.random.rand(100_000)',
  unseeded: 'np.random.seed(); random.seed(None)',
  generators:
    'rng = np.random.default_rng(5); free = np.random.default_rng(); old = np.random.RandomState(8); own = random.Random("a"); v = rng.random(), old.rand(), own.random()',
  children:
    'child = np.random.Generator(np.random.PCG64(np.random.SeedSequence(6).spawn(1)[0]))',
  args: 'from sklearn.model_selection import train_test_split\nimport argparse\nargs = argparse.Namespace(seed=11)\na, b = train_test_split([1, 2, 3, 4], random_state=SEED)\ndef h(seed=4): return seed\nh(seed=args.seed); h(seed=None); h(seed=a[0])',
  fakes,
  torch: 'torch.manual_seed(11); g = Generator(); s = Generator(); s.seed = 12',
  torchAgain: 'torch.manual_seed(11)',
  torchStill: 'x = 1',
  tensorflow: 'tf.random.set_seed(9)',
  tensorflowDrawn: 'x = tf.random.normal()',
  jax: 'key = jax.random.PRNGKey(0)',
  network:
    'import http.client, socket, urllib.request\ntry: urllib.request.urlopen("http://me:secret@localhost:9/a/b?token=1&x=2#part")\nexcept OSError: pass\ntry: socket.create_connection(("127.0.0.1", 9))\nexcept OSError: pass',
  server:
    'import http.server, threading\nserver = http.server.HTTPServer(("127.0.0.1", 0), type("H", (http.server.BaseHTTPRequestHandler,), {"do_GET": lambda self: (self.send_response(204), self.end_headers()), "log_message": lambda *a: None})); threading.Thread(target=server.serve_forever, daemon=True).start()\nc = http.client.HTTPConnection("127.0.0.1", server.server_port); c.request("GET", "/data?key=secret"); c.getresponse().read(); server.shutdown()',
  databases:
    'import os, sqlite3, tempfile; os.chdir(tempfile.mkdtemp())\nsqlite3.connect("kept.db").close(); sqlite3.connect(":memory:").close()\ndef connect(address): pass\nconnect("postgresql://me:secret@host:5432/db?password=x"); connect("s3://bucket/key"); connect("no address")',
  defaults:
    'def seed_all(number=77):\n    random.seed(number); np.random.seed(number)\nseed_all()',
  requests:
    'import requests\nserver = http.server.HTTPServer(("127.0.0.1", 0), type("H", (http.server.BaseHTTPRequestHandler,), {"do_GET": lambda self: (self.send_response(204), self.end_headers()), "log_message": lambda *a: None})); threading.Thread(target=server.serve_forever, daemon=True).start()\nplace = "127.0.0.1:%d/found" % server.server_port\nrequests.get("http://" + place, params={"key": "secret"}); server.shutdown()'
};

inKernel('an execution', () => {
  const told = hasKernel ? reports(...Object.values(cells)) : [];
  const of = (cell: keyof typeof cells) =>
    told[Object.keys(cells).indexOf(cell)]?.report;
  const seeds = (cell: keyof typeof cells) =>
    of(cell)?.seedings?.map(({ stream, seed, argument = '' }) =>
      `${stream} ${seed} ${argument}`.trim()
    );

  it('tells with what the global streams were seeded, also by a function and before many draws', () => {
    expect(seeds('plain')).toEqual(['random 7', 'numpy 42']);
    expect(seeds('helper')).toEqual(['random 3', 'numpy 3']);
    expect(seeds('many')).toEqual(['numpy 42']);
    expect(seeds('defaults')).toEqual(['random 77', 'numpy 77']);
  });

  it('tells no seed where one was only drawn from, defined, or taken from the system', () => {
    expect(seeds('drawn')).toEqual([]);
    expect(seeds('defined')).toEqual([]);
    expect(seeds('unseeded')).toEqual([]);
  });

  it('tells seeds of generators that names stand for, and none of an unseeded one', () => {
    expect(seeds('generators')).toEqual(['old 8', 'own a', 'rng 5']);
    expect(seeds('children')).toEqual(['child 6 spawned (0,)']);
  });

  it('tells seeds that are arguments, by their value where it is known', () => {
    expect(seeds('args')).toEqual([
      'Namespace 11 seed',
      'train_test_split 7 random_state',
      'h 11 seed',
      'h a seed'
    ]);
  });

  it('tells what loaded libraries remember', () => {
    expect(seeds('torch')).toEqual(['torch 11', 's 12']);
    expect(seeds('torchAgain')).toEqual(['torch 11']);
    expect(seeds('torchStill')).toEqual([]);
    expect(seeds('tensorflow')).toEqual(['tensorflow 9']);
    expect(of('tensorflowDrawn')?.streams).toHaveProperty('tensorflow');
    expect(seeds('jax')).toEqual(['key 0']);
  });

  it('tells addresses without credentials and values of queries', () => {
    expect(of('network')?.addresses).toEqual([
      { kind: 'url', address: 'http://localhost:9/a/b?token&x' },
      { kind: 'url', address: 'tcp://127.0.0.1:9/' }
    ]);
    // Before Python 3.10 what http.client sends is not heard, only whom it calls.
    expect(of('server')?.addresses?.[0]?.address).toMatch(
      /^(?:http:\/\/127\.0\.0\.1:\d+\/data\?key|tcp:\/\/127\.0\.0\.1:\d+\/)$/
    );
    expect(of('plain')?.addresses).toEqual([]);
    expect(of('requests')?.addresses?.[0]?.address).toMatch(
      /^(?:http:\/\/127\.0\.0\.1:\d+\/found\?key|tcp:\/\/127\.0\.0\.1:\d+\/)$/
    );
  });

  it('tells databases that were opened, and addresses that are only named', () => {
    const found = of('databases')?.addresses ?? [];
    expect(found[0]).toEqual({
      kind: 'database',
      address: expect.stringMatching(/^sqlite:\/\/\/.*kept\.db$/)
    });
    expect(found.slice(1)).toEqual([
      {
        kind: 'database',
        address: 'postgresql://host:5432/db?password',
        evidence: 'named'
      },
      { kind: 'url', address: 's3://bucket/key', evidence: 'named' }
    ]);
  });
});
