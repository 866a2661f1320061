// The part of the Python probe that tells by a glance whether a large value is likely the one that it has read before.

/**
 * Defines `glance_at(value)` and `is_slight(value)`. Before a cell runs, a value that was read after an earlier one is not read again
 * while a glance finds what it found then: a few numbers of it, and which objects it is made of. What changes while a cell runs is
 * told by what is read after it, never by a glance. `is_slight(value)` tells what is read in next to no time, though it is of a kind
 * that may be large.
 */
export const glancesSource = String.raw`
GLANCED = 32
SLIGHT = 2000

def glance_at(value):
    # None for what takes no time to read, and for what no glance tells apart.
    kind = type(value)
    if is_atom(kind) or is_container(kind) or kind is module_type or kind is FunctionType:
        return None
    try:
        if is_array(value):
            return glance_at_array(value)
        if is_frame(value):
            return glance_at_frame(value)
        if is_tensor(value) and value.device.type == 'cpu' and value.layout is sys.modules['torch'].strided:
            return value._version, glance_at_array(torch_view(value))
        if is_estimator(value):
            # Fitting binds its attributes anew.
            state = instance_dict(value)
            return tuple(state), tuple(map(address, state.values()))
    except Exception:
        pass
    return None

def is_slight(value):
    # A frame of few cells, or an estimator that holds nothing but small values.
    if is_frame(value):
        cells = 1
        for axis in value._mgr.axes:
            cells *= len(axis)
        return cells <= SLIGHT
    if is_estimator(value):
        parts = instance_dict(value).values()
        return len(parts) <= 2 * GLANCED and all(map(is_slight_part, parts))
    return False

def is_slight_part(part):
    if is_array(part):
        return part.nbytes <= 10000 and (not part.dtype.hasobject or part.size <= SLIGHT // 10)
    return is_atom(type(part)) or is_numpy_scalar(part)

# By size: the places of the numbers that a glance takes.
glanced_places = {}

def glanced(size):
    found = glanced_places.get(size)
    if found is None:
        if len(glanced_places) > 100:
            glanced_places.clear()
        found = glanced_places[size] = positions(size)[::GLANCED].copy()
    return found

def glance_at_array(value):
    if value.nbytes <= 10000:
        return None
    dtype, root = value.dtype, root_of(value)
    if dtype.hasobject or dtype.names or not (value.ndim == 1 or value.flags.c_contiguous) or (not is_array(root) and type_name(type(root)) == 'mmap.mmap'):
        return None
    return dtype.str, value.shape, (value if value.ndim == 1 else value.reshape(-1)).take(glanced(value.size)).tobytes()

def glance_at_frame(value):
    inner = value._mgr
    found = [tuple(map(address, inner.axes))]
    for block in inner.blocks:
        values = block.values
        found.append(address(values))
        if not is_array(values):
            # Arrow's columns are never written to; other arrays stand for the column's values.
            kept = [getattr(values, name, None) for name in ('_pa_array', '_ndarray', '_data', '_mask')]
            found.append(tuple(map(address, kept)))
            values = kept[1] if kept[1] is not None else kept[2]
        if is_array(values) and not values.dtype.hasobject and values.size:
            found.append(values[..., glanced(values.shape[-1])].tobytes())
    return tuple(found)
`;
