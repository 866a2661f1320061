// The part of the Python probe that holds what it knows of the namespace in one turn.

/**
 * Defines `view_of(namespace)`, `View` and `leave_view()`. Names, and where they and their values lie, are kept from one turn to the next, values never.
 */
export const viewsSource = String.raw`
# Of the last turn: the version of the namespace, its table, its rows, where the types of the values lay when they were asked for last, and the
# positions of those that are others since. No values.
last_view = {'version': None, 'table': None, 'rows': None, 'kinds': None, 'moved': []}

class View:
    # The namespace as it is in this turn.
    def __init__(self, namespace):
        self.namespace = namespace
        self.version = version_of(namespace) if version_of is not None else None
        self.values = self.kinds = self.own_rows = None
        # Whether nothing but what is seen to stand for something else can have come to another type.
        self.is_plain = False
        self.is_same = self.version is not None and self.version == last_view['version']
        if self.is_same:
            self.table, self.own_rows = last_view['table'], last_view['rows']
        else:
            self.table = table_now(namespace)
            if self.table is None:
                self.look()

    def look(self):
        kept = self.namespace if IS_AT_ONE_GO else self.namespace.copy()
        names, self.values = map(tuple, (kept, kept.values()))
        self.own_rows = names, spots_of(names), spots_of(self.values)
        if self.version is None or self.version != version_of(self.namespace):
            # Another thread's doing.
            self.table = self.kinds = None
            self.is_same = False

    def rows(self):
        # Names, and where they and their values lie.
        if self.own_rows is None:
            self.own_rows = self.table.rows()
        return self.own_rows

    @property
    def names(self):
        return self.own_rows[0] if self.own_rows is not None else self.table.names

    @property
    def value_places(self):
        return self.rows()[2]

    def with_values(self):
        # For who looks at them: to touch each takes the longest.
        if self.values is None:
            self.look()
        return self

    def kind_places(self):
        if self.kinds is None:
            self.kinds = self.kinds_of_moved() or spots_of(tuple(map(type, self.with_values().values)))
        return self.kinds

    def moved_since(self):
        # Positions of the types that are others than when they were asked for last; None where that is not known.
        if last_view['kinds'] is None:
            return None
        if self.is_same:
            return last_view['moved']
        table = self.table
        if not self.is_plain or table is None or table.last is None or table.last is not last_view['table']:
            return None
        return last_view['moved'] + table.moved

    def kinds_of_moved(self):
        # Those that were asked for last, with what came since; None where they may not hold any more.
        moved = self.moved_since()
        if not moved:
            return last_view['kinds'] if moved is not None else None
        found, names = bytearray(last_view['kinds']), self.names
        for at in dict.fromkeys(sorted(moved)):
            found[at * WIDTH:(at + 1) * WIDTH] = spot_of(type(self.namespace[names[at]])).to_bytes(WIDTH, sys.byteorder)
        return bytes(found)

view_now = [None]
# So many are looked up when somebody asks.
MOVED_LIMIT = 100

def leave_view():
    # The values are let go.
    view, view_now[0] = view_now[0], None
    if view is not None and view.version is not None:
        moved = view.moved_since() if view.kinds is None else None
        if moved is None or len(moved) > MOVED_LIMIT:
            # Where they were not asked for, the next turn looks at all of them, if it has to.
            moved, last_view['kinds'] = [], view.kinds
        last_view.update(moved=moved, version=view.version, table=view.table, rows=view.own_rows)
    if view is not None and view.table is not None:
        view.table.last = None

def view_of(namespace):
    if view_now[0] is None or view_now[0].namespace is not namespace:
        view_now[0] = View(namespace)
    return view_now[0]
`;
