// What the probe asks the system without giving up the interpreter, and what it sends with the kernel's own messages. Needs the venv.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  hasWatches,
  install,
  outputsOf,
  reportOf,
  scopeOfProbe,
  session,
  textOf
} from './probe-session';

const inKernel = hasWatches ? describe : describe.skip;

const silently = (code: string) => ({ code, silent: true });
const prepared = silently(
  `import os, sys\nscope = ${scopeOfProbe}\nos.mkdir("below"); open(b"odd \\xff.txt", "wb").close()`
);
const inFolder = (cells: Parameters<typeof session>[0]) =>
  session(
    [install, prepared, ...cells],
    {},
    'python3',
    mkdtempSync(join(tmpdir(), 'quick-'))
  ).slice(2);

inKernel('what is asked without giving up the interpreter', () => {
  jest.setTimeout(60_000);

  it('has an answer in this Python, which a trial shows', () => {
    const [found] = inFolder([
      '[scope[name] is not None for name in ("look_quickly", "signed_by")], scope["watch"]["quick"] is not None'
    ]);
    expect(textOf(found)).toBe('([True, True], True)');
  });

  it('is what Python’s own functions tell', () => {
    const found = inFolder([
      'places = [".", "below", os.fsdecode(b"odd \\xff.txt"), "missing", "missing/too", sys.prefix, "below/a\\0b"]',
      'print(all([scope["stamp_at"](place) == scope["stamp_of_stat"](place) for place in places]), [place for place in places if scope["stamp_at"](place) is None])',
      'open("below/more.txt", "w").close()',
      'scope["stamp_at"]("below") == scope["stamp_of_stat"]("below")'
    ]);
    expect(outputsOf(found[1] ?? [])[0]?.text).toBe(
      "True ['missing', 'missing/too', 'below/a\\x00b']\n"
    );
    expect(textOf(found[3])).toBe('True');
  });

  it('is told the same where there are no such functions', () => {
    const cells = [
      'open("a.txt", "w").write("1")',
      'import subprocess; subprocess.run("cat a.txt", shell=True, stdout=-3).returncode',
      'os.chdir("below"); open("b.txt", "w").close()',
      'open("b.txt").read()',
      '1 + 1'
    ];
    const told = (before: string) =>
      inFolder([silently(before), ...cells])
        .slice(1)
        .map(messages => {
          const { files, omitted, packageChanges } = reportOf(messages).report;
          return [
            files?.map(({ path, mode }) => [path, mode]),
            omitted,
            packageChanges
          ];
        });
    const usual = told('pass');
    expect(
      told(
        'scope["look_quickly"] = scope["signed_by"] = scope["watch"]["quick"] = None'
      )
    ).toEqual(usual);
    expect(usual[1]?.[0]).toEqual([['a.txt', 'read']]);
  });
});

inKernel('a report', () => {
  it('comes after all that the cell shows and before the kernel is idle', () => {
    const [found = []] = inFolder([
      'from IPython.display import display\nprint("printed"); display(1); 2'
    ]);
    const kinds = found
      .filter(([channel]) => channel === 'iopub')
      .map(([, type]) => type);
    expect(kinds.slice(-2)).toEqual(['comm_msg', 'status']);
    expect(kinds.filter(type => type === 'comm_msg')).toHaveLength(1);
  });
});
