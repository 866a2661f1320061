// The part of the Python probe that fingerprints values without running anybody's code.

/**
 * Defines `fingerprints(names, namespace)`. Exact types only: a subclass could answer with code of its own. Elements,
 * bytes and time are bounded, so that the work for one cell stays near two milliseconds and never passes twenty by far.
 */
export const valuesSource = String.raw`
ATOMS = frozenset((type(None), bool, int, float, complex, str, bytes))
SEQUENCES = frozenset((list, tuple))
SETS = frozenset((set, frozenset))
LARGE = 8 << 20
SMALL = 1 << 18

class Unreadable(Exception):
    pass

class Budget:
    def __init__(self):
        self.start = clock()
        self.elements = 100000
        self.bytes = 16 << 20

    def spent(self):
        return clock() - self.start

    def take(self, elements, size):
        self.elements -= elements
        self.bytes -= size
        if self.elements < 0 or self.bytes < 0 or self.spent() > 0.02:
            raise Unreadable

def text_size(values):
    size = 0
    for value in values:
        kind = type(value)
        if kind is str or kind is bytes:
            size += len(value)
        elif kind is int and value.bit_length() > 10000:
            raise Unreadable
    return size

def feed_atom(digest, value, budget):
    budget.take(1, text_size((value,)))
    if type(value) is str:
        digest.update(b's%d:' % len(value) + value.encode('utf-8', 'surrogatepass'))
    elif type(value) is bytes:
        digest.update(b'b%d:' % len(value) + value)
    else:
        digest.update(repr(value).encode())

def feed_flat(digest, values, budget):
    # repr of exact atoms runs no code but the interpreter's, and tells 1, 1.0 and True apart.
    budget.take(len(values), text_size(values))
    digest.update(repr(values).encode('utf-8', 'backslashreplace'))

def digest_of(value, budget, depth):
    digest = blake2b(digest_size=16)
    feed(digest, value, budget, depth)
    return digest.digest()

def feed_container(digest, value, budget, depth):
    kind = type(value)
    if depth > 8 or len(value) > budget.elements:
        raise Unreadable
    digest.update(('%s %d ' % (kind.__name__, len(value))).encode())
    if kind is dict:
        pairs = tuple(value.items())
        parts = tuple(key for key, _ in pairs) + tuple(item for _, item in pairs)
    else:
        parts = tuple(value)
    if kind in SETS:
        if not frozenset(map(type, parts)) <= ATOMS:
            raise Unreadable
        budget.take(len(parts), text_size(parts))
        parts = tuple(sorted(map(repr, parts)))
    if frozenset(map(type, parts)) <= ATOMS:
        feed_flat(digest, parts, budget)
    else:
        budget.take(len(parts), 0)
        for part in parts:
            digest.update(digest_of(part, budget, depth + 1))

def of_module(value, module, name):
    # True for exactly that class of a loaded library; its __dict__ is read, so that no module code runs.
    found = sys.modules.get(module)
    return type(found) is module_type and vars(found).get(name) is type(value)

def is_exported(value, module):
    found = sys.modules.get(module)
    return type(found) is module_type and any(entry is type(value) for entry in vars(found).values())

def is_numpy_scalar(value):
    kind = type(value)
    found = sys.modules.get('numpy')
    if type(found) is not module_type or type(kind) is not type or kind.__module__ != 'numpy':
        return False
    generic = vars(found).get('generic')
    return vars(found).get(kind.__name__) is kind and type(generic) is type and issubclass(kind, generic)

def feed_array(digest, value, budget):
    if value.dtype.hasobject:
        if value.size > budget.elements:
            raise Unreadable
        parts = tuple(value.ravel().tolist())
        if not frozenset(map(type, parts)) <= ATOMS:
            raise Unreadable
        digest.update(b'objects %s' % repr(value.shape).encode())
        feed_flat(digest, parts, budget)
        return
    if value.nbytes > LARGE:
        raise Unreadable
    digest.update(('array %s %s' % (value.dtype.descr, value.shape)).encode())
    if value.nbytes <= SMALL:
        budget.take(1, value.nbytes)
        digest.update(value.tobytes())
        return
    parts = value.ravel().view('u1')
    for start in range(0, parts.size, SMALL):
        budget.take(1, SMALL)
        digest.update(parts[start:start + SMALL])

def feed_column(digest, value, budget):
    # A block of a frame: an array, or an extension array over arrays.
    if of_module(value, 'numpy', 'ndarray'):
        feed_array(digest, value, budget)
        return
    if not (is_exported(value, 'pandas.arrays') or is_exported(value, 'pandas.core.arrays.string_')):
        raise Unreadable
    arrays = [getattr(value, name) for name in ('_ndarray', '_data', '_mask') if hasattr(value, name)]
    if not arrays or not all(of_module(array, 'numpy', 'ndarray') for array in arrays):
        raise Unreadable
    digest.update(('%s %s' % (type(value).__name__, value.dtype)).encode())
    if type(value).__name__ == 'Categorical':
        feed_index(digest, value.dtype.categories, budget)
    for array in arrays:
        feed_array(digest, array, budget)

def feed_index(digest, value, budget):
    if of_module(value, 'pandas', 'RangeIndex'):
        digest.update(repr(value._range).encode())
    elif of_module(value, 'pandas', 'Index') or of_module(value, 'pandas', 'DatetimeIndex'):
        feed_column(digest, value._data, budget)
    else:
        raise Unreadable
    if type(value._name) not in ATOMS:
        raise Unreadable
    feed_atom(digest, value._name, budget)

def feed_frame(digest, value, budget):
    inner = value._mgr
    for axis in inner.axes:
        feed_index(digest, axis, budget)
    for block in inner.blocks:
        places = block.mgr_locs.as_array
        feed_array(digest, places, budget)
        feed_column(digest, block.values, budget)

def feed(digest, value, budget, depth):
    kind = type(value)
    if kind in ATOMS:
        feed_atom(digest, value, budget)
    elif kind in SEQUENCES or kind is dict or kind in SETS:
        feed_container(digest, value, budget, depth)
    elif kind is range:
        digest.update(repr(value).encode())
    elif of_module(value, 'numpy', 'ndarray'):
        feed_array(digest, value, budget)
    elif of_module(value, 'pandas', 'DataFrame'):
        digest.update(b'frame ')
        feed_frame(digest, value, budget)
    elif of_module(value, 'pandas', 'Series'):
        digest.update(b'series ')
        if type(value._name) not in ATOMS:
            raise Unreadable
        feed_atom(digest, value._name, budget)
        feed_frame(digest, value, budget)
    elif of_module(value, 'pandas', 'Index') or of_module(value, 'pandas', 'RangeIndex'):
        digest.update(b'index ')
        feed_index(digest, value, budget)
    elif is_numpy_scalar(value):
        digest.update(('scalar %s' % value.dtype.str).encode() + value.tobytes())
    else:
        raise Unreadable

def is_large(value):
    kind = type(value)
    if kind in SEQUENCES or kind is dict or kind in SETS or kind is str or kind is bytes:
        return len(value) > 1000
    return of_module(value, 'pandas', 'DataFrame') or (of_module(value, 'numpy', 'ndarray') and value.nbytes > SMALL)

def fingerprints(names, namespace):
    # {name: fingerprint} and how many names were left out because the budget was used up.
    budget = Budget()
    found = {}
    left = 0
    for name in names:
        if name not in namespace:
            continue
        if budget.elements < 0 or budget.bytes < 0 or budget.spent() > 0.02:
            left += 1
            continue
        if budget.spent() > 0.002 and is_large(namespace[name]):
            left += 1
            continue
        try:
            found[name] = digest_of(namespace[name], budget, 0).hex()
        except Unreadable:
            pass
        except Exception:
            pass
    return found, left
`;
