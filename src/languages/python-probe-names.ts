// The part of the Python probe that tells which names a cell bound, rebound or deleted.

/**
 * Defines `mentioned(source)`, `take_snapshot(namespace, mentions)` and `compare(before, namespace)`. Identities are
 * compared and no object is kept alive, save small immutable ones. An address can come back after its object was freed
 * (in a loop that rebinds a name), so names that the cell mentions are watched by weak reference or by their content.
 */
export const namesSource = String.raw`
IDENTIFIER = re.compile(r'[^\W\d]\w*')
INTERNAL = re.compile(r'_+|_i*|_i?\d+|_(?:ih|oh|dh|exit_code|sh)|__\w+__')
SOURCE_LIMIT = 1 << 16

def mentioned(source):
    return frozenset(IDENTIFIER.findall(source[:SOURCE_LIMIT]))

def is_assigned(source, name):
    # Crude on purpose: it only decides between "rebound" and "changed in place" for a container at the same address.
    word = r'(?<![\w.])' + re.escape(name) + r'(?!\w)'
    return re.search(word + r'\s*(?:,[^=\n]*)?(?::[^=\n]*)?=(?!=)|' + word + r'\s*:=|\bfor\b[^:\n]*?' + word + r'[^:\n]*\bin\b|\bas\s+' + word, source[:SOURCE_LIMIT]) is not None

def watch(value):
    kind = type(value)
    if kind in ATOMS:
        if (kind is str or kind is bytes) and len(value) > 1024:
            return ('ends', (len(value), value[:16], value[-16:]))
        if kind is int and value.bit_length() > 10000:
            return ('ends', value.bit_length())
        return ('same', value)
    try:
        return ('weak', weak_ref(value))
    except TypeError:
        pass
    if kind in SEQUENCES:
        return ('ends', (len(value), tuple(map(id, value[:8])), tuple(map(id, value[-8:]))))
    if kind is dict:
        return ('ends', (len(value), tuple(map(id, islice(value, 8))), tuple(map(id, islice(value.values(), 8)))))
    return None

def was_replaced(watched, value, source, name):
    # Whether another object stands at the address of the one that was watched.
    if watched is None:
        return False
    how, what = watched
    if how == 'same':
        return value is not what
    if how == 'weak':
        return what() is None
    return watch(value) != watched and is_assigned(source, name)

def take_snapshot(namespace, source):
    present = namespace.copy()
    watched = {}
    for name in mentioned(source):
        if name in present:
            watched[name] = watch(present[name])
    return {name: id(value) for name, value in present.items()}, watched

def compare(before, namespace, source):
    ids, watched = before
    present = namespace.copy()
    hidden = getattr(ip, 'user_ns_hidden', {})

    def is_shown(name):
        if type(name) is not str or INTERNAL.fullmatch(name):
            return False
        return name not in hidden or (name in present and present[name] is not hidden[name])

    bound = [name for name in present if name not in ids and is_shown(name)]
    deleted = [name for name in ids if name not in present and is_shown(name)]
    rebound = [
        name for name, value in present.items()
        if name in ids
        and (ids[name] != id(value) or (name in watched and was_replaced(watched[name], value, source, name)))
        and is_shown(name)
    ]
    shown = [name for name in mentioned(source) if name in present and is_shown(name)]
    return sorted(bound), sorted(rebound), sorted(deleted), shown
`;
