// What cells install, replace and remove: seen as changes of that execution, by a real installer and without one.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ExecutionReport } from '../../model';
import { environmentWith, metadata } from './made-environment';
import { probeAlone } from './probe-alone';
import { hasKernel, interpreter } from './probe-session';

const inPython = hasKernel ? describe : describe.skip;

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'retrace-installs-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reports of cells that run one after the other in an environment. */
function reportsOf(
  python: string,
  before: string,
  cells: readonly string[]
): readonly ExecutionReport[] {
  const after = cells.map(cell => `run_cell(${JSON.stringify(cell)})`);
  const { messages } = probeAlone({ python, before, after: after.join('\n') });
  return messages.flatMap(message =>
    message.kind === 'report' ? [message.report.report] : []
  );
}

const changesOf = (report: ExecutionReport | undefined) =>
  report?.packageChanges?.map(({ name, before, after }) => [
    name,
    before,
    after
  ]);

inPython('distributions that change', () => {
  it('are told with the execution that changed them, and modules are found among them', () => {
    const python = environmentWith(folder, {
      'kept-1.0.dist-info': metadata('kept', '1.0'),
      'Old.One-1.0.dist-info': metadata('Old.One', '1.0'),
      'gone-1.0.dist-info': metadata('gone', '1.0')
    });
    const before = `
import os, shutil, sysconfig
site = sysconfig.get_path("purelib")
def place(folder, name, version, **files):
    os.mkdir(os.path.join(site, folder))
    files["METADATA"] = "Name: %s\\nVersion: %s\\n" % (name, version)
    for file, text in files.items():
        open(os.path.join(site, folder, file.replace("_json", ".json")), "w").write(text)
ip.user_ns.update(place=place, shutil=shutil, site=site)
`;
    const reports = reportsOf(python, before, [
      'x = 1',
      [
        'shutil.rmtree(site + "/gone-1.0.dist-info")',
        'shutil.rmtree(site + "/Old.One-1.0.dist-info")',
        'place("old_one-2.0.dist-info", "old-one", "2.0", INSTALLER="pip")',
        'place("new-0.1.dist-info", "new", "0.1", RECORD="newmodule.py,,\\n", direct_url_json=\'{"url": "https://u:p@host.example/new.git", "vcs_info": {"commit_id": "abc"}}\')',
        'open(site + "/newmodule.py", "w").write("")',
        'import newmodule'
      ].join('\n'),
      'x = 2'
    ]);
    expect(reports.map(changesOf)).toEqual([
      [],
      [
        ['gone', '1.0', null],
        ['new', null, '0.1'],
        ['old-one', '1.0', '2.0']
      ],
      []
    ]);
    const origins = reports[1]?.packageChanges?.map(({ origin }) => origin);
    expect(origins).toEqual([
      undefined,
      { kind: 'vcs', url: 'https://host.example/new.git', revision: 'abc' },
      { kind: 'index', url: '', revision: '' }
    ]);
    expect(reports[1]?.imported).toEqual({ new: '0.1' });
  });

  it('are seen when pip does it', () => {
    const python = environmentWith(folder, {});
    const before = `
import subprocess, zipfile
def wheel(version):
    name = r"${folder}/made-%s-py3-none-any.whl" % version
    with zipfile.ZipFile(name, "w") as file:
        info = "made-%s.dist-info/" % version
        file.writestr("made.py", "version = %r" % version)
        file.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: made\\nVersion: %s\\n" % version)
        file.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        file.writestr(info + "RECORD", "")
    return name
def pip(*args):
    subprocess.run([r"${interpreter}", "-m", "pip", "--python", sys.executable, "-q", "--disable-pip-version-check"] + list(args), check=True)
ip.user_ns.update(pip=pip, wheel=wheel)
`;
    const reports = reportsOf(python, before, [
      'pip("install", "--no-index", wheel("1.0"))\nimport made',
      'pip("uninstall", "-y", "made")'
    ]);
    expect(reports.map(changesOf)).toEqual([
      [['made', null, '1.0']],
      [['made', '1.0', null]]
    ]);
    expect(reports[0]?.imported).toEqual({ made: '1.0' });
    expect(reports[0]?.packageChanges?.[0]?.origin).toEqual({
      kind: 'archive',
      url: `${folder}/made-1.0-py3-none-any.whl`,
      revision: ''
    });
  });

  it('are not read again where an audit hook of the user’s would hear it', () => {
    const python = environmentWith(folder, {});
    const before = `
import os, sysconfig
heard = []
def hook(event, args):
    if event in ("open", "os.listdir", "os.scandir"):
        heard.append(event)
ip.user_ns.update(os=os, sys=sys, hook=hook, heard=heard, folder=sysconfig.get_path("purelib"))
`;
    const reports = reportsOf(python, before, [
      'sys.addaudithook(hook)',
      'os.mkdir(folder + "/new-1.0.dist-info"); del heard[:]',
      'assert heard == [], heard'
    ]);
    expect(reports[1]?.packageChanges).toEqual([]);
    expect(reports[1]?.omitted.join()).toMatch(/may have changed/);
  });
});
