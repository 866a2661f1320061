// The part of the Python probe that tells which names a cell bound, rebound or deleted.

/**
 * Defines `users_namespace()`, `take_snapshot(namespace)`, `compare(before, namespace)` and `was_replaced(...)`. Only
 * addresses are kept: a reference, even a weak one, could be noticed. An address can come back after its object was
 * freed (in a loop that rebinds a name); then the content and the source decide.
 */
export const namesSource = String.raw`
INTERNAL = re.compile(r'_+|_i*|_i?\d+|_(?:ih|oh|dh|exit_code|sh)|__\w+__')

def was_replaced(old, new, source, name, is_ok):
    # Whether another object stands at the address of the old one. Nothing that is watched may notice, so only content can tell.
    if old is None or new is None or old[1] is None or new[1] is None:
        # What fails may stop before any assignment: then the same address is the same object.
        return is_ok and name in surely_assigned(source)
    return old[1] != new[1] and is_assigned(source, name)

def users_namespace():
    # Without keys that are no plain texts, since to look for a name may ask them.
    found = ip.user_ns
    if not all(map(is_, map(type, list(found)), repeat(str))):
        return {name: value for name, value in found.copy().items() if type(name) is str}
    return found

def take_snapshot(namespace):
    # The names, and the addresses of their values.
    copy = namespace.copy()
    return list(copy), list(map(address, copy.values()))

def differences(before, after):
    # Names that are new, that stand for another object, that are gone; without a turn of the interpreter for each name.
    (old, old_ids), (names, ids) = before, after
    size = len(old)
    if names[:size] == old:
        # A name that is new comes last.
        return names[size:], [] if ids[:size] == old_ids else list(compress(old, map(ne, old_ids, ids))), []
    was, present = dict(zip(old, old_ids)), dict(zip(names, ids))
    moved = list(compress(names, map(ne, map(was.get, names), ids)))
    return [name for name in moved if name not in was], [name for name in moved if name in was], [name for name in old if name not in present]

def compare(before, namespace):
    # (bound, rebound, deleted, all that stand for another object than before, whether a name is the user's own)
    hidden = getattr(ip, 'user_ns_hidden', {})

    def is_shown(name):
        if INTERNAL.fullmatch(name):
            return False
        return name not in hidden or (name in namespace and address(namespace[name]) != address(hidden[name]))

    fresh, moved, gone = differences(before, take_snapshot(namespace))
    bound, rebound, deleted = [[name for name in part if is_shown(name)] for part in (fresh, moved, gone)]
    return bound, rebound, deleted, frozenset(fresh + moved), is_shown
`;
