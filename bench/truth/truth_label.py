"""Says, inside a kernel, what each cell left in the namespace. For labels alone: no forecast ever sees it.

A value's fingerprint is built from its structure: containers by their items, objects by their attributes, arrays and
frames by their content, functions by their code. Two values with one fingerprint look the same to the user.
"""
import ast
import hashlib
import json
import os
import re
import sys
import types
import warnings

BUDGET = 400_000
HIDDEN = re.compile(r"^(_(i{0,3}|_{0,2}|\d+|i\d+|dh|oh|ih|exit_code)|In|Out|exit|quit|get_ipython|open|__.*__)$")
PLAIN = (type(None), bool, int, float, complex, bytes, type(Ellipsis), type(NotImplemented))
BY_REPR = {
    ("datetime", "date"), ("datetime", "datetime"), ("datetime", "time"), ("datetime", "timedelta"),
    ("datetime", "timezone"), ("decimal", "Decimal"), ("fractions", "Fraction"), ("uuid", "UUID"), ("builtins", "range"),
    ("builtins", "slice"), ("re", "Pattern"), ("pathlib", "PosixPath"), ("pathlib", "WindowsPath"),
}
ITERATORS = re.compile(
    r"^(builtins\.(list|tuple|range|str|str_ascii|dict_key|dict_value|dict_item|set|bytes|reverse|list_reverse)_?iterator"
    r"|builtins\.(enumerate|zip|map|filter|reversed)|itertools\..*)$"
)
OPAQUE = ("matplotlib.", "sqlite3.", "_thread.", "threading.", "asyncio.", "_asyncio.", "IPython.", "ipykernel.", "PIL.")
SKIPPED = {"__dict__", "__weakref__", "__doc__", "__module__", "__static_attributes__", "__firstlineno__"}


NOTHING = object()


class TooLarge(Exception):
    pass


class Walk:
    def __init__(self):
        self.left = BUDGET
        self.seen = {}
        self.kept = []
        self.folder = os.environ.get("TRUTH_FOLDER", "")

    def of(self, value):
        self.left -= 1
        if self.left < 0:
            raise TooLarge
        kind = type(value)
        if isinstance(value, PLAIN) and kind in PLAIN:
            return f"{kind.__name__}:{value!r}"
        if kind is str:
            return "str:" + (value.replace(self.folder, "~") if self.folder else value)
        if id(value) in self.seen:
            return self.seen[id(value)]
        if is_shared(value):
            return "shared"
        self.seen[id(value)] = "itself"
        self.kept.append(value)
        found = hashed(f"{kind.__module__}.{kind.__qualname__}", self.parts(value, kind))
        self.seen[id(value)] = found
        return found

    def parts(self, value, kind):
        where = f"{kind.__module__}.{kind.__qualname__}"
        if where.startswith(OPAQUE):
            return ["opaque"]
        for test, parts in READERS:
            if test(value, kind):
                return list(parts(self, value))
        if (kind.__module__, kind.__qualname__) in BY_REPR:
            return [repr(value)]
        if ITERATORS.match(where):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return [self.of(part) for part in value.__reduce__()]
        return list(self.attributes(value, kind))

    def attributes(self, value, kind):
        found = getattr(value, "__dict__", None)
        for name, item in list(found.items()) if isinstance(found, dict) else ():
            yield name
            yield self.of(item)
        for base in kind.__mro__:
            slots = base.__dict__.get("__slots__", ())
            for slot in [slots] if isinstance(slots, str) else slots:
                if slot not in ("__dict__", "__weakref__") and hasattr(value, slot):
                    yield slot
                    yield self.of(getattr(value, slot))
        if isinstance(value, (list, tuple)):
            yield from map(self.of, list.__iter__(value) if isinstance(value, list) else tuple.__iter__(value))
        if isinstance(value, dict):
            yield from (self.of(part) for item in list(dict.items(value)) for part in item)
        if isinstance(value, (int, float, str)):
            yield repr((int if isinstance(value, int) else float if isinstance(value, float) else str)(value))


def is_shared(value):
    # The streams behind the functions of `random` and `numpy.random` belong to the process, not to a cell that holds them.
    return any(
        value is getattr(sys.modules.get(module), name, NOTHING)
        for module, name in (("random", "_inst"), ("numpy.random.mtrand", "_rand"))
    )


def hashed(kind, parts):
    digest = hashlib.blake2b(kind.encode(), digest_size=10)
    for part in parts:
        text = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        digest.update(b"%d|" % len(text))
        digest.update(text)
    return digest.hexdigest()


def of_set(walk, value):
    return sorted(alone(item) or "" for item in list(value))


def of_function(walk, value):
    yield from (walk.of(value.__code__), walk.of(value.__defaults__), walk.of(value.__kwdefaults__))
    for cell in value.__closure__ or ():
        try:
            yield walk.of(cell.cell_contents)
        except ValueError:
            yield "empty"


def of_code(walk, value):
    yield from (value.co_code, repr(value.co_names), repr(value.co_varnames), repr(value.co_freevars))
    for constant in value.co_consts:
        yield walk.of(constant)


def of_class(walk, value):
    yield f"{value.__module__}.{value.__qualname__}"
    if value.__module__ == "__main__":
        yield repr([base.__qualname__ for base in value.__bases__])
        for name, item in sorted(value.__dict__.items()):
            if name not in SKIPPED and not name.startswith("_abc_"):
                yield name
                yield walk.of(item)


def of_method(walk, value):
    yield walk.of(value.__func__)
    yield walk.of(value.__self__)


def of_frame_holder(prefix):
    def parts(walk, value):
        yield walk.of(getattr(value, prefix + "_code"))
        frame = getattr(value, prefix + "_frame")
        if frame is None:
            yield "done"
            return
        yield str(frame.f_lasti)
        for name, item in sorted(frame.f_locals.items()):
            yield name
            yield walk.of(item)

    return parts


def of_array(walk, value):
    import numpy

    yield repr((str(value.dtype), value.shape))
    if value.dtype.hasobject:
        yield from (walk.of(item) for item in value.ravel().tolist())
    else:
        walk.left -= value.size // 64
        yield numpy.ascontiguousarray(value).tobytes()
    if hasattr(value, "mask"):
        yield walk.of(numpy.asarray(value.mask))


def of_frame(walk, value):
    yield walk.of(value.columns)
    yield walk.of(value.index)
    for position in range(value.shape[1]):
        yield walk.of(value.iloc[:, position].array)


def of_series(walk, value):
    yield from (walk.of(value.name), walk.of(value.array))
    if hasattr(value, "index"):
        yield walk.of(value.index)


def of_index(walk, value):
    import numpy

    yield from (walk.of(list(value.names)), str(value.dtype))
    yield walk.of(numpy.asarray(value, dtype=object).tolist())


def of_extension(walk, value):
    import numpy

    yield str(value.dtype)
    yield walk.of(numpy.asarray(value, dtype=object).tolist())


def of_widget(walk, value):
    # What names it on the way to the page is made up anew each time.
    for name, item in sorted(value._trait_values.items()):
        if not name.startswith("_") and name not in ("comm", "keys", "msg_id"):
            yield name
            yield walk.of(item)


def of_symbolic(walk, value):
    # Kept hashes depend on the process.
    yield repr(value)
    yield from (walk.of(item) for item in value.args)
    yield repr(sorted(getattr(value, "_assumptions_orig", {}).items()))


def from_library(library, *names):
    def test(value, kind):
        return any(
            base.__module__.split(".")[0] == library and base.__qualname__ in names for base in kind.__mro__
        )

    return test


def is_kind(*kinds):
    return lambda value, kind: isinstance(value, kinds)


def exactly(*kinds):
    return lambda value, kind: kind in kinds


READERS = [
    (exactly(list, tuple), lambda walk, value: (walk.of(item) for item in value)),
    (exactly(dict), lambda walk, value: (walk.of(part) for item in value.items() for part in item)),
    (is_kind(set, frozenset), of_set),
    (is_kind(types.FunctionType), of_function),
    (is_kind(types.CodeType), of_code),
    (is_kind(type), of_class),
    (is_kind(types.ModuleType), lambda walk, value: [value.__name__]),
    (is_kind(types.MethodType), of_method),
    (is_kind(types.BuiltinFunctionType), lambda walk, value: [value.__qualname__]),
    (is_kind(staticmethod, classmethod), lambda walk, value: [walk.of(value.__func__)]),
    (is_kind(property), lambda walk, value: [walk.of(value.fget), walk.of(value.fset)]),
    (is_kind(types.GeneratorType), of_frame_holder("gi")),
    (is_kind(types.CoroutineType), of_frame_holder("cr")),
    (is_kind(types.AsyncGeneratorType), of_frame_holder("ag")),
    (is_kind(BaseException), lambda walk, value: [walk.of(value.args)]),
    (lambda value, kind: kind.__module__ in ("_io", "io"), lambda walk, value: [repr(value.closed)]),
    (lambda value, kind: hasattr(kind, "getstate") and kind.__module__ == "random", lambda walk, value: [walk.of(value.getstate())]),
    (from_library("numpy", "ndarray"), of_array),
    (from_library("numpy", "generic"), lambda walk, value: [str(value.dtype), repr(value)]),
    (from_library("numpy", "dtype", "ufunc"), lambda walk, value: [repr(value)]),
    (from_library("numpy", "Generator"), lambda walk, value: [walk.of(value.bit_generator.state)]),
    (from_library("numpy", "RandomState"), lambda walk, value: [walk.of(value.get_state())]),
    (from_library("ipywidgets", "Widget"), of_widget),
    (from_library("sympy", "Basic"), of_symbolic),
    (from_library("pandas", "DataFrame"), of_frame),
    (from_library("pandas", "Series"), of_series),
    (from_library("pandas", "Index"), of_index),
    (from_library("pandas", "NumpyExtensionArray", "PandasArray"), lambda walk, value: [walk.of(value.to_numpy())]),
    (from_library("pandas", "ExtensionArray"), of_extension),
    (from_library("pandas", "Timestamp", "Timedelta", "Period", "Interval", "NaTType", "NAType"), lambda walk, value: [repr(value)]),
    (from_library("pandas", "GroupBy", "Rolling", "Expanding"), lambda walk, value: [walk.of(value.obj)]),
]


def alone(value):
    """A fingerprint that is the same in every process; None where the value is too large or cannot be read."""
    try:
        return Walk().of(value)
    except (TooLarge, RecursionError):
        return None
    except Exception as error:
        return "unread:" + type(error).__name__


SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def stored_names(source):
    """Names that the cell's own code binds, or whose items or attributes it sets; not what functions would do."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return set()
    found = set()
    collect(tree, found)
    return found


def collect(node, found):
    if isinstance(node, SCOPES):
        found.update([node.name] if hasattr(node, "name") else [])
        return
    if isinstance(node, COMPREHENSIONS):
        found.update(inner.target.id for inner in ast.walk(node) if isinstance(inner, ast.NamedExpr))
        return
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        found.update((alias.asname or alias.name).split(".")[0] for alias in node.names)
    if isinstance(node, (ast.Attribute, ast.Subscript, ast.Name)) and isinstance(node.ctx, ast.Store):
        root = node
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root = root.value
        found.update([root.id] if isinstance(root, ast.Name) else [])
    for child in ast.iter_child_nodes(node):
        collect(child, found)


before = {}


def take(source):
    """What the namespace holds after a cell: {"wrote": names, "values": name to fingerprint}, as JSON in hexadecimal."""
    shell = sys.modules["IPython"].get_ipython()
    names = {name: value for name, value in shell.user_ns.items() if not HIDDEN.match(name)}
    values = {name: alone(value) for name, value in names.items() if name not in shell.user_ns_hidden or name in before}
    changed = {name for name in values if name not in before or before[name] != values[name]}
    gone = set(before) - set(values)
    stored = {name for name in stored_names(shell.transform_cell(source)) if name in values}
    before.clear()
    before.update(values)
    text = json.dumps({"wrote": sorted(changed | gone | stored), "values": {n: v and str(v)[:80] for n, v in values.items()}})
    return text.encode().hex()
