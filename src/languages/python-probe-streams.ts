// The part of the Python probe that looks at the state of random streams without drawing from them.

/**
 * Defines `look_at_streams(namespace)` and `stream_changes(before, after)`. A library that is not loaded has no stream;
 * nothing is imported and nothing is seeded.
 */
export const streamsSource = String.raw`
BIT_GENERATORS = ('PCG64', 'PCG64DXSM', 'MT19937', 'Philox', 'SFC64')

def state_print(parts):
    return blake2b(repr(parts).encode(), digest_size=16, key=b'stream').hexdigest()

def legacy_state(value):
    # (state as bytes, whether half a pair of normal numbers waits in it)
    name, keys, place, has_gauss, gauss = value.get_state()
    return keys.tobytes() + repr((name, place, has_gauss, gauss)).encode(), has_gauss

# Of NumPy's global stream: its memory when it was last read in full with no number waiting, and its state then.
legacy_last = [None, None]

def legacy_memory(source):
    # NumPy gives this state number by number, which takes long; its memory is read at once. None where that is not to be had.
    try:
        read = loaded_class('ctypes', 'string_at')
        return read(source.ctypes.state_address, 2500) if type(read) is FunctionType and not watched[0] else None
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
    return repr([(key, sorted(item.items(), key=str) if type(item) is dict else item) for key, item in sorted(state.items())]).encode() + b''.join(
        [item.tobytes() for item in state['state'].values() if is_array(item)] if type(state.get('state')) is dict else []
    )

def python_stream():
    owner = loaded_class('random', '_inst')
    return type(owner).getstate(owner) if owner is not None and loaded_class('random', 'Random') is type(owner) else None

def numpy_stream():
    owner = loaded_class('numpy.random.mtrand', '_rand')
    return global_state(owner) if owner is not None else None

def torch_stream():
    owner = loaded_class('torch', 'default_generator')
    return owner.get_state().numpy().tobytes() if owner is not None else None

LIBRARY_STREAMS = (('random', python_stream), ('numpy', numpy_stream), ('torch', torch_stream), ('tensorflow', tensorflow_state))

# Streams of this turn that are there and could not be read.
unread_streams = set()

def library_streams():
    # One that cannot be read does not hide the others.
    for name, read in LIBRARY_STREAMS:
        try:
            state = read()
            if state is not None:
                yield name, hash(state), state
        except Exception:
            unread_streams.add(name)

prints = {}

def add_stream(found, name, value):
    try:
        state = generator_state(value)
        if state is None and type_name(type(value)) == 'random.Random':
            state = type(value).getstate(value)
        elif state is None:
            state = torch_state(value)
        if state is not None:
            found[name] = (address(value), state_print(state))
    except Exception:
        unread_streams.add(name)

def stream_classes():
    # Those of loaded libraries whose instances are streams.
    found = [loaded_class(*place) for place in (('numpy.random', 'Generator'), ('numpy.random', 'RandomState'), ('random', 'Random'), ('torch', 'Generator'))]
    return [kind for kind in found if kind is not None]

def look_at_streams(namespace, before=None):
    # After a cell only what was there before is compared.
    found = {}
    for name, key, state in library_streams():
        if prints.get(name, (None,))[0] != key:
            prints[name] = (key, state_print(state), state)
        found[name] = (0, prints[name][1])
    if before is not None:
        for name, (place, _) in before.items():
            if place and address(namespace.get(name)) == place:
                add_stream(found, name, namespace[name])
        return found
    copy = namespace.copy()
    kinds = list(map(type, copy.values()))
    present = frozenset(map(address, kinds))
    kept = [
        pair for wanted in stream_classes() if address(wanted) in present
        for pair in compress(copy.items(), map(is_, kinds, repeat(wanted)))
    ]
    for name, value in kept:
        if is_users(name) and name not in found:
            add_stream(found, name, value)
            if len(found) > 20:
                break
    return found

def stream_changes(before, after):
    return {
        name: {'before': before[name][1], 'after': state[1]}
        for name, state in after.items()
        if name in before and before[name] != state and before[name][0] == state[0]
    }
`;
