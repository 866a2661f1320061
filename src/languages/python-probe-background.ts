// The part of the Python probe that learns, beside the user's cells, what takes long: hardware, origins, the repository.

/**
 * Defines `begin_aside()`, `look_aside(details)` and `tell_again()`. Two kinds of messages come of it: `details` of the
 * environment, and `code` beside the notebook. A thread gathers them, the kernel's own loop sends them between cells.
 */
export const backgroundSource = String.raw`
PART_LIMIT = 150000
outbox = []
told = {'details': None, 'code': []}
gathering = allocate_lock()
opening = {'settings': {}, 'entries': [], 'is_gpu_open': False}

def deliver(_=None):
    while outbox:
        send(dict(outbox[0]))
        outbox.pop(0)

def deliver_soon():
    # Where the kernel has no loop of this kind, the next report takes it along.
    loop = getattr(getattr(ip, 'kernel', None), 'io_loop', None)
    if loop is not None:
        loop.add_callback(quietly(deliver), None)

def on_thread(work):
    def body():
        own_threads.add(get_ident())
        try:
            work()
            deliver_soon()
        finally:
            own_threads.discard(get_ident())
    aside(body)

def fit_details(message):
    while size_of(message) > SIZE_LIMIT and (message['origins'] or message['indexed']):
        longer = 'origins' if size_of(message['origins']) > size_of(message['indexed']) else 'indexed'
        message[longer] = message[longer][:len(message[longer]) // 2]
        message['unknown']['origins'] = 'There are too many distributions to tell the origin of each.'
    return message

def gather_details():
    found, unknown = {}, {}
    surroundings(found, unknown, opening['settings'])
    found['hardware'] = hardware(unknown)
    opening['is_gpu_open'] = 'hardware.gpus' in unknown
    message = {'kind': 'details', 'details': found, 'origins': [], 'indexed': [], 'unknown': unknown}
    read = {}
    learn(read, unknown, 'origins', 'The origins of distributions could not be read.', lambda: origins(opening['entries']))
    message['origins'], message['indexed'] = read.get('origins', ([], []))
    if metadata is None:
        unknown['packages'] = 'This Python has no importlib.metadata that could tell what is installed.'
    told['details'] = fit_details(message)
    outbox.append(told['details'])

def gather_code(after=None, is_moved=False, is_fresh=True):
    # One after the other, so that states are told in their order.
    with gathering:
        later = look_at_repository(after, is_moved)
        if is_fresh:
            gather_modules()
        if later is not None:
            outbox.append(later)

def gather_modules():
    # All modules, with the repository as it was first.
    texts, unknown = [], {}
    try:
        texts = module_texts({name: entry['path'] for name, entry in list(local.items())}, unknown)
    except Exception:
        unknown['modules'] = 'Modules of your own could not be read.'
    parts, size = [[]], 0
    for entry in texts:
        size += len(entry[2] or '')
        if size > PART_LIMIT:
            parts.append([])
            size = len(entry[2] or '')
        parts[-1].append(entry)
    state, reasons = fit_state(beside['first'], size_of(parts[0]))
    messages = [{'kind': 'code', 'folder': tidy(first_folder), 'git': state, 'modules': parts[0], 'unknown': dict(unknown, **reasons), 'isFirst': True}]
    messages += [{'kind': 'code', 'modules': part} for part in parts[1:]]
    told['code'] = messages
    outbox.extend(messages)

def begin_aside():
    opening['settings'] = settings_now()
    opening['entries'] = list(dists.values())
    def work():
        gather_code()
        gather_details()
    on_thread(work)
    # By itself: a folder below may be one of another computer's that does not answer.
    on_thread(watch_all)

def look_aside(details):
    # After a cell: new modules of the user's own, another commit, a module edited on the disk (the difference to the commit is
    # another one then), and graphics processors that a framework has found meanwhile.
    deliver()
    states = {entry['state'] for entry in details.get('localModules', ())}
    is_fresh = bool(states - {'changed'}) and not watched[0]
    is_moved = attempt([], '', has_moved) or ('changed' in states and bool(beside['marks'][0]))
    if is_fresh or is_moved:
        gather = lambda: gather_code(details['msg'], is_moved, is_fresh)
        # A hook of the user's would hear of a thread; then git is not asked either.
        gather() if watched[0] else on_thread(gather)
    if opening['is_gpu_open'] and told['details'] is not None:
        found = gpus_of_frameworks()
        if found is not None:
            opening['is_gpu_open'] = False
            told['details']['details']['hardware']['gpus'] = found
            told['details']['unknown'].pop('hardware.gpus', None)
            outbox.append(told['details'])
            deliver()

def tell_again():
    for message in ([told['details']] if told['details'] is not None else []) + told['code'] + list(later_states):
        send(dict(message))
`;
