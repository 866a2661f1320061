// The part of the Python probe that tells shape and types of frames, series and arrays, never what is in them.

/**
 * Defines `profiles_of(pairs, prints, budget, seconds)`. Only exact types of libraries are read. Missing values are counted up to
 * a number of cells, from what the library keeps where it keeps it.
 */
export const profilesSource = String.raw`
PROFILES_LIMIT = 60
COLUMNS_LIMIT = 200
MISSING_CELLS = 1 << 20
profiles = {}

class Meter:
    # How many cells may still be read to count missing values.
    def __init__(self, budget, seconds):
        # A small share of the time that the cell itself took.
        self.budget = budget
        self.left = min(MISSING_CELLS, max(MISSING_CELLS >> 3, int(seconds * 3e6)))

    def allows(self, cells):
        if cells > self.left or self.budget.is_spent(cells * 2e-9):
            return False
        self.left -= cells
        return True

def missing_objects(array, meter):
    if array.size > OBJECTS or not meter.allows(50 * array.size):
        return None
    absent, never = loaded_class('pandas', 'NA'), loaded_class('pandas', 'NaT')
    return sum([1 for part in array.ravel().tolist() if part is None or (type(part) is float and part != part) or (absent is not None and (part is absent or part is never))])

def missing_in(array, meter):
    kind = array.dtype.kind
    if kind in 'biuSU':
        return 0
    if type_name(type(root_of(array))) == 'mmap.mmap':
        return None
    if kind == 'O':
        return missing_objects(array, meter)
    if kind not in 'fcmM' or not meter.allows(array.size):
        return None
    numpy = vars(sys.modules['numpy'])
    return int(numpy['count_nonzero'](numpy['isnan' if kind in 'fc' else 'isnat'](array)))

def missing_of(values, meter):
    # Of a column of pandas: an array, or an extension array over arrays.
    if is_array(values):
        return missing_in(values, meter)
    if class_module(type(values)).partition('.')[0] != 'pandas':
        return None
    kept = getattr(values, '_pa_array', None)
    if kept is not None:
        return kept.null_count if of_module(kept, 'pyarrow', 'ChunkedArray') else None
    mask = getattr(values, '_mask', None)
    if mask is not None and is_array(mask):
        return int(vars(sys.modules['numpy'])['count_nonzero'](mask)) if meter.allows(mask.size) else None
    inner = getattr(values, '_ndarray', None)
    if inner is None or not is_array(inner):
        return None
    if type(values).__name__ == 'Categorical':
        return int(vars(sys.modules['numpy'])['count_nonzero'](inner < 0)) if meter.allows(inner.size) else None
    return missing_in(inner, meter)

def dtype_text(values):
    dtype = values.dtype
    if is_array(values):
        return str(dtype)
    module = class_module(type(dtype))
    if module.partition('.')[0] != 'pandas' or not is_known_zone(getattr(dtype, 'tz', None)):
        return type_name(type(dtype)) or '?'
    return str(dtype)

def label_text(label):
    if type(label) is str:
        return label[:200]
    return str(label)[:200] if is_atom(type(label)) else ''

def labels_of(index):
    # Texts of the first labels of an index of pandas; empty for labels that are no atoms.
    kind = type(index).__name__
    if kind == 'RangeIndex':
        return [str(label) for label in index._range[:COLUMNS_LIMIT]]
    if kind == 'MultiIndex':
        return [''] * min(COLUMNS_LIMIT, len(index))
    data = index._data
    kept = getattr(data, '_pa_array', None)
    if kept is not None:
        found = kept.slice(0, COLUMNS_LIMIT).to_pylist()
    else:
        inner = data if is_array(data) else getattr(data, '_ndarray', None)
        found = inner[:COLUMNS_LIMIT].tolist() if inner is not None else []
    return [label_text(label) for label in found]

def profile_pandas(value, meter):
    inner = value._mgr
    if not all([in_pandas(axis, INDEXES) for axis in inner.axes]):
        return None
    if len(inner.axes) == 1:
        column = inner.blocks[0].values
        return 'series', [len(inner.axes[0])], [('', dtype_text(column), missing_of(column, meter))]
    meter.budget.take(len(inner.axes[0]), 0)
    found = {}
    for block in inner.blocks:
        for row, place in enumerate(block.mgr_locs.as_array.tolist()):
            if place < COLUMNS_LIMIT:
                found[place] = block.values[row] if block.values.ndim == 2 else block.values
    labels = labels_of(inner.axes[0])
    labels += [''] * (len(found) - len(labels))
    return 'frame', [len(inner.axes[1]), len(inner.axes[0])], [(labels[place], dtype_text(found[place]), missing_of(found[place], meter)) for place in sorted(found)]

def profile_array(value, meter):
    dtype = value.dtype
    if dtype.names:
        return 'array', list(value.shape), [(name[:200], str(dtype[name])[:300], None) for name in dtype.names[:COLUMNS_LIMIT]]
    return 'array', list(value.shape), [('', str(dtype), missing_in(value, meter))]

def profile_polars(value):
    if of_module(value, 'polars', 'Series'):
        return 'series', [value.len()], [('', str(value.dtype), value.null_count())]
    names, types_ = value.columns[:COLUMNS_LIMIT], value.dtypes[:COLUMNS_LIMIT]
    counts = [value.get_column(name).null_count() for name in names]
    return 'frame', list(value.shape), [(name[:200], str(kind)[:300], count) for name, kind, count in zip(names, types_, counts)]

def profile_arrow(value):
    if of_module(value, 'pyarrow', 'ChunkedArray'):
        return 'series', [value.length()], [('', str(value.type)[:300], value.null_count)]
    schema = value.schema
    names = schema.names[:COLUMNS_LIMIT]
    return 'frame', [value.num_rows, value.num_columns], [
        (name[:200], str(schema.field(place).type)[:300], value.column(place).null_count) for place, name in enumerate(names)
    ]

def profile_of(value, meter):
    # (kind, shape, columns), or None for what has no profile.
    top = class_module(type(value)).partition('.')[0]
    if top == 'numpy' and is_array(value):
        return profile_array(value, meter)
    if top == 'pandas' and is_frame(value):
        return profile_pandas(value, meter)
    if top == 'polars' and (of_module(value, 'polars', 'DataFrame') or of_module(value, 'polars', 'Series')):
        return profile_polars(value)
    if top == 'pyarrow' and any([of_module(value, 'pyarrow', name) for name in ('Table', 'RecordBatch', 'ChunkedArray')]):
        return profile_arrow(value)
    if top == 'torch' and is_tensor(value):
        return 'array', list(value.shape), [('', str(value.dtype), None)]
    if top in ('jaxlib', 'tensorflow'):
        view = tensor_view(value)
        return ('array', list(view.shape), [('', str(view.dtype), None)]) if view is not None else None
    return None

def profiles_of(pairs, prints, budget, seconds, omitted):
    # prints: {name: fingerprint of the whole value}; an equal value has an equal profile.
    meter = Meter(budget, seconds)
    found = {}
    for name, value in pairs:
        if is_atom(type(value)) or type(value) is module_type or type(value) is FunctionType or is_class(value):
            continue
        if len(found) >= PROFILES_LIMIT or budget.is_spent():
            omitted.append('Not all frames and arrays are described.')
            break
        key = prints.get(name)
        profile = profiles.get(key)
        if profile is None:
            try:
                parts = profile_of(value, meter)
            except Exception:
                continue
            if parts is None:
                continue
            kind, shape, columns = parts
            profile = {'kind': kind, 'shape': shape[:32], 'columns': [{'name': one, 'type': text, 'missing': count} for one, text, count in columns]}
            if key is not None:
                if len(profiles) > 100:
                    profiles.clear()
                profiles[key] = profile
        found[name] = profile
    return found
`;
