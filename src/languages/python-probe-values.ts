// The part of the Python probe that fingerprints plain values and containers without running anybody's code.

/**
 * Defines `feed(digest, value, reader, depth)` and `read_value`. What is written to the digest depends on the
 * value alone, never on addresses or on the time left, so that fingerprints of two kernels compare; what the budget does
 * not allow is unreadable as a whole. Base-class methods read subclasses, so that no override runs.
 */
export const valuesSource = String.raw`
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
# A value of the interpreter's that is no atom, and that its own form of texts knows.
MARK = StopIteration
DEPTH_LIMIT = 30
REACH_LIMIT = 4000
SECONDS_PER_BYTE = 0.7e-9

# Unlike id(), it raises no audit event.
address = object.__hash__

# Types are compared by identity alone: hashing or comparing a class may run its metaclass.

# The interpreter's own are never freed, so that their addresses tell them for ever.
ATOMS = frozenset(map(address, (str, int, float, bool, NoneType, bytes, complex, EllipsisType, NotImplementedType)))

def is_atom(kind):
    return address(kind) in ATOMS

def is_container(kind):
    return kind is dict or kind is list or kind is tuple

def kinds_of(parts):
    # The types in a collection, without a turn of the interpreter for each part.
    kinds = list(map(type, parts))
    return list(dict(zip(map(address, kinds), kinds)).values())

def are_atoms(kinds):
    return ATOMS.issuperset(map(address, kinds))

def size_of_atoms(parts, kinds):
    size = 0
    for kind in kinds:
        if kind is str or kind is bytes:
            size += sum(map(len, parts if len(kinds) == 1 else [part for part in parts if type(part) is kind]))
        elif kind is int:
            size += sum(map(int.bit_length, parts if len(kinds) == 1 else [part for part in parts if type(part) is kind])) >> 3
    return size

def is_plain_record(value, reader, depth):
    # The same as is_plain for few parts, of which there may be many.
    size = 0
    for part in (*value, *value.values()) if type(value) is dict else value:
        kind = type(part)
        if kind is str or kind is bytes:
            size += len(part)
        elif kind is int:
            size += part.bit_length() >> 3
        elif kind is dict or kind is list or kind is tuple:
            if depth >= DEPTH_LIMIT or not is_plain(part, reader, depth + 1):
                return False
        elif kind is not float and kind is not bool and not is_atom(kind):
            return False
    reader.budget.take(len(value) + 1, size)
    reader.passes(value)
    return True

def is_plain(value, reader, depth):
    # Whether there is nothing in the value but exact lists, tuples, dicts and atoms, none of which holds itself.
    if len(value) <= 16:
        return is_plain_record(value, reader, depth)
    kind = type(value)
    if kind is dict:
        reader.budget.take(2 * len(value), 0)
        kinds = kinds_of(value)
        if not are_atoms(kinds):
            return False
        reader.budget.take(0, size_of_atoms(value, kinds))
        parts = value.values()
    else:
        parts = value
        reader.budget.take(len(value), 0)
    if depth >= DEPTH_LIMIT:
        return False
    reader.passes(value)
    kinds = kinds_of(parts)
    atoms = [kind for kind in kinds if is_atom(kind)]
    if not all([is_container(kind) for kind in kinds if not is_atom(kind)]):
        return False
    if len(atoms) == len(kinds):
        reader.budget.take(0, size_of_atoms(parts, kinds))
        return True
    if atoms:
        reader.budget.take(0, size_of_atoms([part for part in parts if is_atom(type(part))], atoms))
    for part in parts:
        if is_container(type(part)) and not is_plain(part, reader, depth + 1):
            return False
    return True

def packed(value):
    # Tells 1, 1.0 and True apart, depends on no address or hash, and runs no code but the interpreter's.
    try:
        return dump(value, 2)
    except ValueError:
        return repr(value).encode('utf-8', 'backslashreplace')

def feed_flat(digest, values, reader, kinds):
    reader.budget.take(len(values), size_of_atoms(values, kinds))
    digest.update(packed(values))

def feed_atom(digest, value, reader):
    feed_flat(digest, (value,), reader, kinds_of((value,)))

def feed_bytes(digest, part):
    # Of much, a checksum of all of it stands for the bytes: the digest itself takes many times as long.
    if len(part) <= 4096:
        digest.update(part)
    else:
        digest.update(b'%d %d ' % (len(part), crc32(part)))

# The fingerprints of collections with nothing in them, by name of the class: layers of torch hold a dozen each.
empty_prints = {}

def is_empty(value, kind):
    return (kind is OrderedDict or kind is dict or kind is set or kind is list) and not value

def digest_of(value, reader, depth):
    kind = type(value)
    is_nothing = depth <= DEPTH_LIMIT and is_empty(value, kind)
    if is_nothing and kind.__name__ in empty_prints:
        reader.passes(value)
        return empty_prints[kind.__name__]
    if kind is parameter_class[0]:
        return digest_of_parameter(value, reader, depth)
    digest = blake2b(digest_size=16)
    feed(digest, value, reader, depth)
    found = digest.digest()
    if is_nothing:
        empty_prints[kind.__name__] = found
    return found

def feed_parts(digest, parts, reader, depth):
    if len(parts) > reader.budget.elements:
        raise Exhausted
    kinds = kinds_of(parts)
    if are_atoms(kinds):
        feed_flat(digest, parts, reader, kinds)
        return
    # Atoms together and the others one by one, with a mark where they stand.
    are_parts = [place not in ATOMS for place in map(address, map(type, parts))]
    atoms = tuple([MARK if is_part else part for part, is_part in zip(parts, are_parts)])
    reader.budget.take(len(parts), size_of_atoms(atoms, kinds_of(atoms)))
    digest.update(b'mixed ' + packed(atoms))
    for part in compress(parts, are_parts):
        digest.update(digest_of(part, reader, depth + 1))

def feed_set(digest, parts, reader, depth):
    # In an order that no hash decides.
    if len(parts) > reader.budget.elements:
        raise Exhausted
    kinds = kinds_of(parts)
    if len(kinds) == 1 and (kinds[0] is str or kinds[0] is int or kinds[0] is bytes):
        reader.budget.take(2 * len(parts), size_of_atoms(parts, kinds))
        digest.update(packed(sorted(parts)))
        return
    reader.budget.take(len(parts), 0)
    if are_atoms(kinds):
        reader.budget.take(8 * len(parts), size_of_atoms(parts, kinds))
        found = sorted(map(packed, [(part,) for part in parts]))
    else:
        found = sorted([digest_of(part, reader, depth + 1) for part in parts])
    digest.update(b''.join(found))

def feed_pairs(digest, pairs, reader, depth):
    feed_parts(digest, tuple([key for key, _ in pairs]), reader, depth)
    digest.update(b'=')
    feed_parts(digest, tuple([item for _, item in pairs]), reader, depth)

def feed_content(digest, base, value, reader, depth):
    # The content of an instance of a built-in container, through the container's own methods.
    if base.__len__(value) > reader.budget.elements:
        raise Exhausted
    digest.update(('%s %d ' % (base.__name__, base.__len__(value))).encode())
    if base is dict:
        feed_pairs(digest, tuple(dict.items(value)), reader, depth)
    elif base is set or base is frozenset:
        feed_set(digest, tuple(base.__iter__(value)), reader, depth)
    else:
        feed_parts(digest, tuple(base.__iter__(value)), reader, depth)

def feed_container(digest, value, reader, depth):
    if len(value) > reader.budget.elements:
        raise Exhausted
    kind = type(value)
    if kind is not set and kind is not frozenset and is_plain(value, reader, depth):
        digest.update(b'plain ' + packed(value))
        return
    loop = reader.enter(value, depth)
    if loop is not None:
        digest.update(b'loop %d' % loop)
        return
    try:
        feed_content(digest, kind, value, reader, depth)
    finally:
        reader.leave(value)

def feed(digest, value, reader, depth):
    kind = type(value)
    if is_atom(kind):
        feed_atom(digest, value, reader)
    elif is_container(kind) or kind is set or kind is frozenset:
        feed_container(digest, value, reader, depth)
    elif kind is array_class[0]:
        reader.reach.update((address(value), owner_of(value)))
        feed_array(digest, value, reader, depth)
    elif not (feed_known(digest, value, reader, depth) or feed_library(digest, value, reader, depth) or feed_wrapped(digest, value, reader, depth)):
        feed_object(digest, value, reader, depth)

SMALL_NUMBER = 1 << 64
SMALL_TEXT = 200
NO_REACH = frozenset()

def print_of_small(value):
    # The fingerprint of what most names stand for, the same as any other way to read it gives; None for all else.
    kind = type(value)
    if kind is int and -SMALL_NUMBER < value < SMALL_NUMBER or kind is float or kind is bool or kind is NoneType or kind is str and len(value) < SMALL_TEXT:
        return blake2b(packed((value,)), digest_size=16, key=b'retrace').hexdigest()
    return None

def read_value(value, budget):
    # (fingerprint, is a sample, is whole, addresses of the mutable objects in it and owners of its arrays' memory); raises Unreadable.
    if watched[0]:
        raise Unreadable
    found = print_of_small(value)
    if found is not None:
        return found, False, True, NO_REACH
    if type(value) is module_type:
        return blake2b(name_of_module(value), digest_size=16, key=b'retrace').hexdigest(), False, False, NO_REACH
    reader = Reader(budget)
    digest = blake2b(digest_size=16, key=b'retrace')
    feed(digest, value, reader, 0)
    return digest.hexdigest(), reader.sampled, reader.whole, reader.reach
`;
