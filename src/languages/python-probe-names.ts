// The part of the Python probe that tells which names a cell bound, rebound or deleted.

/**
 * Defines `mentioned(source)`, `users_namespace()`, `surely_assigned(source)`, `take_snapshot(namespace)`, `compare(before, namespace)` and `was_replaced(...)`. Only
 * addresses are kept: a reference, even a weak one, could be noticed. An address can come back after its object was
 * freed (in a loop that rebinds a name); then the content and the source decide.
 */
export const namesSource = String.raw`
IDENTIFIER = re.compile(r'[^\W\d]\w*')
INTERNAL = re.compile(r'_+|_i*|_i?\d+|_(?:ih|oh|dh|exit_code|sh)|__\w+__')
SOURCE_LIMIT = 1 << 16

read_last = [None, frozenset()]

def mentioned(source):
    # Asked several times for the same cell.
    if read_last[0] is not source:
        read_last[:] = [source, frozenset(IDENTIFIER.findall(source[:SOURCE_LIMIT]))]
    return read_last[1]

LINE_START = re.compile(r'(?:async\s+)?(?:for|with)\b')
ASSIGNMENT = re.compile(r'\s*([^\W\d]\w*)\s*=(?!=)')

def is_assigned(source, name):
    # Crude on purpose: it only decides between "rebound" and "changed in place" for a container at the same address.
    word = r'(?<![\w.])' + re.escape(name) + r'(?!\w)'
    pattern = word + r'\s*(?:,[^=\n]{0,200})?(?::[^=\n]{0,200})?=(?!=)|' + word + r'\s*:=|\bfor\b[^:\n]{0,200}?' + word + r'[^:\n]{0,200}\bin\b|\bas\s+' + word
    return re.search(pattern, source[:SOURCE_LIMIT]) is not None

def surely_assigned(source):
    # Names that are assigned at the top level, or in a loop or a with block there: not in a function or under a condition.
    found = set()
    opening = ''
    for line in source[:SOURCE_LIMIT].split('\n'):
        is_top = line[:1] not in (' ', '\t', ')', ']', '}', '#', '')
        if is_top:
            opening = line
        match = ASSIGNMENT.match(line)
        if match and (is_top or LINE_START.match(opening)):
            found.add(match.group(1))
    return found

def was_replaced(old, new, source, name, sure):
    # Whether another object stands at the address of the old one. Nothing that is watched may notice, so only content can tell.
    if old is None or new is None or old[1] is None or new[1] is None:
        return name in sure
    return old[1] != new[1] and is_assigned(source, name)

def users_namespace():
    # Without keys that are no plain texts, since to look for a name may ask them.
    found = ip.user_ns
    if not all(map(is_, map(type, found.copy()), repeat(str))):
        return {name: value for name, value in found.copy().items() if type(name) is str}
    return found

def take_snapshot(namespace):
    copy = namespace.copy()
    return dict(zip(copy, map(address, copy.values())))

def compare(ids, namespace):
    present = take_snapshot(namespace)
    hidden = getattr(ip, 'user_ns_hidden', {})

    def is_shown(name):
        if INTERNAL.fullmatch(name):
            return False
        return name not in hidden or (name in present and present[name] != address(hidden[name]))

    # Without a turn of the interpreter for each name, since most stay as they are.
    moved = list(compress(present, map(ne, map(ids.get, present), present.values())))
    fresh = [name for name in moved if name not in ids]
    bound = [name for name in fresh if is_shown(name)]
    rebound = [name for name in moved if name in ids and is_shown(name)]
    is_less = len(present) - len(fresh) < len(ids)
    deleted = [name for name in ids if name not in present and is_shown(name)] if is_less else []
    return bound, rebound, deleted, is_shown
`;
