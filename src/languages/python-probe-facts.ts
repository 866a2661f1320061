// The part of the Python probe that gathers what else there is to say of one execution, each fact by itself.

/**
 * Defines `attempt(...)`, `facts_before(state)` and `facts_after(...)`. A fact that fails is said to be unknown; the others are told.
 */
export const factsSource = String.raw`
def attempt(omitted, sentence, work, *given):
    # A step that fails takes no other along and gives None: the sentence says what is not known for it.
    try:
        return work(*given)
    except Exception:
        if sentence not in omitted:
            omitted.append(sentence)

def tell(details, omitted, key, sentence, work, *given):
    try:
        found = work(*given)
    except Exception:
        if sentence not in omitted:
            omitted.append(sentence)
        return
    if found is not None:
        details[key] = found

NO_SEEDS = 'Seeds were not looked for.'
NO_ADDRESSES = 'Addresses were not looked for.'
NO_MODULES = 'Modules of your own were not looked at.'
NO_TRACKERS = 'Runs of experiment trackers were not looked for.'
NO_COST = 'What the execution took could not be measured.'

def facts_before(state):
    omitted = state['omitted']
    if state['is_still']:
        state['raw'] = state['seeds'] = {}
    else:
        state['raw'] = {name: kept[1] for name, kept in prints.items()}
    if not state['is_still'] or names_seeds(state['source']):
        state['seeds'] = attempt(omitted, NO_SEEDS, seeds_now) or {}
    attempt(omitted, NO_ADDRESSES, start_addresses)
    state['cost'] = attempt(omitted, NO_COST, cost_now)

DISPLAYED = re.compile(r'\b(?:display|print)\(\s*([^\W\d]\w*)\s*[,)]')

@once
def displayed_names(source):
    return tuple(DISPLAYED.findall(source[:SOURCE_LIMIT]))

TARGETS = re.compile(r'(?:^|;)\s*([^\W\d][\w, ]*?)\s*(?::[^=\n;]{0,100})?=(?!=)|\bfor\s+([\w, ]+?)\s+in\b|([^\W\d]\w*)\s*:=')
@once
def target_names(source):
    found = {}
    for line in outer_lines(source):
        if '=' in line or 'for' in line:
            for groups in TARGETS.findall(line):
                found.update(dict.fromkeys(IDENTIFIER.findall(','.join(groups))))
    return tuple(found)

def assigned_atoms(source, namespace, taken):
    # Names of atoms that the cell assigned anew to an equal object: addresses do not tell.
    return [name for name in target_names(source) if name in namespace and name not in taken and is_atom(type(namespace[name])) and is_users(name)]

UPDATED = re.compile(r'(?<![\w.])([^\W\d]\w*)\s*(?:[.\[][^=\n]{0,100}?[\])\w]\s*[-+*/]?=(?!=)|\.(?:update|setdefault|set_params|append)\()')

@once
def names_of_updates(source):
    return tuple(dict.fromkeys(UPDATED.findall(source[:SOURCE_LIMIT]))) if '.' in source or '[' in source else ()

def updated_names(source, values, namespace):
    # Names of values that cannot be told from before, and that the cell's text changes in place.
    return [name for name in names_of_updates(source) if name in namespace and name not in values and is_users(name)]

def told_again(source, values, namespace, taken):
    return assigned_atoms(source, namespace, taken) + updated_names(source, values, namespace)

def seconds_taken(details, state, ended):
    # Of the processor, since a cell that waits takes no time from anybody; of the clock where the system does not tell.
    if ended is None or state['cost'] is None:
        return 0.0
    wall = ended['ended'] - state['cost']['begun']
    cpu = details.get('cost', {}).get('cpuMs')
    return wall if cpu is None else min(wall, cpu / 1000)

NO_SCALARS = 'Parameters and metrics could not be read.'

def holds_texts(value):
    # True for a collection of the interpreter's own of which the first element, or key, is a text.
    kind = type(value)
    if not (is_container(kind) or kind is set or kind is frozenset or kind is OrderedDict or type_name(kind) in ('collections.Counter', 'collections.defaultdict')):
        return False
    for part in value:
        return type(part) is str
    return False

def texts_in(names, namespace, shown):
    found = [name for name in names if name in namespace and holds_texts(namespace[name])]
    return (found + ['_']) if holds_texts(shown) else found

def facts_after(state, namespace, ended, shown, details, omitted):
    # Takes what the execution bound, rebound and changed from the details.
    source = state['source']
    budget = Budget(BUDGET * 0.2)
    names = dict.fromkeys(details['bound'] + details['rebound'] + details.get('changed', []))
    more = attempt(omitted, NO_SCALARS, told_again, source, details.get('values', {}), namespace, names) or ()
    scalars = list(names) + [name for name in more if name not in names]
    pairs = [(name, namespace[name]) for name in (*names, *displayed_names(source)) if name in namespace]
    if shown is not None:
        pairs.insert(0, ('_', shown))
    streams = [name for name in names if name in namespace and not is_atom(type(namespace[name]))]
    sampled = frozenset(details.get('sampled', ()))
    prints = {name: value for name, value in details.get('values', {}).items() if name not in sampled}
    tell(details, omitted, 'cost', NO_COST, cost_between, state['cost'], ended)
    tell(details, omitted, 'localModules', NO_MODULES, local_modules, budget, omitted)
    tell(details, omitted, 'trackers', NO_TRACKERS, tracker_runs)
    tell(details, omitted, 'seedings', NO_SEEDS, seedings_of, state, streams, namespace, details.get('streams', {}))
    tell(details, omitted, 'addresses', NO_ADDRESSES, addresses_of, state['texts'], [namespace[name] for name in details.get('types', {}) if name in namespace])
    tell(details, omitted, 'scalars', NO_SCALARS, scalars_of, scalars, namespace, budget, omitted)
    tell(details, omitted, 'texts', 'Which collections hold texts is not known.', texts_in, details.get('types', {}), namespace, shown)
    tell(details, omitted, 'profiles', 'Frames and arrays could not be described.', profiles_of, pairs, prints, budget, seconds_taken(details, state, ended), omitted)
`;
