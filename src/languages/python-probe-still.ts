// The part of the Python probe that tells what cells did in which nothing can have run but their own text.

/**
 * Defines `is_still(source, namespace)`, `still_values(...)` and `still_facts(...)`. Most small cells are of this kind: for them it is neither asked
 * which streams moved, nor which files were opened unheard, nor what one value shares with another. What is told is the same as without.
 */
export const stillSource = String.raw`
# As they were when the probe came: code of the user's may stand under one of their names.
USUAL_BUILTINS = __builtins__

def line_magics():
    # IPython takes a line that begins with one of their names, where nothing else has it, for theirs.
    found = getattr(getattr(ip, 'magics_manager', None), 'magics', None)
    found = found.get('line') if type(found) is dict else None
    return found if type(found) is dict else {}

def is_still(source, namespace):
    # Whether a cell names nothing but values that lead nowhere, what is not there yet and no magic either, and builtins, and nothing runs with it.
    if watched[0] or not names_all(source) or not is_usual():
        return False
    own = namespace.get('__builtins__')
    own = vars(own) if type(own) is module_type else own
    if type(own) is not dict:
        return False
    magics = line_magics()
    for name in mentioned(source):
        value = namespace.get(name, NOTHING)
        if value is NOTHING:
            if name in magics:
                return False
            if own.get(name) is not USUAL_BUILTINS.get(name) and name in own:
                return False
        elif not is_atom(type(value)):
            return False
    return True

def small_entries(names, namespace):
    # The same as read_names gives; None where one of the values takes more than a look.
    found = {}
    for name in names:
        value = namespace[name]
        content = print_of_small(value)
        if content is None:
            return None
        found[name] = (address(value), content, False, True, NO_REACH)
    return found

def still_before(source, namespace):
    # The same as look_before gives.
    return small_entries([name for name in mentioned_in_order(source) if is_users(name) and name in namespace], namespace)

def still_values(state, compared, namespace):
    # The same as changes_of gives, where all that the cell names and binds is small; None otherwise.
    bound, rebound, deleted, moved, is_shown = compared
    source, before = state['source'], state['entries']
    names = [name for name in mentioned_in_order(source) if name in namespace and is_shown(name)]
    names = list(dict.fromkeys(names + sorted(bound)[:NAMES_LIMIT] + sorted(rebound)[:NAMES_LIMIT]))
    found = small_entries(dict.fromkeys(names + [name for name in before if name in namespace]), namespace) if not watched[0] else None
    if found is None:
        return None
    view_of(namespace).is_plain = True
    replaced = [name for name in names if name not in moved and was_replaced(before.get(name), found.get(name), source, name, state['ok'])]
    rebound.extend([name for name in replaced if name not in rebound])
    kept = [name for name, entry in found.items() if name in before and before[name][0] == entry[0] and name not in replaced and is_shown(name)]
    forget_owners(found)
    # What was read before stays known: nothing in the cell can have changed it.
    known.update([(name, (turn[0], entry, None)) for name, entry in found.items()])
    shown = [name for name in found if is_shown(name)][:NAMES_LIMIT]
    return {
        'values': {name: found[name][1] for name in shown},
        'sampled': [],
        'changed': sorted([name for name in kept if before[name][1] != found[name][1]]),
        'unchanged': sorted([name for name in kept if before[name][1] == found[name][1]]),
        'types': {name: type_name(type(namespace[name])) for name in shown},
        'shared': [],
    }

def still_facts(state, namespace, ended, details, omitted):
    # The same as facts_after tells.
    names = dict.fromkeys(details['bound'] + details['rebound'] + details['changed'])
    more = attempt(omitted, NO_SCALARS, told_again, state['source'], details['values'], namespace, names) or ()
    tell(details, omitted, 'cost', NO_COST, cost_between, state['cost'], ended)
    details['localModules'] = []
    if is_outside_due[0]:
        tell(details, omitted, 'localModules', NO_MODULES, local_modules, Budget(BUDGET * 0.2), omitted)
    tell(details, omitted, 'trackers', NO_TRACKERS, tracker_runs)
    tell(details, omitted, 'seedings', NO_SEEDS, seedings_of, state, [], namespace, {})
    tell(details, omitted, 'addresses', NO_ADDRESSES, addresses_of, state['texts'], [])
    tell(details, omitted, 'scalars', NO_SCALARS, scalars_of, [*names, *more], namespace, Budget(BUDGET * 0.2), omitted)
    details['texts'], details['profiles'] = [], {}
`;
