// Files that Python does not hear of, in a real kernel: of native code and of other programs. Linux tells of them.
import {
  hasWatches,
  install,
  reportOf,
  scopeOfProbe,
  session,
  textOf
} from './probe-session';

const inKernel = hasWatches ? describe : describe.skip;

const cells = {
  folder:
    'import ctypes, os, sqlite3, subprocess, tempfile, time\nplace = tempfile.mkdtemp(); os.chdir(place); get_ipython().history_manager.enabled = False\nos.mkdir("many")\nfor name in ("a.dat", "b.dat", "c.log", "many/1.bin", "many/2.bin"): open(name, "w").close()\nos.symlink("a.dat", "other.lnk")',
  opener:
    'native = ctypes.CDLL(None); native.fopen.argtypes = (ctypes.c_char_p, ctypes.c_char_p); native.fopen.restype = native.fclose.argtypes = None\ndef touch(path, mode="r"):\n    native.fopen(path.encode(), mode.encode())',
  listed:
    'paths = ["a.dat", "b.dat"]\nfor path in paths: touch(path)\ndel path',
  made: 'touch("%s.dat" % "a")',
  within: 'for name in os.listdir("many"): touch("many" + "/" + name)',
  helper: 'def load():\n    touch("b.dat")',
  called: 'load()',
  link: 'touch("other.lnk")',
  mentioned: 'os.path.exists("a.dat"), os.path.getsize("b.dat")',
  fresh:
    'os.makedirs("new/part"); touch("new/part/x.bin", "w"); native.fflush(None)',
  program:
    'subprocess.run(["sh", "-c", "cat a.dat > copy.dat; cat c.log > /dev/null"])',
  captured: 'lines = !cat c.log>d.log',
  removed: '!rm d.log',
  spaced: `text = '''\n${' '.repeat(60_000)}.\n100 %'''`,
  opened: 'stream = open("late.txt", "w")',
  written: 'stream.write("late"); stream.close()',
  background:
    'child = subprocess.Popen(["sh", "-c", "sleep 0.3; cat c.log"], stdout=-3)',
  beside: 'time.sleep(0.2); child.wait(); paths',
  database: 'db = sqlite3.connect("data.db"); db.execute("create table t(a)")',
  inserted: 'db.execute("insert into t values (1)"); db.commit()',
  looked:
    'again = sqlite3.connect("data.db"); found = again.execute("select * from t").fetchall()',
  descriptor: `${scopeOfProbe}["watch"]["handle"] >= 250`,
  unasked: `${scopeOfProbe}["watch"].update(ask=None)`,
  read: 'touch("%s.dat" % "b")',
  deaf: `${scopeOfProbe}["stop_watching"]()`,
  library: 'import types\npyarrow = types.ModuleType("pyarrow")',
  silent: 'pyarrow',
  afterwards: 'os.path.getsize("b.dat")',
  bound: 'place = "b.dat"',
  under: 'os.path.getsize(place)'
};

inKernel('of files that are opened without Python, the probe', () => {
  const told = hasWatches
    ? session([install, ...Object.values(cells)]).slice(1)
    : [];
  const files = (cell: keyof typeof cells) =>
    reportOf(told[Object.keys(cells).indexOf(cell)]).report.files?.map(
      ({ path, mode, evidence }) =>
        `${path.split('/').slice(3).join('/') || path} ${mode}${evidence ? ` ${evidence}` : ''}`
    );

  it('tells those whose names stand in collections, are put together, or stand in functions that the cell calls', () => {
    expect(files('listed')).toEqual(['a.dat read named', 'b.dat read named']);
    expect(files('made')).toEqual(['a.dat read named']);
    expect(files('helper')).toEqual([]);
    expect(files('called')).toEqual(['b.dat read named']);
  });

  it('tells those in a folder that the cell names, also in one that it made', () => {
    expect(files('within')).toEqual([
      'many/1.bin read named',
      'many/2.bin read named'
    ]);
    expect(files('fresh')).toEqual(['new/part/x.bin write named']);
  });

  it('tells what programs read and wrote that the cell started', () => {
    expect(files('program')).toEqual([
      'a.dat read named',
      'c.log read named',
      'copy.dat write named'
    ]);
  });

  it('tells what commands read, wrote and took away, whose lines give a name to what they show', () => {
    expect(files('captured')).toEqual([
      'c.log read named',
      'd.log write named'
    ]);
    expect(files('removed')).toEqual(['d.log update named']);
  });

  it('goes through lines of nothing but spaces in no time to speak of', () => {
    expect(files('spaced')).toEqual([]);
  });

  it('tells what is written to a file after the cell that opened it', () => {
    expect(files('opened')).toEqual(['late.txt write']);
    expect(files('written')).toEqual(['late.txt update named']);
  });

  it('tells a file once that has several names, and none that the code only names', () => {
    expect(files('link')).toEqual(['other.lnk read named']);
    expect(files('mentioned')).toEqual([]);
  });

  it('leaves out what others open meanwhile and nothing in the cell names', () => {
    expect(files('beside')).toEqual([]);
  });

  it('tells what a connection does to a database after the cell that made it, and who only looked', () => {
    expect(files('database')).toEqual(['data.db write']);
    expect(files('inserted')).toEqual(['data.db update named']);
    expect(files('looked')).toEqual(['data.db read']);
  });

  it('takes no number of a file away from the user', () => {
    expect(textOf(told[Object.keys(cells).indexOf('descriptor')])).toBe('True');
  });

  it('tells the same where the system cannot be asked whether it has something to tell', () => {
    expect(files('read')).toEqual(['b.dat read named']);
  });

  it('goes by what the code names where the system tells nothing, and says so where libraries open files', () => {
    expect(files('afterwards')).toEqual(['b.dat read named']);
    expect(files('under')).toEqual(['b.dat read named']);
    const { omitted } = reportOf(
      told[Object.keys(cells).indexOf('silent')]
    ).report;
    expect(omitted.join()).toContain('open files by themselves');
  });
});
