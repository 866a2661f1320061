// The files of an execution, and what can go wrong with them, in a real kernel. Needs the project's venv.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeProbeMessage } from '../../recording';
import { pythonProbeWith } from '../python.probe';
import {
  hasKernel,
  install,
  outputsOf,
  reportOf,
  session,
  type Message
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const folder =
  'import os, sys, tempfile, threading, time\nos.chdir(tempfile.mkdtemp()); os.chmod(os.getcwd(), 0o755); get_ipython().history_manager.enabled = False\nfor name, size in (("small.txt", 3), ("large.bin", 2_500_000), ("gone.bin", 2_000_000)):\n    with open(name, "wb") as f: _ = f.write(b"a" * size)\nopen("sparse.bin", "wb").truncate(10 << 30)\nos.mkfifo("pipe")\nold = time.time() - 60\nfor name in os.listdir("."): os.utime(name, (old, old))';

const cells = {
  folder,
  large: 'for name in ("small.txt", "large.bin"): len(open(name, "rb").read())',
  threads:
    'threading.active_count(), [t.name for t in threading.enumerate()]; time.sleep(.4)',
  again: '_ = open("large.bin", "rb").read(1)',
  sparse: 'open("sparse.bin", "rb").close()',
  afterSparse: 'time.sleep(.1)',
  small: 'open("small.txt").close()',
  // It loses its name before all of it is read, and nobody hears of that.
  vanishing:
    'place = os.path.join(os.getcwd(), "vanishing.bin")\nwith open(place, "wb") as f: _ = f.truncate(200_000_000)\nhooks = get_ipython().events.callbacks["post_run_cell"]; hooks.append(lambda result: os.rename(place, place + ".moved") if hooks.pop() else None)',
  vanished: 'time.sleep(.2)',
  fifo: 'os.close(os.open("pipe", os.O_RDWR))',
  deleted: '_ = open("gone.bin", "rb").read(1); os.remove("gone.bin")',
  // The owner of the machine may read everything, so the test becomes somebody else.
  shut: 'open("shut.txt", "w").write("s"); os.chmod("shut.txt", 0); user = os.geteuid()\nif user == 0: os.seteuid(65534)\ntry: open("shut.txt")\nexcept PermissionError as fault: print(type(fault))',
  open: 'if user == 0: os.seteuid(0)',
  bytes:
    'with open(b"caf\\xe9\\n.txt", "w") as f: _ = f.write("x")\nopen("./small.txt").close()',
  many: 'os.mkdir("many")\nfor n in range(20_000): open("many/%d" % n, "w").close()',
  native:
    'import ctypes; plain = ctypes.CDLL(None); plain.fopen.argtypes = (ctypes.c_char_p, ctypes.c_char_p); where = os.getcwd()\nfor _ in range(1): plain.fopen(os.path.join(where, "small.txt").encode(), b"r")',
  written: 'plain.fopen(f"{where}/made.txt".encode(), b"w"); None',
  temporary:
    'import shutil; place = tempfile.mkdtemp()\nopen(os.path.join(place, "inner.txt"), "w").close(); shutil.rmtree(place)\ntry: open("/nowhere/at/all")\nexcept OSError: pass\ntry: open(os.path.join(get_ipython().starting_dir, "nowhere.txt"))\nexcept OSError: pass',
  command: '!cat small.txt',
  database: 'import sqlite3; sqlite3.connect("data.db").close()'
};

/**
 * Cells that hear everything that Python tells, before and after the probe comes, but for naps: a thread of the kernel's
 * own takes one each second to look for its parent.
 */
const listening = [
  'import sys\nready = []\ndef hook(event, args):\n    if ready and event != "time.sleep": print(event)\nsys.addaudithook(hook); ready.append(1)',
  'def f(x): return [x]\nheld = f(1)',
  'print(held, f(2)); open(sys.executable).close()',
  'import colorsys',
  'ready.clear()',
  'def hook(event, args):\n    if event == "open": raise RuntimeError("no")\nsys.addaudithook(hook)',
  'try: open("package.json")\nexcept RuntimeError as fault: print(fault)',
  'held'
];

/**
 * Cells during which the probe's own thread is held up right before it looks into a folder, until a hook has come; the last one waits for that
 * thread, names a library that opens files unheard, and tells what the hook heard.
 */
const heldUp = [
  'import os, sys, threading, time\ncome = threading.Event(); main = threading.get_ident(); stat = os.stat\ndef slow(*args, **named):\n    if threading.get_ident() != main: come.wait(60)\n    return stat(*args, **named)\nos.stat = slow',
  'heard = []\ndef hook(event, args): heard.append(event)\nsys.addaudithook(hook); come.set()',
  'def at_work():\n    frames = list(sys._current_frames().values())\n    while frames:\n        frame = frames.pop()\n        if frame.f_code.co_name == "watch_all": return True\n        if frame.f_back: frames.append(frame.f_back)\n    return False\nwhile at_work(): time.sleep(.01)\npolars = type(sys)("polars"); print("os.scandir" in heard)'
];

const forbidding =
  'import sys\ndef hook(event, args):\n    if event == "sys.addaudithook": raise RuntimeError("no")\nsys.addaudithook(hook)';

/** Time that stands still, as libraries for tests make it. */
const frozen = [
  'import time\nkept = (time.time, time.perf_counter, time.monotonic, time.process_time, time.thread_time)\ntime.time = time.perf_counter = time.monotonic = time.process_time = time.thread_time = lambda: 5.0',
  'x = [1]; time.time()',
  'x.append(2)'
];

/** What the probe said of contents afterwards. */
function latecomers(messages: readonly Message[]) {
  return messages.flatMap(([, type, content]) => {
    const decoded = type === 'comm_msg' && decodeProbeMessage(content.data);
    return decoded && decoded.ok && decoded.value.kind === 'hashes'
      ? decoded.value.files
      : [];
  });
}

inKernel('the files of an execution', () => {
  const run = hasKernel ? session([install, ...Object.values(cells)]) : [];
  const bare = hasKernel ? session(Object.values(cells)) : [];
  const of = (cell: keyof typeof cells) =>
    reportOf(run[Object.keys(cells).indexOf(cell) + 1]).report;
  const files = (cell: keyof typeof cells) =>
    of(cell).files?.map(({ path, mode, size, hash, evidence }) => [
      path.slice(path.lastIndexOf('/') + 1),
      mode,
      size,
      hash && hash.length,
      evidence ?? 'opened'
    ]);

  it('leave the outputs as they are without the probe, and no thread that can be seen', () => {
    expect(run.slice(1).map(outputsOf)).toEqual(bare.map(outputsOf));
  });

  it('are hashed at once where they are small, and later where they are large', () => {
    expect(files('folder')).toContainEqual([
      'large.bin',
      'write',
      2_500_000,
      null,
      'opened'
    ]);
    expect(files('large')).toContainEqual([
      'small.txt',
      'read',
      3,
      32,
      'opened'
    ]);
    const late = run
      .flatMap(latecomers)
      .find(({ path }) => path.endsWith('large.bin'));
    expect(late).toMatchObject({ size: 2_500_000 });
    expect(of('again').files?.[0]?.hash).toBe(late?.hash);
    expect(late).not.toHaveProperty('isSampled');
  });

  it('are sampled where they are larger than the limit', () => {
    const late = run.flatMap(latecomers);
    expect(late.find(({ size }) => size === 10 * 2 ** 30)).toMatchObject({
      isSampled: true,
      hash: expect.stringMatching(/^[0-9a-f]{32}$/)
    });
  });

  it('are named without a hash where there is none: a pipe, a file that is gone, one that may not be read', () => {
    expect(files('fifo')).toEqual([['pipe', 'update', 0, null, 'opened']]);
    expect(files('deleted')).toEqual([
      ['gone.bin', 'update', null, null, 'opened']
    ]);
    expect(files('shut')).toEqual([['shut.txt', 'write', 1, null, 'opened']]);
    expect(
      (['fifo', 'deleted', 'shut', 'small'] as const).map(
        cell => of(cell).files?.[0]?.unread
      )
    ).toEqual(['irregular', 'gone', 'unreadable', undefined]);
  });

  it('say why a hash is put off, and why it never came', () => {
    const late = run.flatMap(latecomers);
    expect(of('vanishing').files).toMatchObject([
      { hash: null, unread: 'later', size: 200_000_000 }
    ]);
    expect(late.find(({ size }) => size === 200_000_000)).toMatchObject({
      hash: null,
      unread: 'gone'
    });
  });

  it('have paths that a message can carry', () => {
    expect(files('bytes')).toEqual([
      ['caf\\xe9\\n.txt', 'write', 1, 32, 'opened'],
      ['small.txt', 'read', 3, 32, 'opened']
    ]);
  });

  it('are not told where they came and went in a folder for temporary files, or were only looked for', () => {
    expect(files('temporary')).toEqual([]);
  });

  it('are not all listed where there are 20,000', () => {
    expect(of('many').files?.length).toBeLessThanOrEqual(400);
    expect(of('many').omitted.join()).toMatch(/not all were noted|of 20000/);
  });

  it('are found by what the code names where nothing tells that they were opened', () => {
    expect(files('native')).toEqual([['small.txt', 'read', 3, 32, 'named']]);
    expect(files('written')).toEqual([['made.txt', 'write', 0, 32, 'named']]);
    expect(files('command')).toEqual([['small.txt', 'read', 3, 32, 'named']]);
    // What IPython loads to run it is no package of the notebook's.
    expect({ ...of('command').imported }).toEqual({});
    expect(of('command').omitted.join()).toContain('other programs');
    expect(files('database')?.[0]?.slice(0, 2)).toEqual(['data.db', 'write']);
  });
});

inKernel('where others listen too, the probe', () => {
  it('does nothing that they hear, and says so', () => {
    const run = session([install, ...listening]).slice(1);
    expect(run.map(outputsOf)).toEqual(session(listening).map(outputsOf));
    const { omitted, values } = reportOf(run[1]).report;
    expect(omitted.join()).toContain('Values and files are not read');
    expect(values).toEqual(Object.create(null));
    expect(reportOf(run[6]).report.files).toMatchObject([{ hash: null }]);
  });

  it('does nothing that they hear on its own thread either, which was at work when they came', () => {
    const [slow = '', ...rest] = heldUp;
    const [last = []] = session([slow, install, ...rest]).slice(3);
    expect(outputsOf(last)).toMatchObject([{ text: 'False\n' }]);
    // Folders are watched in part, then.
    const { omitted } = reportOf(last).report;
    expect(omitted.join()).toContain('open files by themselves');
  });
});

inKernel('where time stands still, the probe', () => {
  it('reports as ever', () => {
    const [, still, changed] = session([install, ...frozen]).slice(1);
    expect(reportOf(still).report.values).toHaveProperty('x');
    expect(reportOf(changed).report.changed).toEqual(['x']);
    expect(reportOf(changed).report.cost?.wallMs).toBeGreaterThan(0);
  });

  it('reports when it comes then, and says that files are not seen where it may not listen', () => {
    const run = session([
      forbidding,
      ...frozen,
      install,
      'y = [1]; open("/tmp/x", "w")'
    ]);
    const { report } = reportOf(run[5]);
    expect(report.values).toHaveProperty('y');
    expect(report.omitted.join()).toContain('are not seen');
  });
});

describe('the limits of the probe', () => {
  it.each([
    [undefined, 256 * 2 ** 20],
    [0, 0],
    [0.5, 2 ** 19],
    [-1, 0],
    [NaN, 256 * 2 ** 20]
  ])('read files whole up to %p MB', (dataHashMegabytes, bytes) => {
    const { source } = pythonProbeWith({
      budgetMs: 20,
      ...(dataHashMegabytes !== undefined && { dataHashMegabytes })
    });
    expect(source).toContain(`"HASH_BYTES": ${bytes}}`);
  });
});

inKernel('what libraries keep for themselves', () => {
  it('is no file of the user’s, wherever a variable of theirs puts it', () => {
    const kept = mkdtempSync(join(tmpdir(), 'retrace-kept-'));
    writeFileSync(join(kept, 'fonts.json'), '{}');
    writeFileSync(`${kept}.txt`, 'x');
    const [, messages] = session(
      [
        install,
        `for name in ("${kept}/fonts.json", "${kept}.txt"): open(name).close()`
      ],
      { MPLCONFIGDIR: kept }
    );
    expect(reportOf(messages).report.files?.map(({ path }) => path)).toEqual([
      `${kept}.txt`
    ]);
    rmSync(kept, { recursive: true });
    rmSync(`${kept}.txt`);
  });

  it('is one where it is data that they fetched', () => {
    const kept = mkdtempSync(join(tmpdir(), 'retrace-kept-'));
    for (const folder of ['seaborn-data', 'fontconfig']) {
      mkdirSync(join(kept, folder));
      writeFileSync(join(kept, folder, 'x.csv'), 'x');
    }
    const [, messages] = session(
      [
        install,
        `for name in ("seaborn-data", "fontconfig"): open("${kept}/" + name + "/x.csv").close()`
      ],
      { XDG_CACHE_HOME: kept }
    );
    expect(reportOf(messages).report.files?.map(({ path }) => path)).toEqual([
      `${kept}/seaborn-data/x.csv`
    ]);
    rmSync(kept, { recursive: true });
  });
});
