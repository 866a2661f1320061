// The part of the Python probe that fingerprints arrays and frames, whole below a size, by sample above it.

/**
 * Defines `feed_array`, `feed_frame` and `memory_of`. What is read depends on the value's own size alone. Frames are read column by
 * column, because libraries move columns between blocks without changing a value.
 */
export const arraysSource = String.raw`
WHOLE = 1 << 20
SWEPT = 8 << 20
SAMPLE = 2048
GROUP = 4
OBJECTS = 20000
INDEXES = ('Index', 'RangeIndex', 'DatetimeIndex', 'TimedeltaIndex', 'PeriodIndex', 'CategoricalIndex', 'MultiIndex', 'IntervalIndex')
places = {}
NEVER = object()
# Of the hook that runs: NumPy's class of arrays; by address of a class, under which name pandas exports it; by address of
# a value of the user's, who owns its memory. Nothing of it is kept while a cell runs.
array_class = [NEVER]
pandas_names = {}
owners_now = {}
# How records of a type lie in memory without the gaps between their fields; None where a field has fields of its own.
tight_now = {}
NO_OWNERS = frozenset()

def begin_turn():
    end_turn()
    array_class[0] = loaded_class('numpy', 'ndarray') or NEVER

def end_turn():
    array_class[0] = NEVER
    pandas_names.clear()
    owners_now.clear()
    tight_now.clear()

def tight(dtype):
    # (description, type without gaps or None): padding between fields is anything.
    found = tight_now.get(dtype)
    if found is None:
        parts = [(name, dtype[name]) for name in dtype.names]
        is_flat = all([part.names is None and part.subdtype is None for _, part in parts])
        found = tight_now[dtype] = (repr([(name, part.str) for name, part in parts]), vars(sys.modules['numpy'])['dtype'](parts) if is_flat else None)
    return found

def of_module(value, module, name):
    # True for exactly that class of a loaded library; its __dict__ is read, so that no module code runs.
    return loaded_class(module, name) is type(value)

def is_exported(value, module):
    return loaded_class(module, type(value).__name__) is type(value)

def in_pandas(value, names):
    kind = type(value)
    key = address(kind)
    found = pandas_names.get(key)
    if found is None:
        module = class_module(kind)
        is_known = type(module) is str and module.partition('.')[0] == 'pandas' and is_exported(value, 'pandas')
        found = pandas_names[key] = class_qualname(kind) if is_known else ''
    return found in names

def is_array(value):
    return type(value) is array_class[0]

def positions(size):
    # Groups of neighbours, which cost as little as one, spread over the whole with a jitter that only the size decides, and the
    # two ends.
    found = places.get(size)
    if found is None:
        count = min(size, SAMPLE // GROUP)
        step = max(1, size // count)
        jitter = blake2b(b'%d' % size, digest_size=64, key=b'retrace').digest()
        starts = [n * step + jitter[n % 64] * step // 256 for n in range(count)]
        found = sorted(frozenset([min(size - 1, start + n) for start in starts for n in range(GROUP)] + list(range(min(size, 32))) + list(range(max(0, size - 32), size))))
        if len(places) > 8:
            places.clear()
        places[size] = found = vars(sys.modules['numpy'])['array'](found)
    return found

def feed_sum(digest, value, reader):
    # Any single change shows in the sum of all, which takes next to no time.
    if value.itemsize in (1, 2, 4, 8) and value.dtype.kind in 'biufmM' and (value.ndim == 1 or value.flags.forc):
        reader.budget.take(1, value.nbytes // 8)
        flat = (value if value.ndim == 1 else value.ravel('K')).view('u%d' % value.itemsize)
        digest.update(b'%d' % int(vars(sys.modules['numpy'])['add'].reduce(flat, dtype='u8')))

def feed_memory(digest, value, reader):
    # All of an array without objects.
    reader.budget.take(1, value.nbytes)
    if value.nbytes > 4096:
        feed_sum(digest, value, reader)
    feed_bytes(digest, value.tobytes())

def feed_sample(digest, value, reader, size):
    numpy = vars(sys.modules['numpy'])
    reader.sampled = True
    reader.budget.take(1, SAMPLE * max(8, value.itemsize))
    chosen = positions(value.size)
    part = value[chosen] if value.ndim == 1 else value[numpy['unravel_index'](chosen, value.shape)]
    feed_bytes(digest, part.tobytes())
    if size <= SWEPT:
        feed_sum(digest, value, reader)

def feed_array(digest, value, reader, depth, total=None):
    root = root_of(value)
    if not is_array(root) and type_name(type(root)) == 'mmap.mmap':
        raise Unreadable
    reader.reach.add(address(value))
    dtype = value.dtype
    digest.update(('array %s %s' % (tight(dtype)[0] if dtype.names else dtype.str, value.shape)).encode())
    if dtype.hasobject:
        if dtype.names or type_name(type(dtype)) == 'numpy.dtypes.StringDType':
            raise Unreadable
        if value.size > OBJECTS:
            reader.sampled = True
            chosen = positions(value.size)[::4]
            reader.budget.take(SAMPLE, 0)
            value = value[chosen] if value.ndim == 1 else value[vars(sys.modules['numpy'])['unravel_index'](chosen, value.shape)]
        reader.budget.take(value.size, 0)
        feed_parts(digest, tuple(value.ravel().tolist()), reader, depth)
    elif dtype.names and tight(dtype)[1] is not None and value.nbytes <= WHOLE:
        reader.budget.take(1, value.nbytes)
        feed_bytes(digest, value.astype(tight(dtype)[1]).tobytes())
    elif dtype.names:
        for name in dtype.names:
            feed_array(digest, value[name], reader, depth)
    elif (value.nbytes if total is None else total) > WHOLE:
        feed_sample(digest, value, reader, value.nbytes if total is None else total)
    else:
        feed_memory(digest, value, reader)

def feed_arrow(digest, value, reader, depth):
    size = value.length()
    digest.update(('arrow %d %s' % (size, value.type)).encode())
    if size <= OBJECTS:
        feed_parts(digest, tuple(value.to_pylist()), reader, depth)
    else:
        reader.sampled = True
        feed_parts(digest, tuple(value.take(positions(size)[::4].copy()).to_pylist()), reader, depth)

def feed_column(digest, value, reader, depth, total):
    # A column: an array, or an extension array over arrays.
    if is_array(value):
        feed_array(digest, value, reader, depth, total)
        return
    if not (is_exported(value, 'pandas.arrays') or is_exported(value, class_module(type(value)))) or class_module(type(value)).partition('.')[0] != 'pandas':
        raise Unreadable
    kept = getattr(value, '_pa_array', None)
    if not is_known_zone(getattr(value.dtype, 'tz', None)):
        raise Unreadable
    digest.update(('%s %s' % (type(value).__name__, value.dtype)).encode())
    if kept is not None and of_module(kept, 'pyarrow', 'ChunkedArray'):
        feed_arrow(digest, kept, reader, depth)
        return
    arrays = [getattr(value, name) for name in ('_ndarray', '_data', '_mask', '_left', '_right') if hasattr(value, name)]
    if not arrays:
        raise Unreadable
    if type(value).__name__ == 'Categorical':
        feed_index(digest, value.dtype.categories, reader, depth)
    for array in arrays:
        if in_pandas(array, INDEXES):
            feed_index(digest, array, reader, depth)
        else:
            feed_column(digest, array, reader, depth, total)

def feed_index(digest, value, reader, depth, total=None):
    if not in_pandas(value, INDEXES):
        raise Unreadable
    kind = type(value).__name__
    digest.update(kind.encode())
    if kind == 'RangeIndex':
        feed_parts(digest, (value._range,), reader, depth)
    elif kind == 'MultiIndex':
        for level, codes in zip(value._levels, value._codes):
            feed_index(digest, level, reader, depth)
            feed_array(digest, codes.view(vars(sys.modules['numpy'])['ndarray']), reader, depth)
        feed_parts(digest, tuple(value._names), reader, depth)
        return
    else:
        feed_column(digest, value._data, reader, depth, total)
    digest.update(digest_of(value._name, reader, depth + 1))

def feed_frame(digest, value, reader, depth):
    reader.reach.add(address(value))
    inner = value._mgr
    if not all([in_pandas(axis, INDEXES) for axis in inner.axes]):
        raise Unreadable
    shape = tuple([len(axis) for axis in inner.axes])
    total = 8
    for size in shape:
        total *= size
    digest.update(('%s %s' % (type(value).__name__, shape)).encode())
    for axis in inner.axes:
        # A long one is a column like the others.
        feed_index(digest, axis, reader, depth, total if 8 * len(axis) > WHOLE else None)
    if len(shape) == 1:
        digest.update(digest_of(value._name, reader, depth + 1))
        feed_column(digest, inner.blocks[0].values, reader, depth, total)
        return
    reader.budget.take(shape[0], 0)
    found = [None] * shape[0]
    for block in inner.blocks:
        values = block.values
        for row, place in enumerate(block.mgr_locs.as_array.tolist()):
            found[place] = values[row] if values.ndim == 2 else values
    for column in found:
        feed_column(digest, column, reader, depth, total)

def root_of(value):
    # What owns the memory of an array.
    for _ in range(20):
        base = value.base
        if base is None:
            return value
        if not is_array(base):
            return base
        value = base
    return value

def memory_of(value):
    # Addresses of the owners of a value's memory; empty for what is neither array nor frame.
    kind = type(value)
    if kind is dict or kind is list or kind is FunctionType or kind is tuple or kind is set:
        return NO_OWNERS
    key = address(value)
    found = owners_now.get(key)
    if found is None:
        found = owners_now[key] = owners_of(value)
    return found

def owners_of(value):
    if is_array(value):
        return frozenset((address(root_of(value)),))
    module = class_module(type(value))
    top = module.partition('.')[0] if type(module) is str else ''
    if top == 'torch' and is_tensor(value):
        return frozenset((('torch', value.untyped_storage().data_ptr()),)) if value.device.type == 'cpu' and value.layout is sys.modules['torch'].strided else frozenset()
    if top != 'pandas' or not in_pandas(value, ('DataFrame', 'Series')):
        return NO_OWNERS
    arrays = [block.values for block in value._mgr.blocks[:50]]
    arrays = [array if is_array(array) else getattr(array, '_ndarray', None) for array in arrays]
    return frozenset([address(root_of(array)) for array in arrays if is_array(array)])
`;
