// The part of the Python probe that tells which values changed in place.

/**
 * Defines `look_before(...)`, `look_after(...)` and `is_users(name)`. Between executions addresses and fingerprints are kept, never objects.
 * A value that could be reached by another name, or through a function that the cell calls, is looked at as well.
 */
export const changesSource = String.raw`
MENTION_LIMIT = 400
known = {}
turn = [0]
# When the values were read last, and how long after it a cell can still be the next in a queue, in seconds. Where somebody
# waited longer, a callback or another client may have changed what takes no time to read.
read_at = [0.0]
QUEUED = 0.1

def names_of_code(code, found):
    found.update(code.co_names)
    for part in code.co_consts:
        if type(part) is CodeType:
            names_of_code(part, found)

def code_of(value):
    # The code that may run when the cell uses the value: of the user's functions, classes and their instances.
    kind = type(value)
    if watched[0]:
        return
    if kind is FunctionType:
        if value.__globals__ is ip.user_ns:
            yield value.__code__
        return
    for owner in (value, kind) if is_class(value) else (kind,):
        for part in class_mro(owner) if class_module(owner) == '__main__' else ():
            for member in class_dict(part).copy().values():
                member = member.__func__ if type(member) is staticmethod or type(member) is classmethod else member
                if type(member) is property:
                    member = member.fget
                if type(member) is FunctionType and member.__globals__ is ip.user_ns:
                    yield member.__code__

TABLES = frozenset(map(address, (dict, OrderedDict, defaultdict)))
COLLECTIONS = TABLES.union(map(address, (list, tuple, deque)))

def kinds_inside(value):
    # The types of what stands in a collection, and in the first of those within it, as far as they are quick to tell. Sets have
    # no order that would be the same in another process.
    found = {}
    within = [value]
    left = 1000
    for one in within:
        parts = list(islice(one.values() if address(type(one)) in TABLES else one, left))
        left -= len(parts)
        kinds = kinds_of(parts)
        found.update(zip(map(address, kinds), kinds))
        if len(within) < 20 and not COLLECTIONS.isdisjoint(map(address, kinds)):
            within.extend([part for part in parts[:20] if address(type(part)) in COLLECTIONS])
    return list(found.values())

def classes_of(value, namespace):
    # Names of the notebook's classes that the value, or what stands in it, is an instance of: what it has of them changes with them.
    kind = type(value)
    for kind in kinds_inside(value) if address(kind) in COLLECTIONS else (kind,):
        for part in class_mro(kind) if class_module(kind) == '__main__' else ():
            name = class_qualname(part)
            if namespace.get(name) is part:
                yield name

def calls_users_code(value):
    return next(code_of(value), None) is not None

EVALUATORS = frozenset(('eval', 'exec', 'compile', 'globals', 'getattr', 'setattr', 'query', 'get_ipython'))

def reached_names(names, namespace, source):
    # Names of the cell and of the functions that it may call, from near to far; those in its texts too when a function may
    # take texts for code.
    found = dict.fromkeys(name for name in names if name in namespace)
    codes = set()
    done = set()
    def follow(name):
        value = namespace[name]
        kinds = [name for name in classes_of(value, namespace) if name not in found]
        found.update(dict.fromkeys(kinds))
        for one in (value, *map(namespace.get, kinds)):
            codes.update([part for part in code_of(one) if part not in done])
    for name in tuple(found):
        follow(name)
    while codes and len(done) < 100 and len(found) < MENTION_LIMIT:
        code = codes.pop()
        done.add(code)
        used = set()
        names_of_code(code, used)
        if not EVALUATORS.isdisjoint(used):
            used.update(IDENTIFIER.findall(source[:SOURCE_LIMIT]))
        for name in sorted(used):
            if name in namespace and name not in found:
                found[name] = None
                follow(name)
    return list(found)

NOT_USERS = frozenset(('In', 'Out', 'exit', 'quit', 'get_ipython'))

def is_users(name):
    return type(name) is str and not is_internal(name) and name not in NOT_USERS

def leads_nowhere(kind):
    return is_atom(kind) or kind is module_type

def reaches_nothing(source, namespace):
    # Whether no code of the user's but the cell itself can run in it, as far as the values of its names tell.
    return names_all(source) and all([leads_nowhere(type(namespace[name])) for name in mentioned(source) if name in namespace])

def weight(value):
    # What is quick to read comes first, so that a large value does not keep small ones from being read.
    kind = type(value)
    if leads_nowhere(kind):
        # A long text takes its time, behind what is small.
        return 1.75 if (kind is str or kind is bytes) and len(value) > 10000 else 0
    if is_container(kind):
        if len(value) <= 100 and are_atoms(kinds_of(value)):
            return 1
        parts = value.values() if kind is dict else value
        return 1.5 if len(value) <= 1000 and all([is_atom(part) or is_container(part) for part in kinds_of(parts)]) else 4
    if is_array(value):
        return 1 if value.nbytes <= 10000 else 3
    return 3 if is_frame(value) else 2

HEAVY = 2

def is_idle(name, value, last, glances):
    # Whether a glance finds a large value as it was when it was read last. The glance is kept for the next cell.
    glances[name] = glance_at(value)
    return last is not None and last[1][0] == address(value) and last[2] is not None and last[2] == glances[name]

def read_names(names, namespace, budget, allowed, glances=None, fresh=frozenset(), spare_end=None):
    # {name: (address, fingerprint or None, sampled, whole, reach)}, and the names that were left out for want of time. After a cell
    # glances are kept, and fresh are names of what it surely bound or changed; before it there are none.
    # allowed: seconds for what takes long. spare_end: when the time is up for what the cell seems to have left as it was.
    found = {}
    is_heavy = False
    left = []
    by_id = {}
    is_next = clock() - read_at[0] < QUEUED
    loads = {name: weight(namespace[name]) for name in names if name in namespace}
    if glances is not None:
        # At what is quick to read nobody needs to glance.
        glances.update([(name, None) for name, load in loads.items() if load < HEAVY])
    idle = set()
    for name in [name for name, load in loads.items() if load >= HEAVY and name not in fresh]:
        # Of what takes long, values that names have moved to come first: nobody has read them yet.
        loads[name] += 10
        if spare_end is not None and is_idle(name, namespace[name], known.get(name), glances) and not is_slight(namespace[name]):
            idle.add(name)
            loads[name] += 10
    for place, name in enumerate(sorted(loads, key=loads.get)):
        if loads[name] >= HEAVY and not is_heavy:
            is_heavy, budget = True, budget.at_most(allowed)
        value = namespace[name]
        key = address(value)
        last = known.get(name) if glances is None else None
        if last is not None and last[1][0] == key and (last[2] == glance_at(value) if last[2] is not None else last[0] == turn[0] and (is_heavy or is_next)):
            found[name] = last[1]
            continue
        if key not in by_id:
            entry = (key, None, False, False, frozenset())
            if name in idle:
                budget = budget.at_most(spare_end - thread_clock())
            if budget.is_spent():
                left.append(name)
            else:
                try:
                    # One value does not use up the time of all that follow.
                    entry = (key,) + read_value(value, budget.part(0.6) if loads[name] and place + 1 < len(loads) else budget)
                except Exhausted:
                    left.append(name)
                except Exception:
                    pass
            by_id[key] = entry
        found[name] = by_id[key]
    return found, left, idle

def look_before(source, namespace, budget, allowed):
    # What is large and gives way to another value is not read, unless a function leads to it.
    names = [name for name in mentioned_in_order(source) if is_users(name) and name in namespace]
    if all([leads_nowhere(type(namespace[name])) for name in names]):
        # They lead nowhere, and take no time.
        return read_names(names, namespace, budget, allowed)[0]
    fleeting = replaced_at_once(source)
    lasting = reached_names([name for name in names if name not in fleeting], namespace, source)
    names = lasting + [name for name in names if name in fleeting and name not in lasting and weight(namespace[name]) < HEAVY]
    found = read_names(names, namespace, budget, allowed * 0.6)[0]
    reach = set()
    for name in lasting:
        reach.update(found[name][4])
    others = aliases(lasting, reach, namespace, budget.part(0.25))
    others = [name for name in others if name not in found]
    found.update(read_names(others, namespace, budget, allowed * 0.4)[0])
    return found

def look_after(before, names, namespace, budget, allowed, fresh, spare_end):
    # Everything that is looked at after the cell: {name: entry}, changed, unchanged, and how many names were left out.
    wanted = dict.fromkeys(name for name in names if name in namespace)
    wanted.update(dict.fromkeys(name for name in before if name in namespace))
    glances = {}
    found, left, idle = read_names(wanted, namespace, budget, allowed, glances, fresh, spare_end)
    changed = []
    unchanged = []
    for name, entry in found.items():
        old = before.get(name)
        if old is None or old[0] != entry[0] or old[1] is None or entry[1] is None:
            continue
        if old[1] != entry[1]:
            changed.append(name)
        elif entry[3] and not entry[2]:
            unchanged.append(name)
    turn[0] += 1
    for name in [name for name, last in known.items() if name not in found and (last[2] is None or name not in namespace)]:
        del known[name]
    if len(reaches) > 1000:
        reaches.clear()
    for name, entry in found.items():
        if name in idle and entry[1] is None:
            # It stays known as what it seems to be.
            known[name] = (turn[0],) + known[name][1:]
        else:
            known[name] = (turn[0], entry, (glances[name] if name in glances else glance_at(namespace[name])) if entry[1] is not None else None)
        if len(entry[4]) > 1:
            reaches[name] = (entry[0], entry[4])
    read_at[0] = clock()
    return found, sorted(changed), sorted(unchanged), len(left)
`;
