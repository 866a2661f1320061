// The part of the Python probe that reads the table in which the interpreter keeps a namespace.

/**
 * Defines `table_now(namespace)` and `Table`. A thousand names are a thousand objects that lie anywhere, and their values as many: to touch each takes longer
 * than all else that is done for a small cell. The table lies in one piece and holds where they are, so it is read at one go and compared with what
 * it was. Where it cannot be read, and after a name was taken out, each is touched.
 */
export const tablesSource = String.raw`
# In numbers from where a dict begins: how many names it has, where its table lies, and what is only there when values lie elsewhere.
BODY = dict.__basicsize__
USED_AT, TABLE_AT, VALUES_AT = 2, 4, 5
# How a dict lies in memory is known of these versions; in others it is not looked at.
HAS_KNOWN_TABLES = (3, 8) <= sys.version_info[:2] <= (3, 13) and BODY == 6 * WIDTH and IS_AT_ONE_GO

def reader_of_table(namespace):
    # What reads the table of this dict, or so much of it after so much; None where that is not known how. Where it lies, how large it is and what
    # is in it are asked in one call of the interpreter's own, in which no other thread gets its turn.
    if type(namespace) is not dict or not HAS_KNOWN_TABLES or not can_read_rows():
        return None
    spot = spot_of(namespace)
    head = numbers_of(read_row(spot, BODY))
    if head[1] != spot_of(dict) or head[USED_AT] != len(namespace) or head[VALUES_AT]:
        return None
    at, size = spot + TABLE_AT * WIDTH, dict.__sizeof__
    return lambda namespace, start, most: next(map(
        read_row,
        map(add, map(int.from_bytes, map(read_row, (at,), (WIDTH,)), (sys.byteorder,)), (start,)),
        map(max, (0,), map(min, (most,), map(sub, map(size, (namespace,)), (BODY + start,)))),
    ))

# The table is read as far as there are names, in steps of so many.
ROOM = 64

class Table:
    # A namespace at one time: its names in order, how many of them, what is read of the table from where the first name stands, where that is, how many
    # numbers there are for each, the places in order that are empty, as their names were taken out, and how large the dict is; the table that
    # was read before, the positions of the names that stand for something else than in it, in order, and the pieces in which it differs from it.
    def __init__(self, names, content, at, step, gaps, size, last=None, moved=(), likely=()):
        self.names, self.count = names, len(names)
        self.content, self.at, self.step, self.gaps, self.size = content, at, step, gaps, size
        self.last, self.moved, self.likely = last, moved, likely

    def least(self):
        # How many bytes hold where all of its names and values lie.
        return WIDTH * (self.step * (self.count + len(self.gaps)) - self.step + 2)

    def rows(self):
        # Names, and where they and their values lie.
        words = numbers_of(self.content[:self.least()])
        return tuple(self.names[:self.count]), without(self.gaps, words[0::self.step]), without(self.gaps, words[1::self.step])

def without(gaps, words):
    found = bytearray(words.tobytes())
    for gap in reversed(gaps):
        del found[gap * WIDTH:(gap + 1) * WIDTH]
    return bytes(found)

# What was read last, the address of the dict, and what reads it; the size of a table that could not be read.
tables = {'last': None, 'of': None, 'read': None, 'unread': None}

def table_now(namespace):
    if tables['of'] != address(namespace):
        tables.update(last=None, of=address(namespace), read=reader_of_table(namespace), unread=None)
    if tables['read'] is None or not can_read_rows():
        return None
    last, found = tables['last'], None
    if last is not None and last.size == dict.__sizeof__(namespace):
        most = WIDTH * last.step * ROOM * ((last.count + len(last.gaps) + 8) // ROOM + 1)
        found = next_table(last, tables['read'](namespace, last.at, most), namespace)
    if found is None:
        found = first_table(tables['read'](namespace, 0, sys.maxsize), namespace)
    tables['last'] = found
    return found

def first_table(content, namespace):
    # Names and values tell where they stand in it; they are all gone through this time.
    if tables['unread'] == len(content):
        return None
    tables['unread'] = len(content)
    names, values = map(tuple, (namespace, namespace.values()))
    if len(names) < 2 or not all(map(is_, map(type, names), repeat(str))):
        return None
    name_places, value_places = spots_of(names), spots_of(values)
    at = content.find(name_places[:WIDTH] + value_places[:WIDTH])
    for step in (2, 3) if at >= 0 and not at % WIDTH else ():
        places = numbers_of(content[at:len(content) - len(content) % WIDTH])[0::step].tolist()
        used = max([position for position, place in enumerate(places) if place]) + 1
        found = Table(list(names), content[at:], at, step, [position for position in range(used) if not places[position]], BODY + len(content))
        if found.count + len(found.gaps) == used and found.rows() == (names, name_places, value_places):
            tables['unread'] = None
            return found
    return None

def next_table(last, content, namespace):
    # The table after another one; None where names are gone or stand elsewhere.
    if len(content) < last.least():
        return None
    moved, fresh, gaps = {}, 0, last.gaps
    # What nobody has used yet is empty.
    words = moved_positions(last.content[:len(content)].ljust(len(content), b'\0'), content, last.likely)
    for word in words:
        position, part = divmod(word, last.step)
        if part == 0:
            if position != last.count + len(gaps) + fresh:
                return None
            fresh += 1
        if part < 2:
            moved[position - sum([gap < position for gap in gaps])] = None
    if last.count + fresh != len(namespace):
        return None
    if fresh:
        # Names that are new come last.
        names = list(islice(reversed(namespace), fresh))[::-1]
        begin, width = WIDTH * last.step * (last.count + len(gaps)), WIDTH * last.step
        if [content[at:at + WIDTH] for at in range(begin, begin + width * fresh, width)] != [spot_of(name).to_bytes(WIDTH, sys.byteorder) for name in names]:
            return None
        if not all(map(is_, map(type, names), repeat(str))) or len(last.names) != last.count:
            return None
        last.names.extend(names)
    return Table(last.names, content, last.at, last.step, gaps, last.size, last, list(moved), likely_pieces(words))
`;
