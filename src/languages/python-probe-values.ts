// The part of the Python probe that fingerprints plain values and containers without running anybody's code.

/**
 * Defines `Budget`, `Reader` and `feed(digest, value, reader, depth)`. What is written to the digest depends on the
 * value alone, never on addresses or on the time left, so that fingerprints of two kernels compare; what the budget does
 * not allow is unreadable as a whole. Base-class methods read subclasses, so that no override runs.
 */
export const valuesSource = String.raw`
ATOMS = frozenset((type(None), bool, int, float, complex, str, bytes, type(Ellipsis), type(NotImplemented)))
SEQUENCES = frozenset((list, tuple))
SETS = frozenset((set, frozenset))
DEPTH_LIMIT = 30
REACH_LIMIT = 4000

thread_clock = getattr(time_module, 'thread_time', clock)

class Unreadable(Exception):
    pass

class Exhausted(Unreadable):
    pass

class Budget:
    def __init__(self, seconds):
        # Time of this thread, so that a busy machine does not empty the report; the wall clock bounds it.
        self.end = thread_clock() + seconds
        self.last = clock() + 4 * seconds
        self.elements = 100000
        self.bytes = 24 << 20

    def is_spent(self):
        return self.elements < 0 or self.bytes < 0 or thread_clock() > self.end or clock() > self.last

    def take(self, elements, size):
        self.elements -= elements
        self.bytes -= size
        if self.is_spent():
            raise Exhausted

class Reader:
    # One value's reading: whether a sample stands for it, whether all of it was read, and the mutable objects in it.
    def __init__(self, budget):
        self.budget = budget
        self.sampled = False
        self.whole = True
        self.reach = set()
        self.stack = {}

    def enter(self, value, depth):
        # The number of levels up to the same object when the value holds itself, else None.
        key = id(value)
        if key in self.stack:
            return depth - self.stack[key]
        if depth > DEPTH_LIMIT:
            raise Unreadable
        self.stack[key] = depth
        if len(self.reach) < REACH_LIMIT:
            self.reach.add(key)
        return None

    def leave(self, value):
        self.stack.pop(id(value), None)

def text_size(values):
    size = 0
    for value in values:
        kind = type(value)
        if kind is str or kind is bytes:
            size += len(value)
        elif kind is int and value.bit_length() > 10000:
            raise Unreadable
    return size

def feed_atom(digest, value, reader):
    reader.budget.take(1, text_size((value,)))
    if type(value) is str:
        digest.update(b's%d:' % len(value) + value.encode('utf-8', 'surrogatepass'))
    elif type(value) is bytes:
        digest.update(b'b%d:' % len(value) + value)
    else:
        digest.update(repr(value).encode())

def feed_flat(digest, values, reader):
    # repr of exact atoms runs no code but the interpreter's, and tells 1, 1.0 and True apart.
    reader.budget.take(len(values), text_size(values))
    digest.update(repr(values).encode('utf-8', 'backslashreplace'))

def digest_of(value, reader, depth):
    digest = blake2b(digest_size=16)
    feed(digest, value, reader, depth)
    return digest.digest()

def feed_parts(digest, parts, reader, depth):
    if len(parts) > reader.budget.elements:
        raise Exhausted
    if frozenset(map(type, parts)) <= ATOMS:
        feed_flat(digest, parts, reader)
        return
    reader.budget.take(len(parts), 0)
    for part in parts:
        digest.update(digest_of(part, reader, depth + 1))

def feed_set(digest, parts, reader, depth):
    # In an order that no hash decides.
    if len(parts) > reader.budget.elements:
        raise Exhausted
    if frozenset(map(type, parts)) <= ATOMS:
        reader.budget.take(len(parts), text_size(parts))
        digest.update(repr(sorted(map(repr, parts))).encode('utf-8', 'backslashreplace'))
        return
    reader.budget.take(len(parts), 0)
    for part in sorted([digest_of(part, reader, depth + 1) for part in parts]):
        digest.update(part)

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
    elif base in SETS:
        feed_set(digest, tuple(base.__iter__(value)), reader, depth)
    else:
        feed_parts(digest, tuple(base.__iter__(value)), reader, depth)

def feed_container(digest, value, reader, depth):
    loop = reader.enter(value, depth)
    if loop is not None:
        digest.update(b'loop %d' % loop)
        return
    try:
        feed_content(digest, type(value), value, reader, depth)
    finally:
        reader.leave(value)

def feed(digest, value, reader, depth):
    kind = type(value)
    if kind in ATOMS:
        feed_atom(digest, value, reader)
    elif kind in SEQUENCES or kind is dict or kind in SETS:
        feed_container(digest, value, reader, depth)
    elif not (feed_known(digest, value, reader, depth) or feed_library(digest, value, reader, depth)):
        feed_object(digest, value, reader, depth)

def read_value(value, budget):
    # (fingerprint, is a sample, is whole, addresses of the mutable objects in it); raises Unreadable.
    reader = Reader(budget)
    digest = blake2b(digest_size=16, key=b'retrace')
    feed(digest, value, reader, 0)
    return digest.hexdigest(), reader.sampled, reader.whole, reader.reach
`;
