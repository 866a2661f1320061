// The part of the Python probe that tells where many objects lie, without a turn of the interpreter for each.

/**
 * Defines `spot_of(value)`, `spots_of(parts)`, `found_at(places, row)` and `with_sort(view, sort)`. What compares all names of a namespace, or all
 * values in its containers, compares memory: a tuple is a row of addresses. Where that memory cannot be read, the row
 * is made one by one.
 */
export const placesSource = String.raw`
WIDTH = 8
MASK = (1 << 64) - 1
FIRST_ITEM = tuple.__basicsize__

def turned(key):
    # The place for what address() gave, which is the same number turned by four bits.
    return (key << 4 | (key & MASK) >> 60) & MASK

def spot_of(value):
    # The address as it stands in memory.
    return turned(address(value))

def one_by_one(parts):
    return pack('%dQ' % len(parts), *map(spot_of, parts))

def reader_of_rows():
    # What reads memory, once a trial shows that a tuple is a row of addresses here; None otherwise. string_at would raise an audit event: who hears
    # of it runs code, and lets other threads run, between finding out where something lies and reading it.
    try:
        kind, number, place, whole = [loaded_class('ctypes', name) for name in ('PYFUNCTYPE', 'c_ssize_t', 'c_void_p', 'py_object')]
        read = kind(whole, place, number)(('PyBytes_FromStringAndSize', loaded_class('ctypes', 'pythonapi')))
        one = object()
        if sys.implementation.name != 'cpython' or int(object.__repr__(one)[:-1].rpartition(' ')[2], 16) != spot_of(one):
            return None
        trial = (one, None, read, one)
        return read if read(spot_of(trial) + FIRST_ITEM, 4 * WIDTH) == one_by_one(trial) else None
    except Exception:
        return None

read_row = reader_of_rows()

def can_read_rows():
    return read_row is not None

def spots_of(parts):
    # The places of the objects in a tuple, as bytes.
    if not can_read_rows():
        return one_by_one(parts)
    return read_row(spot_of(parts) + FIRST_ITEM, WIDTH * len(parts))

def where(place, row):
    # Positions of one object in a row.
    wanted = place.to_bytes(WIDTH, sys.byteorder)
    found = []
    at = row.find(wanted)
    while at >= 0:
        if not at % WIDTH:
            found.append(at // WIDTH)
        at = row.find(wanted, at + 1)
    return found

def found_at(places, row):
    # Of any of several objects, in order. To look for one takes a fraction of the time that it takes to look at each.
    if len(places) <= 20:
        return sorted([at for place in places for at in where(place, row)])
    return [at for at, place in enumerate(numbers_of(row)) if place in places]

def numbers_of(places):
    return memoryview(places).cast('Q')

PIECE_OF_ROW = 128 * WIDTH

def moved_within(old, new, begin, end, found):
    # What moved_positions gives for a part of the rows.
    one, other = old[begin:end], new[begin:end]
    if one == other:
        return
    if end - begin > PIECE_OF_ROW:
        for at in range(begin, end, PIECE_OF_ROW):
            moved_within(old, new, at, min(end, at + PIECE_OF_ROW), found)
        return
    position, bits = begin // WIDTH, int.from_bytes(one, 'little') ^ int.from_bytes(other, 'little')
    while bits:
        same = ((bits & -bits).bit_length() - 1) // (8 * WIDTH)
        found.append(position + same)
        position, bits = position + same + 1, bits >> 8 * WIDTH * (same + 1)

def moved_positions(old, new, likely=()):
    # Where two rows of one length differ, which they do in few places: first of all in the pieces that are likely to, so that what lies between
    # these is compared at one go.
    found, at = [], 0
    for begin in likely:
        moved_within(old, new, at, begin, found)
        at = min(len(new), begin + LIKELY)
        moved_within(old, new, begin, at, found)
    moved_within(old, new, at, len(new), found)
    return found

LIKELY = 16 * WIDTH

def likely_pieces(moved):
    # Where pieces begin that hold the positions which moved last.
    found = []
    for position in moved:
        if not found or position * WIDTH >= found[-1] + LIKELY:
            found.append(position * WIDTH)
    return found if len(found) <= 8 else ()

def has_one_lock():
    # Whether no other thread gets its turn while the interpreter makes two tuples of one dict.
    is_locked = getattr(sys, '_is_gil_enabled', None)
    return sys.implementation.name == 'cpython' and (is_locked is None or is_locked())

IS_AT_ONE_GO = has_one_lock()

def version_read():
    # What reads the number that each change of a dict makes another one, where a trial shows that there is one; None elsewhere.
    trial = {'kept': None}
    at = dict.__basicsize__ - 3 * WIDTH

    def version(namespace):
        return read_row(spot_of(namespace) + at, WIDTH) if can_read_rows() else None
    if read_row is None:
        return None
    found = [version(trial)]
    for change in (lambda: trial.get('kept'), lambda: trial.update(more=1), lambda: trial.update(more=2), lambda: trial.pop('more'), lambda: exec('kept = 3', trial)):
        change()
        found.append(version(trial))
    return version if found[0] == found[1] and len(frozenset(found)) == 5 else None

version_of = version_read()
# What a value of the interpreter's own types can hold: nothing, parts in a row, parts under keys, nothing that changes. Those types are never freed, so that
# their addresses tell them for ever.
NOTHING_IN_IT, SEQUENCE, TABLE, FIXED, OTHER = 0, 1, 2, 3, 4
SORTS = {spot_of(kind): NOTHING_IN_IT for kind in (int, str, float, bool, NoneType, module_type)}
SORTS.update({spot_of(list): SEQUENCE, spot_of(tuple): SEQUENCE, spot_of(dict): TABLE})
SORTS.update((spot_of(kind), FIXED) for kind in (FunctionType, type, types.BuiltinFunctionType))
MATCHES = {sort: bytes([number == sort for number in range(256)]) for sort in (SEQUENCE, TABLE, OTHER)}
# Where the types lay last, the sort of each, and the positions of those that were asked for.
sorted_last = [b'', b'', {}]

def sorts_of(view):
    # One number for each value; of a namespace that has only grown, what is new is looked at.
    places = view.kind_places()
    last, sorts, _ = sorted_last
    if places != last:
        kept = len(last) if places.startswith(last) else 0
        sorts = sorts[:kept // WIDTH] + bytes(map(SORTS.get, numbers_of(places[kept:]), repeat(OTHER)))
        sorted_last[:] = places, sorts, {}
    return sorts

def with_sort(view, sort):
    # Positions of one sort, the latest first.
    sorts = sorts_of(view)
    found = sorted_last[2].get(sort)
    if found is None:
        found = list(compress(range(len(sorts)), sorts.translate(MATCHES[sort])))
        found.reverse()
        sorted_last[2][sort] = found
    return found
`;
