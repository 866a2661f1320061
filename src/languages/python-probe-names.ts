// The part of the Python probe that tells which names a cell bound, rebound or deleted.

/**
 * Defines `mentioned(source)`, `take_snapshot(namespace)`, `compare(before, namespace)` and `was_replaced(...)`. Only
 * addresses are kept: a reference, even a weak one, could be noticed. An address can come back after its object was
 * freed (in a loop that rebinds a name); then the content and the source decide.
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

def is_surely_assigned(source, name):
    # At the top level, or in a loop or a with block there: not in a function or under a condition.
    word = r'(?<![\w.])' + re.escape(name) + r'(?!\w)'
    opening = ''
    for line in source[:SOURCE_LIMIT].split('\n'):
        if line[:1] not in (' ', '\t', ')', ']', '}', '#', ''):
            opening = line
        if name in line and re.match(r'(?:async\s+)?(?:for|with)\b|' + word, opening) and re.search(r'^\s*' + word + r'\s*=(?!=)', line):
            return True
    return False

def was_replaced(old, new, source, name):
    # Whether another object stands at the address of the old one. Nothing that is watched may notice, so only content can tell.
    if old is None or new is None or old[1] is None or new[1] is None:
        return is_surely_assigned(source, name)
    return old[1] != new[1] and is_assigned(source, name)

def take_snapshot(namespace):
    return {name: id(value) for name, value in namespace.copy().items()}

def compare(ids, namespace):
    present = namespace.copy()
    hidden = getattr(ip, 'user_ns_hidden', {})

    def is_shown(name):
        if type(name) is not str or INTERNAL.fullmatch(name):
            return False
        return name not in hidden or (name in present and present[name] is not hidden[name])

    bound = [name for name in present if name not in ids and is_shown(name)]
    deleted = [name for name in ids if name not in present and is_shown(name)]
    rebound = [name for name, value in present.items() if name in ids and ids[name] != id(value) and is_shown(name)]
    return bound, rebound, deleted, is_shown
`;
