// The part of the Python probe that tells which names lead to one value, or to one memory.

/**
 * Defines `aliases(...)` and `shared_groups(...)`. A value that could be reached by another name is looked at as well. What small
 * containers hold is compared at once: only where something is found, they are gone through one by one.
 */
export const aliasesSource = String.raw`
ALIAS_LIMIT = 200
SMALL = 50
AT_ONE_TIME = 400
# By name: address of the value when it was read last, and what it led to; the same and the owners of its memory.
reaches = {}
owned = {}
IS_REVERSIBLE = hasattr(dict, '__reversed__')

def children(value):
    # Addresses one level down, for containers that are not large.
    kind = type(value)
    if is_container(kind):
        size = len(value)
        if size > SMALL:
            # Large collections are mostly of one kind.
            parts = value.values() if kind is dict else value
            if is_atom(type(next(iter(parts)))) and is_atom(type(next(reversed(parts)) if kind is not dict or IS_REVERSIBLE else None)):
                return ()
        # Also those of atoms, which nobody asks for.
        return map(address, value.values() if kind is dict else value) if size <= 1000 else ()
    try:
        state = class_of(value)[1] if class_module(kind) == '__main__' else None
    except Exception:
        state = None
    return map(address, tuple(state.__get__(value).values())) if state is not None else ()

def holders(own, places, view, budget):
    # Names of lists, tuples and dicts that hold one of the objects.
    for sort in (SEQUENCE, TABLE) if places else ():
        found = with_sort(view, sort)
        for start in range(0, len(found), AT_ONE_TIME):
            if budget.is_spent():
                return
            part = found[start:start + AT_ONE_TIME]
            values = list(map(view.values.__getitem__, part))
            small = values if max(map(len, values)) <= SMALL else [value for value in values if len(value) <= SMALL]
            row = spots_of(tuple(chain.from_iterable(small if sort == SEQUENCE else map(dict.values, small))))
            is_near = bool(found_at(places, row))
            for at, value in zip(part, values) if is_near or len(small) < len(values) else ():
                if (is_near or len(value) > SMALL) and not own.isdisjoint(children(value)):
                    yield view.names[at]

def owners_in(view, budget):
    # {position: owners} of the user's arrays, frames and tensors: of one that no cell touched since, as they were told last.
    found = {}
    spots = numbers_of(view.value_places)
    for steps, at in enumerate(found_at(memory_classes(), view.kind_places())):
        if steps % 20 == 19 and budget.is_spent():
            break
        name, spot = view.names[at], spots[at]
        if not is_users(name):
            continue
        last = owned.get(name)
        if last is None or last[0] != spot:
            last = owned[name] = (spot, memory_of(view.values[at]))
        found[at] = last[1]
    return found

def is_own_class(kind):
    try:
        return class_module(kind) == '__main__'
    except Exception:
        return False

def positions_of_instances(view):
    # Those that attributes may lead on from: of the notebook's own classes. Each class is asked once.
    found, is_own = [], {}
    kinds = numbers_of(view.kind_places())
    for at in with_sort(view, OTHER):
        kind = kinds[at]
        if kind not in is_own:
            is_own[kind] = is_own_class(type(view.values[at]))
        if is_own[kind]:
            found.append(at)
    return found

def forget_owners(names):
    # Of what a cell may have touched.
    if len(owned) > 5000:
        owned.clear()
    for name in names:
        owned.pop(name, None)

def aliases(names, reach, namespace, budget):
    # Other names whose value is, holds, or shares memory with something that the given names lead to.
    own = set(reach)
    # Of arrays in containers and attributes.
    owners = {found for found in reach if type(found) is tuple}
    owners_for_frames = owners.copy()
    lazy = copies_on_write()
    for name in names:
        value = namespace[name]
        if leads_nowhere(type(value)):
            continue
        if not is_fixed(value):
            own.add(address(value))
        memory = memory_of(value)
        owners.update(memory)
        if memory and not (lazy and is_frame(value)):
            owners_for_frames.update(memory)
    places = frozenset([turned(key) for key in own if type(key) is int])
    own.update(owners)
    if not own:
        return []
    view = view_of(namespace).with_values()
    sorts = sorts_of(view)
    direct = [view.names[at] for at in found_at(places, view.value_places) if sorts[at] != NOTHING_IN_IT][-ALIAS_LIMIT:]
    found = direct[::-1] + list(islice(holders(own, places, view, budget), ALIAS_LIMIT))
    # Values that led to one of the addresses when they were read last.
    for name, (key, reach) in reaches.items():
        if not own.isdisjoint(reach) and name in namespace and address(namespace[name]) == key:
            found.append(name)
    near = owners_in(view, budget) if owners else {}
    for at, memory in near.items():
        # Frames that copy on write show no change of each other's values.
        if memory and not memory.isdisjoint(owners_for_frames if is_frame(view.values[at]) else owners):
            found.append(view.names[at])
    for steps, at in enumerate(positions_of_instances(view)):
        if len(found) >= 2 * ALIAS_LIMIT or (steps % 20 == 19 and budget.is_spent()):
            break
        if not own.isdisjoint(children(view.values[at])):
            found.append(view.names[at])
    taken = frozenset(names)
    return [name for name in dict.fromkeys(found) if name not in taken and is_users(name)]

def is_fixed(value):
    # What is never changed in place, or holds nothing itself.
    kind = type(value)
    return kind is tuple or kind is frozenset or kind is range or kind is FunctionType or kind is types.BuiltinFunctionType or is_class(value)

def copies_on_write():
    found = sys.modules.get('pandas')
    version = vars(found).get('__version__') if type(found) is module_type else None
    return type(version) is str and version.split('.')[0].isdigit() and int(version.split('.')[0]) >= 3

def shared_groups(mentions, namespace, budget):
    # Names of one mutable object or of one memory, where the cell mentions one of them.
    forget_owners(mentions)
    groups = {}
    owners = {}
    for name in mentions:
        value = namespace[name]
        if not is_atom(type(value)) and type(value) is not module_type and not is_fixed(value):
            groups[spot_of(value)] = set()
            owners.update((owner, set()) for owner in memory_of(value))
    if not groups:
        return []
    view = view_of(namespace).with_values()
    places = numbers_of(view.value_places)
    for at in found_at(frozenset(groups), view.value_places):
        if is_users(view.names[at]):
            groups[places[at]].add(view.names[at])
    for at, memory in owners_in(view, budget).items() if owners else ():
        for owner in memory:
            if owner in owners:
                owners[owner].add(view.names[at])
    found = []
    lazy = copies_on_write()
    for group in list(groups.values()) + list(owners.values()):
        if len(group) < 2:
            continue
        if lazy and len(frozenset([address(namespace[name]) for name in group])) > 1 and all([is_frame(namespace[name]) for name in group]):
            continue
        found.append(sorted(group)[:50])
    return [list(group) for group in sorted(frozenset(map(tuple, found)))[:100]]
`;
