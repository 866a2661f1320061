// The part of the Python probe that fingerprints frames, series and indexes of pandas.

/**
 * Defines `feed_frame`, `feed_index` and `feed_column`. Frames are read column by column, because libraries move columns between
 * blocks without changing a value.
 */
export const framesSource = String.raw`
def feed_arrow(digest, value, reader, depth):
    size = value.length()
    digest.update(('arrow %d %s' % (size, value.type)).encode())
    if size > OBJECTS:
        reader.sampled = True
        value = value.take(positions(size)[::4].copy())
    # Of texts NumPy makes the same list in a part of the time.
    is_text = str(value.type) in ('string', 'large_string')
    feed_parts(digest, tuple(value.to_numpy().tolist() if is_text else value.to_pylist()), reader, depth)

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
    # It can be renamed through every frame that has it.
    reader.reach.add(address(value))
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
    notes = instance_dict(value).get('_attrs')
    if type(notes) is dict and notes:
        feed_member(digest, 'attrs', notes, reader, depth)
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
        told = told_rows(values, reader, total) if is_array(values) and values.dtype.kind in NUMBERS else None
        for row, place in enumerate(block.mgr_locs.as_array.tolist()):
            found[place] = told[row] if told is not None else values[row] if values.ndim == 2 else values
    for column in found:
        if type(column) is bytes:
            digest.update(column)
        else:
            feed_column(digest, column, reader, depth, total)

def told_rows(values, reader, total):
    # Of a block of numbers: for each row what feed_array tells the digest of it, with fewer turns of the interpreter.
    root = root_of(values)
    if not is_array(root) and type_name(type(root)) == 'mmap.mmap':
        raise Unreadable
    count, size = values.shape
    width = values.itemsize
    head = ('array %s %s' % (values.dtype.str, (size,))).encode()
    raw = values.view('u%d' % width) if width in (1, 2, 4, 8) else values
    is_sample = total > WHOLE
    is_summed = raw is not values and values.dtype.kind != 'c' and (total <= SWEPT if is_sample else size * width > 4096)
    reader.budget.take(count, count * (SAMPLE * max(8, width) if is_sample else size * width))
    if is_summed:
        reader.budget.take(1, count * (size * width // 8))
    chosen = positions(size) if is_sample else None
    reader.sampled = reader.sampled or is_sample
    found = []
    for row in raw:
        part = (row if chosen is None else row[chosen]).tobytes()
        part = part if len(part) <= 4096 else b'%d %d ' % (len(part), crc32(part))
        added = b'%d' % sum_of(row) if is_summed else b''
        found.append(head + (part + added if is_sample else added + part))
    return found
`;
