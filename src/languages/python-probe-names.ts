// The part of the Python probe that tells which names a cell bound, rebound or deleted.

/**
 * Defines `users_namespace()`, `take_snapshot(namespace)`, `compare(before, namespace)` and `was_replaced(...)`. Of values
 * only addresses are kept: a reference, even a weak one, could be noticed. An address can come back after its object was
 * freed (in a loop that rebinds a name); then the content and the source decide.
 */
export const namesSource = String.raw`
# What is found of names, as the same ones come again and again.
internal = {}
INTERNAL = re.compile(r'_+|_i*|_i?\d+|_(?:ih|oh|dh|exit_code|sh)|__\w+__')

def is_internal(name):
    # IPython's all begin alike, and those that it makes for each cell go on alike.
    if name[:1] != '_':
        return False
    if name[1:2] == 'i' and name[2:].isdecimal():
        return True
    found = internal.get(name)
    if found is None:
        if len(internal) > 20000:
            internal.clear()
        found = internal[name] = INTERNAL.fullmatch(name) is not None
    return found

def was_replaced(old, new, source, name, is_ok):
    # Whether another object stands at the address of the old one. Nothing that is watched may notice, so only content can tell.
    if old is None or new is None or old[1] is None or new[1] is None:
        # What fails may stop before any assignment: then the same address is the same object.
        return is_ok and name in surely_assigned(source)
    return old[1] != new[1] and is_assigned(source, name)

# Names that were there before any cell; %pylab and its like hide more, which cells use.
hidden = frozenset(getattr(ip, 'user_ns_hidden', ()))

# Names that are known to be plain texts, and where they lie: the same place is the same name, as they are kept.
plain_names = [(), b'']

def users_namespace():
    # Without keys that are no plain texts, since to look for a name may ask them.
    view = view_now[0] = View(ip.user_ns)
    if view.table is not None:
        # It is only read where all are.
        return view.namespace
    names, places = plain_names
    all_names, name_places, _ = view.rows()
    if name_places != places:
        known = len(names) if name_places.startswith(places) else 0
        if not all(map(is_, map(type, all_names[known:]), repeat(str))):
            return {name: value for name, value in ip.user_ns.copy().items() if type(name) is str}
        plain_names[:] = all_names, name_places
    return view.namespace

def take_snapshot(namespace):
    # The names, and where they and their values lie.
    view = view_of(namespace)
    return view.table if view.table is not None else view.rows()

def differences(before, after):
    # Names that are new, that stand for another object, that are gone; without a turn of the interpreter for each name.
    if type(after) is Table and (after is before or after.last is before):
        moved = after.moved if after is not before else ()
        return after.names[before.count:after.count], [after.names[at] for at in moved if at < before.count], []
    (old, old_names, old_values), (names, name_places, value_places) = [part.rows() if type(part) is Table else part for part in (before, after)]
    if name_places.startswith(old_names):
        # A name that is new comes last.
        return list(names[len(old):]), [old[at] for at in moved_positions(old_values, value_places[:len(old_values)])], []
    was, present = dict(zip(old, numbers_of(old_values))), dict(zip(names, numbers_of(value_places)))
    moved = list(compress(names, map(ne, map(was.get, names), numbers_of(value_places))))
    return [name for name in moved if name not in was], [name for name in moved if name in was], [name for name in old if name not in present]

def compare(before, namespace):
    # (bound, rebound, deleted, all that stand for another object than before, whether a name is the user's own)
    kept = getattr(ip, 'user_ns_hidden', {})

    def is_shown(name):
        if is_internal(name):
            return False
        return name not in hidden or (name in namespace and address(namespace[name]) != address(kept.get(name)))

    fresh, moved, gone = differences(before, take_snapshot(namespace))
    bound, rebound, deleted = [[name for name in part if is_shown(name)] for part in (fresh, moved, gone)]
    return bound, rebound, deleted, frozenset(fresh + moved), is_shown
`;
