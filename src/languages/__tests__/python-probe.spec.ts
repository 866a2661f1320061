// The Python probe in a real kernel: what it reports, and that it leaves nothing behind. Needs the project's venv.
import { decodeProbeMessage } from '../../recording';
import { pythonProbe } from '../python.probe';
import {
  hasKernel,
  install,
  reportOf,
  reports,
  scopeOfProbe,
  session,
  textOf,
  type Message
} from './probe-session';

describe('the source of the probe', () => {
  it('is one line of plain ASCII: a message cannot change what it says', () => {
    expect(pythonProbe.source).toMatch(/^[\x20-\x7e]+$/);
  });

  it('binds nothing at the top level', () => {
    expect(pythonProbe.source).toMatch(/^\(lambda b: /);
    expect(pythonProbe.source).not.toContain('\n');
  });
});

const inKernel = hasKernel ? describe : describe.skip;

/** True for what a thread of the probe's learns: it comes when it comes. */
function isLater(decoded: ReturnType<typeof decodeProbeMessage>): boolean {
  return (
    decoded.ok &&
    (decoded.value.kind === 'details' || decoded.value.kind === 'code')
  );
}

/** A cell that goes on until the probe's thread has learnt all. */
const untilLearnt = `
import time
told = ${scopeOfProbe}['told']
while told['details'] is None:
    time.sleep(0.01)
`;

inKernel('in a kernel, the probe', () => {
  it('tells interpreter, platform and installed distributions, and answers again with what it remembers', () => {
    const [first, , again] = session([install, 'x = 1', install]);
    const messages = [...(first ?? []), ...(again ?? [])]
      .filter(([, type]) => type === 'comm_msg')
      .map(([, , content]) => decodeProbeMessage(content.data))
      .filter(decoded => !isLater(decoded));
    expect(messages).toMatchObject([
      { ok: true, value: { kind: 'hello', dropped: 0, skipped: 0 } },
      { ok: true, value: { kind: 'hello' } },
      { ok: true, value: { kind: 'ring', reports: [{ isOk: true }] } }
    ]);
    const [hello] = messages;
    const environment =
      hello?.ok && hello.value.kind === 'hello'
        ? hello.value.environment
        : null;
    expect(environment?.languageVersion).toMatch(/^3\.\d+\.\d+/);
    expect(environment?.implementation).toBe('CPython');
    const names = environment?.packages.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['ipykernel', 'pyzmq']));
    expect(environment?.modules).toMatchObject({ zmq: 'pyzmq' });
  });

  it('sends what takes long between the cells, and again to a page that comes later', () => {
    const found = session([install, untilLearnt, 'x = 1', install]).map(
      messages =>
        messages
          .filter(([, type]) => type === 'comm_msg')
          .map(([, , content]) => decodeProbeMessage(content.data))
          .filter(isLater)
          .map(decoded => decoded.ok && decoded.value.kind)
    );
    const early = found.slice(0, 3).flat();
    expect(early.sort()).toEqual(['code', 'details']);
    expect(found[3]?.sort()).toEqual(['code', 'details']);
  });

  it('tells names that were bound, rebound, deleted and left alone', () => {
    const [a, b, c, d, e] = reports(
      'x = 1\ny = [1]\ndef f(): pass\n_private = 2',
      'x = 2\ny.append(2)',
      'del x\ny = []',
      'for i in range(4):\n    part = str(i) * 3000',
      'for i in range(4):\n    part = str(i) * 3000'
    );
    expect(a?.report.bound).toEqual(['_private', 'f', 'x', 'y']);
    expect(b?.report).toMatchObject({ bound: [], rebound: ['x'], deleted: [] });
    expect(c?.report).toMatchObject({ rebound: ['y'], deleted: ['x'] });
    expect(d?.report.bound).toEqual(['i', 'part']);
    expect(e?.report.bound).toEqual([]);
  });

  it('tells names that a magic hides from lists of names, as %pylab does', () => {
    const [hides, uses] = reports(
      'ip = get_ipython(); brought = {"area": 3, "_": 4}\nip.user_ns.update(brought); ip.user_ns_hidden.update(brought)',
      'area'
    );
    expect(hides?.report.bound).toEqual(['area', 'brought', 'ip']);
    expect(uses?.report.values).toHaveProperty('area');
  });

  it('tells nothing of names that IPython sets again for itself', () => {
    const [, resets] = reports('x = 1', '%reset -f');
    expect(resets?.report).toMatchObject({ rebound: [], deleted: ['x'] });
  });

  it('tells of a failing cell no name as bound again whose value it cannot read and that stayed in its place', () => {
    const [, fails, well] = reports(
      'import threading\nlock = threading.Lock()',
      'lock = threading.Lock(1)',
      'lock = lock'
    );
    expect(fails).toMatchObject({ isOk: false, report: { rebound: [] } });
    expect(well?.report.rebound).toEqual(['lock']);
  });

  it('joins to the request and the cell, and tells failure', () => {
    const [ok, fails, broken, later, nested] = reports(
      'x = 1',
      '1/0',
      'def (',
      'import asyncio; await asyncio.sleep(0)\nz = 1',
      '%%capture\nq = 1'
    );
    expect(ok).toMatchObject({ cellId: 'c1', executionCount: 1, isOk: true });
    expect(fails).toMatchObject({ cellId: 'c2', isOk: false });
    expect(broken).toMatchObject({ executionCount: 3, isOk: false });
    expect(later?.report.bound).toEqual(['asyncio', 'z']);
    expect(nested).toMatchObject({ cellId: 'c5', report: { bound: ['q'] } });
  });

  it('gives equal fingerprints to equal values, and runs no override while it reads', () => {
    const [first, same, other, strange] = reports(
      'a = {"k": [1, (2.0, None)], "s": {3, 1, 2}}',
      'a = {"k": [1, (2.0, None)], "s": {2, 3, 1}}',
      'a = {"k": [1, (2, None)], "s": {3, 1, 2}}',
      'class L(list):\n    def __iter__(self): raise SystemExit\nl = L(); loop = []; loop.append(loop)\nl, loop'
    );
    expect(first?.report.values.a).toMatch(/^[0-9a-f]{32}$/);
    expect(same?.report.values.a).toBe(first?.report.values.a);
    expect(other?.report.values.a).not.toBe(first?.report.values.a);
    expect(Object.keys(strange?.report.values ?? {})).toEqual([
      'L',
      'l',
      'loop'
    ]);
  });

  it('survives names that hide what Python has built in, %reset, sys.exit and another directory', () => {
    const found = reports(
      'list = len = id = type = print = dict = sorted = isinstance = 3\nopen = exec = None',
      'del list, len',
      'import os; os.chdir("/"); _retrace_greet = ip = carrier = 1',
      'import sys; sys.exit()',
      '%reset -f',
      'after = 1'
    );
    expect(found[0]?.report.bound).toContain('list');
    expect(found[1]?.report.deleted).toEqual(['len', 'list']);
    expect(found[3]?.isOk).toBe(false);
    expect(found[4]?.report.deleted).toContain('carrier');
    expect(found[5]?.report.bound).toEqual(['after']);
  });

  it('can be installed when those names are hidden already', () => {
    const [, second] = session([
      'exec = get_ipython = __import__ = compile = open = None',
      install,
      'x = 1'
    ]).slice(1);
    expect(reportOf(second).report.bound).toEqual(['x']);
  });

  it('leaves names, history, counts and random streams as they are without it', () => {
    const cells = [
      'import random; random.seed(7)',
      '1 + 1',
      'random.random(), hash("a") == hash("a"), id is not None',
      'sorted(n for n in dir() if not n.startswith("_i"))',
      '(list(In), {k: v for k, v in Out.items() if k < 4}, _, __)',
      'import sys; sorted(m for m in ("random", "uuid", "tempfile", "numpy", "pandas") if m in sys.modules)'
    ];
    const bare = session(cells);
    const probed = session([install, ...cells]).slice(1);
    expect(probed.map(textOf)).toEqual(bare.map(textOf));
    const counts = (run: Message[][]) =>
      run.map(
        messages =>
          messages.find(([, type]) => type === 'execute_input')?.[2]
            .execution_count
      );
    expect(counts(probed)).toEqual(counts(bare));
  });

  it('prints nothing, and tells at most 2,000 names of a kind', () => {
    const [messages] = session([
      install,
      'for n in range(3000): globals()["v%d" % n] = n'
    ]).slice(1);
    const types = messages?.map(([, type]) => type);
    expect(types).not.toContain('stream');
    const { report } = reportOf(messages);
    expect(report.bound).toHaveLength(2000);
    expect(report.omitted.join()).toContain('names that were bound');
  });

  it('names the distributions of modules that a cell was the first to import', () => {
    const [first, again] = reports('import yaml', 'import yaml');
    expect(first?.report.modules).toMatchObject({ yaml: 'PyYAML' });
    expect(Object.keys(first?.report.imported ?? {})).toContain('PyYAML');
    expect(again?.report.imported).toEqual(Object.create(null));
  });

  it('tells changes in place through other names, functions and attributes, and what stood still', () => {
    const [, list, held, object, same, loop] = reports(
      'a = [1]; b = a; d = {"k": a}; store = []\nclass P:\n    def add(self): store.append(1)\np = P()',
      'b.append(2)',
      'd["k"].append(3)',
      'p.add()',
      'print(b)',
      'b.append(b)'
    );
    expect(list?.report.changed).toEqual(['a', 'b', 'd']);
    expect(list?.report.shared).toEqual([['a', 'b']]);
    expect(held?.report.changed).toEqual(['a', 'b', 'd']);
    expect(object?.report.changed).toEqual(['store']);
    expect(same?.report.unchanged).toEqual(['a', 'b', 'd']);
    expect(loop?.report.changed).toEqual(['a', 'b', 'd']);
  });

  it("tells which random streams moved, and which of the user's files were opened", () => {
    const [, drawn, still, file] = reports(
      'import random',
      'x = random.random()',
      'x',
      'import os, tempfile; name = os.path.join(tempfile.mkdtemp(), "a.txt")\nwith open(name, "w") as f: f.write("1")'
    );
    expect(Object.keys(drawn?.report.streams ?? {})).toEqual(['random']);
    expect(Object.keys(still?.report.streams ?? {})).toEqual([]);
    expect(file?.report.files).toMatchObject([{ mode: 'write', size: 1 }]);
  });

  it("tells that NumPy's global stream moved, also when it gave the second half of a pair", () => {
    const found = reports(
      'import numpy as np; np.random.seed(1)',
      'a = np.random.randn()',
      'b = np.random.randn()',
      'b',
      'np.random.rand()',
      'b'
    );
    expect(
      found.slice(1).map(({ report }) => Object.keys(report.streams ?? {}))
    ).toEqual([['numpy'], ['numpy'], [], ['numpy'], []]);
  });

  it('tells files that were read, written, appended to and removed, with what they hold now', () => {
    const [, written, read, appended, removed, library] = reports(
      'import os, tempfile; os.chdir(tempfile.mkdtemp()); name = "a.txt"',
      'with open(name, "w") as f: _ = f.write("12")',
      'text = open(name).read()',
      'with open(name, "a") as f: _ = f.write("3")',
      'os.remove(name)',
      'import sqlite3, xml.dom.minidom'
    );
    const of = (found: ReturnType<typeof reports>[number] | undefined) =>
      found?.report.files?.map(({ mode, size }) => [mode, size]);
    expect(of(written)).toEqual([['write', 2]]);
    expect(of(read)).toEqual([['read', 2]]);
    expect(read?.report.files?.[0]?.hash).toBe(
      written?.report.files?.[0]?.hash
    );
    expect(of(appended)).toEqual([['update', 3]]);
    expect(of(removed)).toEqual([['update', null]]);
    expect(of(library)).toEqual([]);
  });
});
