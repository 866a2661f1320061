// The small Python functions that a script may need. A script holds those that it uses, and no other.
import { SHELL_HELPERS } from './helpers-shell';
import { SHOW_HELPERS } from './helpers-show';

/** Every helper's name begins with it, unless a notebook uses such names itself. */
export const PREFIX = '_retrace_';

const BASE_HELPERS = {
  os: 'import os as _retrace_os',
  sys: 'import sys as _retrace_sys',
  timed: '',
  run: `
def _retrace_run(source):
    """Runs a cell as a notebook does where a plain script could not, such as "await" outside of functions."""
    import ast, asyncio, inspect
    code = compile(source, "<cell>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)

    async def run():
        try:
            result = eval(code, globals())
        except StopIteration as error:
            return error  # raised in here it would become a RuntimeError
        if inspect.iscoroutine(result):
            await result

    if not hasattr(_retrace_run, "loop"):
        _retrace_run.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(_retrace_run.loop)
    error = _retrace_run.loop.run_until_complete(run())
    if error is not None:
        raise error`,
  try: `
def _retrace_try(cell, source):
    """Runs a cell that did not end well in the notebook, says how it ends here, and goes on as the notebook did."""
    import traceback
    try:
        _retrace_run(source)
    except (Exception, SystemExit) as error:
        last_line = traceback.format_exception_only(type(error), error)[-1].strip()
        print(f"[{cell}: {last_line}]", file=_retrace_sys.stderr)
    else:
        print(f"[{cell} failed in the notebook, and did not fail here]", file=_retrace_sys.stderr)`,
  capture: `
class _retrace_capture:
    """Keeps what a cell prints, as %%capture does; "stdout" and "stderr" hold it afterwards."""
    def __enter__(self):
        import contextlib, io
        out, err = io.StringIO(), io.StringIO()
        self._streams = contextlib.ExitStack()
        self._streams.enter_context(contextlib.redirect_stdout(out))
        self._streams.enter_context(contextlib.redirect_stderr(err))
        self._texts = out, err
        return self

    def __exit__(self, *error):
        self._streams.close()
        self.stdout, self.stderr = [text.getvalue() for text in self._texts]

    def show(self):
        print(self.stdout, end="")
        print(self.stderr, end="", file=_retrace_sys.stderr)

    __call__ = show`,
  reset: `
def _retrace_reset():
    """Forgets all variables, as %reset does."""
    for name in [name for name in globals() if not name.startswith("_")]:
        del globals()[name]`,
  get_ipython: `
def _retrace_get_ipython():
    """IPython itself is not there in a plain script: code that talks to it stops here."""
    raise RuntimeError("This code talks to IPython (get_ipython), which a plain script cannot do.")`
} as const;

const SOURCES = { ...BASE_HELPERS, ...SHOW_HELPERS, ...SHELL_HELPERS };

export type HelperName = keyof typeof SOURCES;

/** The helpers whose names occur in some code, with those that they use themselves, in a fixed order. */
export function helpersIn(code: string, prefix: string): HelperName[] {
  const names = Object.keys(SOURCES) as HelperName[];
  const found = new Set<HelperName>();
  const visit = (text: string, textPrefix: string): void => {
    for (const name of names) {
      const isUsed = new RegExp(`\\b${textPrefix}${name}\\b`).test(text);
      if (isUsed && !found.has(name)) {
        found.add(name);
        visit(SOURCES[name], PREFIX);
      }
    }
  };
  visit(code, prefix);
  return names.filter(name => found.has(name));
}

/** The Python source of a helper under a script's prefix; empty for one that is only a name. */
export function helperSource(name: HelperName, prefix: string): string {
  return SOURCES[name].trim().split(PREFIX).join(prefix);
}
