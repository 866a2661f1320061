// Which folders Linux is asked about, in a real kernel: they move, vanish and come again, there are too many, or others use them too.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { probeAlone } from './probe-alone';
import {
  hasWatches,
  install,
  reportOf,
  scopeOfProbe,
  session,
  textOf
} from './probe-session';

const inKernel = hasWatches ? describe : describe.skip;

const shows = (path: string) =>
  `subprocess.run("cat ${path}", shell=True, stdout=-3).returncode`;

const cells = {
  begin: `import os, shutil, subprocess, types\nscope = ${scopeOfProbe}; get_ipython().history_manager.enabled = False\nos.mkdir("data"); open("data/x.txt", "w").close(); open("c.txt", "w").close()\npyarrow = types.ModuleType("pyarrow")`,
  again: 'shutil.rmtree("data"); os.mkdir("data")',
  filled: 'subprocess.run("echo 1 > data/x.txt", shell=True)',
  readAgain: shows('data/x.txt'),
  moved:
    'subprocess.run("mv data old; mkdir data; echo 2 > data/x.txt", shell=True)',
  readOld: shows('old/x.txt'),
  readNew: shows('data/x.txt'),
  between: {
    code: 'shutil.rmtree("data"); os.makedirs("data/in"); open("data/in/y.txt", "w").close()',
    silent: true
  },
  readBetween: 'place = "in"; subprocess.run("cat data/*/y.txt", shell=True)',
  slash: '"a/b".split("/"), "x".join("/")',
  native: 'pyarrow',
  forked:
    'subprocess.run("cat c.txt", shell=True)\nchild = os.fork()\nif child == 0:\n    scope["told_files"](float("inf"))\n    os._exit(0)\nos.waitpid(child, 0)',
  shared:
    'scope["shared_devices"].add(os.stat(".").st_dev); os.mkdir("shared"); open("shared/s.txt", "w").close()',
  sharedSize: 'os.path.getsize("shared/s.txt")',
  hurried: 'budget = scope["BUDGET"]; scope["BUDGET"] = 0',
  many: 'for name in "abc": os.makedirs("many/" + name)',
  lost: 'for name in range(300): open("data/%d.tmp" % name, "w").close()\nshutil.rmtree("data"); os.makedirs("data/in"); open("data/in/y.txt", "w").close()',
  patient: 'scope["BUDGET"] = budget',
  found: {
    code: 'import time\nwhile os.path.abspath("data/in") not in scope["watched_folders"]: time.sleep(.01)',
    silent: true
  },
  readFound: shows('data/in/y.txt'),
  full: 'scope["watch"].update(most=0, is_partial=False); os.mkdir("unwatched"); pyarrow',
  taken:
    'os.close(scope["watch"]["handle"]); ends = os.pipe(); number = os.dup2(ends[0], scope["watch"]["handle"]); os.write(ends[1], b"kept")',
  kept: 'os.read(number, 4)',
  gone: 'os.mkdir("gone"); os.chdir("gone"); os.rmdir("../gone")',
  nowhere: '1'
};

inKernel('of folders that it watches, the probe', () => {
  const told = hasWatches
    ? session(
        [install, ...Object.values(cells)],
        {},
        'python3',
        mkdtempSync(join(tmpdir(), 'watched-'))
      ).slice(1)
    : [];
  const of = (cell: keyof typeof cells) =>
    told[Object.keys(cells).indexOf(cell)];
  const files = (cell: keyof typeof cells) =>
    reportOf(of(cell)).report.files?.map(
      ({ path, mode, evidence }) =>
        `${path} ${mode}${evidence ? ` ${evidence}` : ''}`
    );
  const omitted = (cell: keyof typeof cells) =>
    reportOf(of(cell)).report.omitted?.join(' ');

  it('knows those again that were taken away and made anew, or moved', () => {
    expect(files('filled')).toEqual(['data/x.txt write named']);
    expect(files('readAgain')).toEqual(['data/x.txt read named']);
    expect(files('readOld')).toEqual(['old/x.txt read named']);
    expect(files('readNew')).toEqual(['data/x.txt read named']);
  });

  it('follows what becomes of them between cells', () => {
    expect(files('readBetween')).toEqual(['data/in/y.txt read named']);
  });

  it('takes a slash for no folder that the cell means', () => {
    expect(textOf(of('slash'))).toContain("'/'");
    expect(omitted('native')).toBe('');
  });

  it('is told the same while a child of the kernel has its handle, too', () => {
    expect(files('forked')).toEqual(['c.txt read named']);
  });

  it('believes that a named file was read where other computers open files, of which the system does not tell', () => {
    expect(files('sharedSize')).toEqual(['shared/s.txt read named']);
  });

  it('says so where time does not suffice for all that the cell made, or the system grants no more', () => {
    expect(omitted('many')).toContain('More happened to files');
    expect(omitted('full')).toContain('open files by themselves');
  });

  it('begins anew where it could not read all that was told', () => {
    expect(omitted('lost')).toContain('More happened to files');
    expect(files('readFound')).toEqual(['data/in/y.txt read named']);
  });

  it('reads nothing from a file of the user that came to the number of its handle', () => {
    expect(textOf(of('kept'))).toBe("b'kept'");
  });

  it('misses nothing where the working folder was taken away', () => {
    expect(omitted('nowhere')).toBe('');
  });
});

inKernel('where a folder does not answer, the probe', () => {
  it('tells all else of the environment', () => {
    const { messages } = probeAlone({
      before:
        'import ctypes, os, threading\nfirst, scan, own = os.getcwd(), os.scandir, threading.get_ident()\ndef answer(path="."):\n    if path == first and threading.get_ident() != own: threading.Event().wait()\n    return scan(path)\nos.scandir = answer',
      cwd: mkdtempSync(join(tmpdir(), 'silent-'))
    });
    expect(messages.map(({ kind }) => kind)).toContain('details');
  });
});
