// Python helpers that show values, tables and figures as the notebook did.

/** The script's own path; where it is pasted into a kernel or piped in, a name in the working directory. */
export const SCRIPT_FILE = 'globals().get("__file__", "script.py")';

export const SHOW_HELPERS = {
  show: `
def _retrace_show(value):
    """Shows the value of a cell's last line as the notebook does: printed, or saved where it is a figure."""
    if value is not None:
        _retrace_display(value)`,
  keep: `
def _retrace_keep(value, count):
    """Shows a value and keeps it as result "count", for cells that use Out[count] or _count."""
    _retrace_show(value)
    if value is not None:
        _retrace_results[count] = value`,
  results: `
class _retrace_results_type(dict):
    """What the cells showed, by execution count."""
    def __missing__(self, count):
        raise RuntimeError(f"The result of execution {count} is used here, and it is not in this script.")

    def last(self, first):
        """The last result from execution "first" on: what IPython calls _."""
        return self[max([count for count in self if count >= first], default=first)]


_retrace_results = _retrace_results_type()`,
  display: `
def _retrace_display(*values, **options):
    """Prints values as display() shows them in a notebook; figures are saved."""
    saves = globals().get("_retrace_saves")
    for value in values:
        if saves is None or not saves(value):
            print(_retrace_text(value))`,
  patch_display: `
def _retrace_patch_display():
    """Lets IPython's own display() print what a notebook shows."""
    try:
        import IPython.display
    except ImportError:
        return
    IPython.display.display = _retrace_display`,
  text: `
def _retrace_text(value):
    """The text that a notebook shows for a value."""
    try:
        from IPython.lib.pretty import pretty
    except ImportError:
        pretty = None
    if pretty is None or "_retrace_floats" in globals():
        return _retrace_layout(value, column=0)[0]
    return pretty(value)`,
  layout: `
def _retrace_layout(value, indent=0, column=None, after=0, parents=()):
    """IPython's layout without IPython: containers wider than 79 characters get one line for each item.

    Gives the text and whether it has more than one line; without a column, only what fits on one line counts."""
    opening, items, closing = _retrace_parts(value)
    if items is None:
        lines = opening.splitlines() or [""]
        return ("\\n" + " " * indent).join(lines), len(lines) > 1
    if id(value) in parents:
        return opening + "..." + closing, False
    parents += (id(value),)
    inner = indent + len(opening)

    def item_text(item, column, after):
        if not isinstance(item, _retrace_pair):
            return _retrace_layout(item, inner, column, after, parents)
        key, key_wraps = _retrace_layout(item.key, inner, column, 1, parents)
        text, wraps = _retrace_layout(item.value, inner, None if column is None else column + len(key) + 2, after, parents)
        return f"{key}: {text}", wraps or key_wraps

    flat = [item_text(item, None, 0) for item in items]
    line = opening + ", ".join(text for text, wraps in flat) + closing
    has_wraps = any(wraps for text, wraps in flat)
    if not has_wraps and (column is None or column + len(line) + after <= 79):
        return line, False
    if column is None:
        return line, True
    broken = []
    for index, item in enumerate(items):
        start = inner if index else column + len(opening)
        rest = 1 if index + 1 < len(items) else len(closing) + after
        broken.append(item_text(item, start, rest)[0])
    return opening + (",\\n" + " " * inner).join(broken) + closing, has_wraps or len(items) > 1`,
  parts: `
_retrace_pair = __import__("collections").namedtuple("pair", "key value")


def _retrace_parts(value):
    """What a value's text consists of: opening, items, closing; no items where it is not a container."""
    import collections, types
    kind = type(value)
    own = kind.__repr__
    if kind is collections.defaultdict:
        opening, items, closing = "defaultdict(", [value.default_factory, dict(value)], ")"
    elif kind is collections.Counter:
        opening, items, closing = "Counter(", [dict(value.most_common())] if value else [], ")"
    elif kind is collections.OrderedDict:
        opening, items, closing = "OrderedDict(", [list(value.items())] if value else [], ")"
    elif kind is collections.deque and value.maxlen is None:
        opening, items, closing = "deque(", [list(value)], ")"
    elif own is dict.__repr__:
        opening, items, closing = "{", [_retrace_pair(*item) for item in value.items()], "}"
    elif own is list.__repr__:
        opening, items, closing = "[", list(value), "]"
    elif own is tuple.__repr__:
        opening, items, closing = "(", list(value), ",)" if len(value) == 1 else ")"
    elif own in (set.__repr__, frozenset.__repr__) and value:
        opening, closing = ("{", "}") if kind is set else (kind.__name__ + "({", "})")
        try:
            items = sorted(value)
        except Exception:
            items = list(value)
    elif kind is type:
        module = "" if value.__module__ == "builtins" else value.__module__ + "."
        return module + value.__qualname__, None, ""
    elif kind in (types.FunctionType, types.BuiltinFunctionType):
        import inspect
        module = "" if value.__module__ in (None, "builtins") else value.__module__ + "."
        try:
            signature = inspect.signature(value)
        except ValueError:
            signature = ""
        return f"<function {module}{value.__qualname__}{signature}>", None, ""
    elif own is object.__repr__:
        return f"<{kind.__module__}.{kind.__qualname__} at {id(value):#x}>", None, ""
    elif kind is float and "_retrace_floats" in globals():
        return _retrace_floats % value, None, ""
    else:
        return repr(value), None, ""
    if len(items) > 1000:
        items[1000:] = [type("More", (), {"__repr__": lambda self: "..."})()]
    return opening, items, closing`,
  precision: `
def _retrace_precision(text):
    """Sets how floats are shown, as %precision does; returns the format."""
    global _retrace_floats
    _retrace_floats = f"%.{text}f" if text.isdigit() else text or "%r"
    digits = "".join(_retrace_floats.partition(".")[2][:-1])
    if "numpy" in _retrace_sys.modules:
        _retrace_sys.modules["numpy"].set_printoptions(precision=int(digits) if digits.isdigit() else 8)
    return _retrace_floats`,
  pandas: `
def _retrace_pandas():
    """Lets pandas print as many columns as it does in a notebook; a terminal would get fewer."""
    try:
        import pandas
    except ImportError:
        return
    pandas.set_option("display.max_columns", 20)`,
  figures: `
_retrace_folder = _retrace_os.path.splitext(_retrace_os.path.abspath(${SCRIPT_FILE}))[0] + "_figures"
_retrace_saved = []


def _retrace_saves(value):
    """Saves a figure as a file; False for any other value, and for a figure with nothing in it."""
    library = _retrace_sys.modules.get("matplotlib.figure")
    if library is None or not isinstance(value, library.Figure) or not value.axes:
        return False
    _retrace_os.makedirs(_retrace_folder, exist_ok=True)
    _retrace_saved.append(_retrace_os.path.join(_retrace_folder, f"figure-{len(_retrace_saved) + 1:02}.png"))
    value.savefig(_retrace_saved[-1], dpi=value.dpi, bbox_inches="tight")
    print(f"[figure saved: {_retrace_saved[-1]}]", file=_retrace_sys.stderr)
    return True


def _retrace_figures(*args, **options):
    """Saves the open figures as files and closes them, where the notebook showed them."""
    plt = _retrace_sys.modules.get("matplotlib.pyplot")
    for number in plt.get_fignums() if plt else []:
        figure = plt.figure(number)
        if not _retrace_saves(figure):
            print(repr(figure))
        plt.close(figure)


try:
    import matplotlib.pyplot as _retrace_plt
    _retrace_plt.show = _retrace_figures
except ImportError:
    pass`
} as const;
