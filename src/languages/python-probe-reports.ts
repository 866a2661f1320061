// The part of the Python probe that listens to IPython and sends what it has to say.

/**
 * Registers the hooks and sends the first message. A second installation sends it again, with the last reports, so
 * that a reloaded page learns what ended meanwhile.
 */
export const reportsSource = String.raw`
NAMES_LIMIT = 2000
SIZE_LIMIT = 250000
KEPT_IN_SMALL = frozenset(('kind', 'msg', 'cell', 'n', 'ok', 'at', 'bound', 'rebound', 'deleted', 'imported', 'modules', 'packageChanges', 'streams', 'cost'))
pending = {}
# The last reports, as texts: no objects for the interpreter to go through.
ring = deque(maxlen=200)
hello = {}

def current_msg():
    try:
        parent = ip.get_parent() if hasattr(ip, 'get_parent') else ip.kernel.get_parent()
    except Exception:
        parent = getattr(ip, 'parent_header', None) or {}
    return (parent.get('header') or parent).get('msg_id')

def cut(names, what, omitted):
    if len(names) > NAMES_LIMIT:
        omitted.append('%d of %d names that were %s are not listed.' % (len(names) - NAMES_LIMIT, len(names), what))
    return names[:NAMES_LIMIT]

NO_STREAMS = 'Streams of random numbers could not be compared.'
NO_FILES = 'Files that were used are not known.'
NO_FACTS = 'Not all facts could be told.'
NO_BEFORE = 'What values were before the cell could not be read.'

def take_before(source):
    # The time that is used here is missing afterwards.
    begun = thread_clock()
    namespace = users_namespace()
    omitted = []
    unread_streams.clear()
    still = is_still(source, namespace)
    state = {'source': source, 'names': take_snapshot(namespace), 'omitted': omitted, 'texts': [], 'named': {}, 'begun': wall_clock(), 'cost': None, 'is_still': still, 'is_silent': False}
    state['streams'] = {} if still else attempt(omitted, NO_STREAMS, look_at_streams, namespace)
    state['entries'] = still_before(source, namespace) if still else None
    if state['entries'] is None:
        state['entries'] = attempt(omitted, NO_BEFORE, look_before, source, namespace, Budget(BUDGET * 0.4), allowance(lengths.get(hash(source), 0.0)) * 0.5) or {}
    state['is_plain'] = still or reaches_nothing(source, namespace)
    state['spent'] = thread_clock() - begun
    attempt(omitted, NO_FILES, data_before, state, namespace)
    attempt(omitted, NO_FILES, start_files, state['is_silent'])
    attempt(omitted, NO_FACTS, facts_before, state)
    return state

def types_of(names, namespace):
    types = {name: type_name(type(namespace[name])) for name in names}
    return types if None not in types.values() else {name: kind for name, kind in types.items() if kind is not None}

def changes_of(state, compared, namespace, budget, allowed, spare_end, omitted):
    # What is said about values: read within the budget, and nothing when reading fails.
    bound, rebound, deleted, moved, is_shown = compared
    source = state['source']
    names = [name for name in mentioned_in_order(source) if name in namespace and is_shown(name)]
    names = list(dict.fromkeys(names + sorted(bound)[:NAMES_LIMIT] + sorted(rebound)[:NAMES_LIMIT]))
    before = state['entries']
    view_of(namespace).is_plain = state['is_plain'] and spare_end is None and reaches_nothing(source, namespace)
    if spare_end is not None and any([calls_users_code(namespace[name]) for name in names]):
        # What it does to values that it is handed, no text of the cell tells.
        spare_end = None
    fresh = moved if spare_end is None else moved.union(surely_assigned(source), changed_in_text(source))
    found, changed, unchanged, left = look_after(before, names, namespace, budget, allowed, fresh, spare_end)
    if left:
        omitted.append('The time for one cell was used up. Values that were not read: %d.' % left)
    replaced = [
        name for name in names
        if name not in moved and was_replaced(before.get(name), found.get(name), source, name, state['ok'])
        and type(namespace[name]) is not module_type
    ]
    rebound.extend(name for name in replaced if name not in rebound)
    found = {name: entry for name, entry in list(found.items())[:NAMES_LIMIT] if is_shown(name)}
    kept = frozenset(replaced)
    return {
        'values': {name: entry[1] for name, entry in found.items() if entry[1] is not None},
        'sampled': sorted(name for name, entry in found.items() if entry[2]),
        'changed': [name for name in changed if name not in kept and is_shown(name)],
        'unchanged': [name for name in unchanged if name not in kept and is_shown(name)],
        'types': types_of(found, namespace),
        'shared': shared_groups(frozenset(found), namespace, budget.part(0.2)),
    }

def make_report(state, ended, shown):
    begun = thread_clock()
    omitted = state['omitted']
    hears = listening[0]
    listening[0] = False
    namespace = users_namespace()
    left = max(BUDGET * 0.3, BUDGET - state['spent'])
    files = attempt(omitted, NO_FILES, data_files, state, namespace, omitted, left * 0.25) if hears else None
    took = time_taken(state['cost'], ended)
    remember_length(state['source'], took)
    allowed = max(allowance(took) * 0.5, allowance(took) - state['spent'])
    compared = compare(state['names'], namespace)
    if len(state['source']) > SOURCE_LIMIT:
        omitted.append('The cell is too long to be searched for names in full.')
    spare_end = spare_until(took, state['spent'], begun)
    still = attempt([], '', still_values, state, compared, namespace) if state['is_still'] and spare_end is None else None
    details = still or attempt(omitted, 'The values could not be read.', changes_of, state, compared, namespace, Budget(left * 0.85), allowed, spare_end, omitted) or {'values': {}}
    bound, rebound, deleted = map(sorted, compared[:3])
    judge_outside(state['is_still'])
    # Before the modules that were loaded are looked up among them.
    installs = attempt(omitted, 'What is installed may have changed and could not be read again.', package_changes, omitted) or []
    imported, modules = ({}, {}) if watched[0] else attempt(omitted, 'Which distributions were imported is not known.', imports) or ({}, {})
    details.update({
        'kind': 'report',
        'bound': cut(bound, 'bound', omitted), 'rebound': cut(rebound, 'rebound', omitted), 'deleted': cut(deleted, 'deleted', omitted),
        'imported': imported, 'modules': modules, 'packageChanges': installs, 'omitted': omitted,
    })
    if state['is_still']:
        details['streams'] = {}
    elif state['streams'] is not None:
        tell(details, omitted, 'streams', NO_STREAMS, streams_since, state['streams'], namespace)
    if unread_streams:
        omitted.append('Of some streams of random numbers the state could not be read: %s.' % ', '.join(sorted(unread_streams)[:20]))
    if files is not None and (is_heard[0] or files):
        details['files'] = files
    if still and is_atom(type(shown)):
        attempt(omitted, NO_FACTS, still_facts, state, namespace, ended, details, omitted)
    else:
        attempt(omitted, NO_FACTS, facts_after, state, namespace, ended, shown, details, omitted)
    return details

def size_of(message):
    return len(dumps(message, default=str))

def fit(report, size, limit, names):
    if size <= limit:
        return report
    small = {key: part for key, part in report.items() if key in KEPT_IN_SMALL}
    small['values'] = {}
    small['omitted'] = report['omitted'] + ['The report was too large; values were left out.']
    if size_of(small) > limit:
        for part in ('bound', 'rebound', 'deleted'):
            small[part] = report[part][:names]
        small['omitted'] = report['omitted'] + ['The report was too large; values and most names were left out.']
    if size_of(small) > limit:
        small.update({'bound': [], 'rebound': [], 'deleted': [], 'imported': {}, 'modules': {}})
    return small

def before_cell(info):
    try:
        msg = current_msg()
        state = pending.get(msg)
        if state is not None:
            state[0] += 1
            return
        while len(pending) > 64:
            pending.pop(next(iter(pending)))
        source = getattr(info, 'raw_cell', None)
        source = source if type(source) is str else ''
        pending[msg] = [1, take_before(source)]
    except Exception:
        pass

def after_cell(result):
    try:
        ended = attempt([], NO_COST, cost_now)
        msg = current_msg()
        state = pending.get(msg)
        if state is None:
            return
        # A magic such as %%capture runs cells inside the cell: only the outermost is an execution.
        state[0] -= 1
        if state[0] > 0:
            return
        del pending[msg]
        ok = result.error_before_exec is None and result.error_in_exec is None
        state[1]['ok'] = ok
        report = make_report(state[1], ended, getattr(result, 'result', None))
        info = getattr(result, 'info', None)
        cell = getattr(info, 'cell_id', None)
        report['msg'] = msg
        report['cell'] = cell if type(cell) is str else None
        report['n'] = getattr(result, 'execution_count', None)
        report['ok'] = ok
        report['at'] = wall_clock()
        text = text_of_message(report)
        short = fit(report, len(text), 4096, 20)
        ring.append(text if short is report else write_json(short))
        fitted = fit(report, len(text), SIZE_LIMIT, 200)
        send(fitted, text if fitted is report else None, True)
        deliver_hashes()
        look_aside(report)
    except Exception:
        pass

def greet():
    is_first = not hello
    if is_first:
        start = clock()
        hello.update(environment())
        watch_packages()
        hello['tookMs'] = round((clock() - start) * 1000, 1)
    message = dict(hello)
    message['kind'] = 'hello'
    send(message)
    if is_first:
        begin_aside()
    else:
        tell_again()
    reports = list(map(loads, ring))
    for start in range(0, len(reports), 50):
        send({'kind': 'ring', 'reports': reports[start:start + 50]})

def quietly(work, leave=None):
    # The collector stands still, so that no finaliser of the user's runs earlier than without the probe. Also an
    # interrupt ends here: IPython would print a traceback of ours into the cell. What leaves comes when all else is let go.
    def hook(argument):
        collects = gc.isenabled()
        try:
            gc.disable()
            free_gaps()
            attempt([], '', begin_turn)
            work(argument)
        except BaseException:
            pass
        finally:
            try:
                end_turn()
                if leave is not None:
                    leave()
            except BaseException:
                pass
            finally:
                if collects:
                    gc.enable()
    return hook

def install():
    listen()
    attempt([], '', begin_watching)
    attempt([], '', count_entropy, sys.modules.get('random'))
    ip.events.register('pre_run_cell', quietly(before_cell, fill_gaps))
    ip.events.register('post_run_cell', quietly(after_cell))
    ip._retrace_greet = greet
    greet()
`;
