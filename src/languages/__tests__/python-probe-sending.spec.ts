// What the probe sends with the kernel's own messages. Needs the venv.
import {
  hasKernel,
  install,
  outputsOf,
  reportOf,
  scopeOfProbe,
  session,
  textOf,
  unhurried
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const silently = (code: string) => ({ code, silent: true });

inKernel('a report', () => {
  it('comes after all that the cell shows and before the kernel is idle', () => {
    const found = session([
      install,
      'from IPython.display import display\nprint("printed"); display(1); 2'
    ])[1];
    const messages = (found ?? []).filter(([channel]) => channel === 'iopub');
    const places = messages.flatMap(([, type, content], place) =>
      type === 'comm_msg' &&
      (content.data as { readonly kind?: string }).kind === 'report'
        ? [place]
        : []
    );
    const lastShown = messages
      .map(([, type]) => type)
      .lastIndexOf('execute_result');
    expect(places).toHaveLength(1);
    expect(places[0]).toBeGreaterThan(lastShown);
    expect(messages[messages.length - 1]?.[1]).toBe('status');
  });

  it('is signed as the kernel signs', () => {
    const found = session([
      install,
      silently(`scope = ${scopeOfProbe}`),
      'scope["signed_by"] is get_ipython().kernel.session.auth, scope["sign_quickly"](b"ab") == get_ipython().kernel.session.sign([b"a", b"b"])'
    ]);
    expect(textOf(found[2])).toBe('(True, True)');
  });
});

inKernel('files are looked up', () => {
  it('by time and size, whatever their names are and whether they are there', () => {
    const found = session([
      unhurried,
      silently(`scope = ${scopeOfProbe}`),
      'import os\nodd = os.fsdecode(b"odd \\xff.txt"); [scope["stamp_at"](place) for place in ("missing", "a\\0b", odd)], scope["stamp_at"](os.sep) == (os.stat(os.sep).st_mtime_ns, os.stat(os.sep).st_size)'
    ]);
    expect(outputsOf(found[2] ?? [])).toHaveLength(1);
    expect(textOf(found[2])).toBe('([None, None, None], True)');
    expect(reportOf(found[2]).report.omitted).toEqual([]);
  });
});
