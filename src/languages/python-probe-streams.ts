// The part of the Python probe that looks at the state of random streams without drawing from them.

/**
 * Defines `look_at_streams(namespace)` and `streams_since(before, namespace)`. A library that is not loaded has no stream;
 * nothing is imported and nothing is seeded.
 */
export const streamsSource = String.raw`
BIT_GENERATORS = ('PCG64', 'PCG64DXSM', 'MT19937', 'Philox', 'SFC64')

def state_print(parts):
    return blake2b(repr(parts).encode(), digest_size=16, key=b'stream').hexdigest()

def print_of(kept, key, state):
    # The fingerprint of a state; that of the last one under the key where it is the same, as to write one out takes long.
    last = kept.get(key)
    if last is None or (last[1] is not state and last[1] != state):
        if len(kept) > 200:
            kept.clear()
        last = kept[key] = (state_print(state), state)
    return last[0]

def legacy_state(value):
    # (state as bytes, whether half a pair of normal numbers waits in it)
    name, keys, place, has_gauss, gauss = value.get_state()
    return keys.tobytes() + repr((name, place, has_gauss, gauss)).encode(), has_gauss

# Of the global streams of Python and of NumPy: their memory when they were last read in full, and their state then. To
# read a state number by number takes long. NumPy's is only told so where no number is waiting.
python_last = [None, None]
legacy_last = [None, None]

def legacy_memory(source):
    try:
        return read_row(source.ctypes.state_address, 2500) if can_read_rows() else None
    except Exception:
        return None

def global_state(value):
    source = value._bit_generator
    if loaded_class('numpy.random', 'RandomState') is not type(value) or type_name(type(source)) != 'numpy.random._mt19937.MT19937':
        return generator_state(value)
    memory = legacy_memory(source)
    if memory is None or memory != legacy_last[0]:
        state, is_waiting = legacy_state(value)
        legacy_last[:] = [None if is_waiting else memory, state]
    return legacy_last[1]

# Of generators whose state is a few numbers: by address, the state when it was read last, and the same as bytes.
PLAIN_GENERATORS = ('PCG64', 'PCG64DXSM')
generators_last = {}
# Of streams under names, by address: fingerprint and state.
printed_last = {}

def generator_state(value):
    # The state of an exact NumPy generator as bytes, else None.
    kind = type(value)
    if loaded_class('numpy.random', 'RandomState') is kind:
        source = value._bit_generator
        if type_name(type(source)) == 'numpy.random._mt19937.MT19937':
            return legacy_state(value)[0]
        return None
    if loaded_class('numpy.random', 'Generator') is not kind:
        return None
    source = value.bit_generator
    if type(source).__name__ not in BIT_GENERATORS or not is_exported(source, 'numpy.random'):
        return None
    state = source.state
    is_short = type(source).__name__ in PLAIN_GENERATORS
    last = generators_last.get(address(value)) if is_short else None
    if last is not None and last[0] == state:
        return last[1]
    found = repr([(key, sorted(item.items(), key=str) if type(item) is dict else item) for key, item in sorted(state.items())]).encode() + b''.join(
        [item.tobytes() for item in state['state'].values() if is_array(item)] if type(state.get('state')) is dict else []
    )
    if is_short:
        if len(generators_last) > 200:
            generators_last.clear()
        generators_last[address(value)] = (state, found)
    return found

def numbers_in(kind):
    # How many bytes the numbers of a stream take in instances of Python's class of streams; 0 where that is not known.
    base = loaded_class('_random', 'Random')
    return class_size(base) - HEAD if base is not None and class_mro(kind)[1] is base else 0

HEAD = class_size(object)
# Python's class of streams, and what numbers_in tells of it.
python_class = [None, 0]

def python_memory(owner):
    # The numbers of the stream, and what may wait in it.
    kind = type(owner)
    if python_class[0] is not kind:
        python_class[:] = kind, numbers_in(kind)
    if not python_class[1] or not can_read_rows():
        return None
    waiting = object.__getattribute__(owner, '__dict__').get('gauss_next', NOTHING)
    return (read_row(spot_of(owner) + HEAD, python_class[1]), waiting) if waiting is None or type(waiting) is float else None

def python_stream():
    owner = loaded_class('random', '_inst')
    if owner is None or loaded_class('random', 'Random') is not type(owner):
        return None
    memory = python_memory(owner)
    if memory is None or memory != python_last[0]:
        python_last[:] = memory, type(owner).getstate(owner)
    return python_last[1]

def numpy_stream():
    owner = loaded_class('numpy.random.mtrand', '_rand')
    return global_state(owner) if owner is not None else None

def bytes_of_state(generator):
    # Of a generator of torch's, without the way through NumPy where memory can be read.
    state = generator.get_state()
    return read_row(state.data_ptr(), state.numel()) if can_read_rows() and is_tensor(state) else state.numpy().tobytes()

def torch_stream():
    owner = loaded_class('torch', 'default_generator')
    return bytes_of_state(owner) if owner is not None else None

LIBRARY_STREAMS = (('random', python_stream), ('numpy', numpy_stream), ('torch', torch_stream), ('tensorflow', tensorflow_state), ('entropy', entropy_stream))

# Streams of this turn that are there and could not be read.
unread_streams = set()

# By name of a library: fingerprint and state.
prints = {}

# When the streams were read last, after a cell. The next in a queue finds those as they were whose reading takes long; so does the end of a
# cell in which nothing but its own code and the interpreter's can have run.
streams_at = [0.0]
SLOW_STREAMS = ('torch', 'tensorflow')

def library_streams(is_still):
    # {name: (0, fingerprint)}. One that cannot be read does not hide the others. is_still: those are as they were whose reading takes long.
    found = {}
    for name, read in LIBRARY_STREAMS:
        try:
            if is_still and name in SLOW_STREAMS and name in prints:
                found[name] = 0, prints[name][0]
                continue
            state = read()
            if state is not None:
                found[name] = 0, print_of(prints, name, state)
        except Exception:
            unread_streams.add(name)
    return found

def add_stream(found, name, value):
    try:
        state = generator_state(value)
        if state is None and type_name(type(value)) == 'random.Random':
            state = type(value).getstate(value)
        elif state is None:
            state = torch_state(value)
        if state is not None:
            found[name] = (address(value), print_of(printed_last, address(value), state))
    except Exception:
        unread_streams.add(name)

# Where classes of streams lie, which types were looked at for them, and the positions of those that are.
placed_last = [frozenset(), b'', []]

def positions_of_streams(view):
    # Of a namespace that has only grown, what is new is looked at.
    classes, row = frozenset(map(spot_of, stream_classes())), view.kind_places()
    last_classes, last, found = placed_last
    known = len(last) if classes == last_classes and row.startswith(last) else 0
    if known < len(row):
        fresh = row[known:]
        near = found_at(classes, fresh) if len(fresh) > 50 * WIDTH else [at for at, place in enumerate(numbers_of(fresh)) if place in classes]
        found = (found if known else []) + [known // WIDTH + at for at in near]
        placed_last[:] = classes, row, found
    return found

def stream_classes():
    # Those of loaded libraries whose instances are streams.
    return loaded_classes(('numpy.random', 'Generator'), ('numpy.random', 'RandomState'), ('random', 'Random'), ('torch', 'Generator'))

def look_at_streams(namespace, before=None):
    # After a cell only what was there before is compared.
    found = library_streams(before is None and clock() - streams_at[0] < QUEUED)
    if before is not None:
        streams_at[0] = clock()
        for name, (place, _) in before.items():
            if place and address(namespace.get(name)) == place:
                add_stream(found, name, namespace[name])
        return found
    view = view_of(namespace)
    for at in positions_of_streams(view):
        name = view.names[at]
        if is_users(name) and name not in found:
            add_stream(found, name, namespace.get(name))
            if len(found) > 20:
                break
    return found

def streams_since(before, namespace):
    after = look_at_streams(namespace, before)
    if after == before:
        return {}
    return {
        name: {'before': before[name][1], 'after': state[1]}
        for name, state in after.items()
        if name in before and before[name] != state and before[name][0] == state[0]
    }
`;
