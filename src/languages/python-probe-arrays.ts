// The part of the Python probe that fingerprints arrays, whole below a size, by sample above it.

/**
 * Defines `feed_array`, `is_array`, `is_frame` and `positions(size)`. What is read depends on the value's own size alone.
 */
export const arraysSource = String.raw`
WHOLE = 1 << 20
SWEPT = 8 << 20
SAMPLE = 2048
NUMBERS = 'biufcmM'
GROUP = 4
OBJECTS = 20000
INDEXES = ('Index', 'RangeIndex', 'DatetimeIndex', 'TimedeltaIndex', 'PeriodIndex', 'CategoricalIndex', 'MultiIndex', 'IntervalIndex')
places = {}
NEVER = object()
# Of the hook that runs: NumPy's class of arrays; torch's of parameters; by address of a class, under which name pandas exports it, and what tells
# who owns the memory of its values; by address of a value of the user's, the owners. Nothing of it is kept while a cell runs.
array_class = [NEVER]
parameter_class = [NEVER]
pandas_names = {}
readers_now = {}
owners_now = {}
# How records of a type lie in memory without the gaps between their fields; None where a field has fields of its own.
tight_now = {}
NO_OWNERS = frozenset()

def begin_turn():
    if view_now[0] is not None:
        # The last one was interrupted.
        end_turn()
    array_class[0] = loaded_class('numpy', 'ndarray') or NEVER
    parameter_class[0] = loaded_class('torch.nn', 'Parameter') or NEVER

def end_turn():
    array_class[0] = parameter_class[0] = NEVER
    parameters_now.clear()
    pandas_names.clear()
    owners_now.clear()
    readers_now.clear()
    tight_now.clear()
    leave_view()

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
        is_known = module.partition('.')[0] == 'pandas' and is_exported(value, 'pandas')
        found = pandas_names[key] = class_qualname(kind) if is_known else ''
    return found in names

def is_frame(value):
    return in_pandas(value, ('DataFrame', 'Series'))

def is_array(value):
    return type(value) is array_class[0]

def positions(size):
    # Groups of neighbours, which cost as little as one, spread over the whole with a jitter that only the size decides, and the
    # two ends.
    found = places.get(size)
    if found is None:
        if len(places) > 40:
            places.clear()
        found = places[size] = spread(size, vars(sys.modules['numpy']))
    return found

def spread(size, numpy):
    # Worked out by NumPy, since many arrays of as many sizes come along.
    count = min(size, SAMPLE // GROUP)
    step = max(1, size // count)
    turns = numpy['arange'](count, dtype='i8')
    jitter = numpy['frombuffer'](blake2b(b'%d' % size, digest_size=64, key=b'retrace').digest(), 'u1')[turns % 64].astype('i8')
    starts = turns * step + jitter * step // 256
    groups = numpy['minimum']((starts[:, None] + numpy['arange'](GROUP)).ravel(), size - 1)
    found = numpy['concatenate']((numpy['arange'](min(size, 32)), groups, numpy['arange'](max(0, size - 32), size)))
    found.sort()
    return found[numpy['append'](found[1:] != found[:-1], True)]

def feed_sum(digest, value, reader):
    # Any single change shows in the sum of all, which takes next to no time where no number has to be widened: of four bytes each
    # they are added as they are, of fewer in groups of eight bytes.
    if value.itemsize in (1, 2, 4, 8) and value.dtype.kind in 'biufmM' and (value.ndim == 1 or value.flags.forc):
        reader.budget.take(1, value.nbytes // 8)
        digest.update(b'%d' % sum_of(value.view('u%d' % value.itemsize)))

def sum_of(value):
    # The same however the numbers lie in memory.
    numpy = vars(sys.modules['numpy'])
    width = value.itemsize
    if width > 2:
        return int(numpy['add'].reduce(value if value.ndim == 1 else value.ravel('K'), dtype='u%d' % width))
    flat = numpy['ascontiguousarray'](value.ravel())
    whole = len(flat) - len(flat) % (8 // width)
    return int(numpy['add'].reduce(flat[:whole].view('u8'), dtype='u8')) ^ int(numpy['add'].reduce(flat[whole:], dtype='u8'))

def feed_memory(digest, value, reader):
    # All of an array without objects.
    reader.budget.take(1, value.nbytes)
    is_long = value.nbytes > 4096
    if is_long:
        feed_sum(digest, value, reader)
    # The same without a copy.
    feed_bytes(digest, value.reshape(-1).view('u1').data if is_long and value.flags.c_contiguous else value.tobytes())

def chosen_of(value, chosen):
    # Elements by their places in the order of rows.
    if value.ndim == 1:
        return value[chosen]
    if value.flags.c_contiguous:
        return value.reshape(-1)[chosen]
    return value[vars(sys.modules['numpy'])['unravel_index'](chosen, value.shape)]

def feed_sample(digest, value, reader, size):
    reader.sampled = True
    reader.budget.take(1, SAMPLE * max(8, value.itemsize))
    chosen = positions(value.size)
    feed_bytes(digest, chosen_of(value, chosen).tobytes())
    if size <= SWEPT:
        feed_sum(digest, value, reader)

def feed_array(digest, value, reader, depth, total=None):
    root = root_of(value)
    if not is_array(root) and type_name(type(root)) == 'mmap.mmap':
        raise Unreadable
    dtype = value.dtype
    digest.update(('array %s %s' % (tight(dtype)[0] if dtype.names else dtype.str, value.shape)).encode())
    if dtype.hasobject:
        if dtype.names or type_name(type(dtype)) == 'numpy.dtypes.StringDType':
            raise Unreadable
        if value.size > OBJECTS:
            reader.sampled = True
            chosen = positions(value.size)[::4]
            reader.budget.take(SAMPLE, 0)
            value = chosen_of(value, chosen)
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
`;
