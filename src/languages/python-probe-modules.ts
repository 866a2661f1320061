// The part of the Python probe that notices modules of the user's own: imported, imported again, or changed on the disk.

/**
 * Defines `local_modules()`. The files of loaded modules are looked up after each cell, and read only when their time or
 * size is another one.
 */
export const modulesSource = String.raw`
MODULES_LIMIT = 300
MODULE_BYTES = 1 << 20
local = {}
checked = set()
modules_seen = {'size': -1, 'last': None}

def module_file(name):
    module = sys.modules.get(name)
    path = vars(module).get('__file__') if type(module) is module_type else None
    if type(path) is not str or not path.endswith('.py') or name == '__main__':
        return None
    path = os.path.abspath(path)
    return None if is_installed(path) or path.startswith(QUIET_FOLDERS) else path

def find_local():
    # Looks at modules that were loaded since the last time.
    size, last = len(sys.modules), next(reversed(sys.modules), None)
    if modules_seen['size'] == size and modules_seen['last'] is last:
        return
    modules_seen['size'], modules_seen['last'] = size, last
    for name in list(sys.modules):
        if type(name) is str and name not in checked:
            checked.add(name)
            path = module_file(name) if len(local) < MODULES_LIMIT else None
            if path is not None:
                local[name] = {'path': path, 'stamp': None, 'hash': None, 'spec': None, 'loaded': None}

def text_print(path, size):
    if size > MODULE_BYTES or watched[0]:
        return None
    with io_open(path, 'rb') as stream:
        return blake2b(stream.read(MODULE_BYTES + 1), digest_size=16).hexdigest()

def look_at_module(name, entry):
    # What happened to the module since the last look: a state, or None.
    module = sys.modules.get(name)
    spec = address(vars(module).get('__spec__')) if type(module) is module_type else None
    stamp = stamp_at(entry['path'])
    if stamp is None:
        return None
    if entry['stamp'] is None:
        entry.update({'stamp': stamp, 'spec': spec, 'hash': text_print(entry['path'], stamp[1])})
        entry['loaded'] = entry['hash']
        return 'imported'
    is_again = spec is not None and spec != entry['spec']
    if stamp == entry['stamp'] and not is_again and entry['path'] not in by_autoreload:
        return None
    last = entry['hash']
    if stamp != entry['stamp']:
        entry.update({'stamp': stamp, 'hash': text_print(entry['path'], stamp[1])})
    entry['spec'] = spec
    # Where the extension patches a module, nothing but its reading shows.
    if is_again or (entry['path'] in by_autoreload and entry['hash'] != entry['loaded']):
        entry['loaded'] = entry['hash']
        return 'reloaded'
    return 'changed' if entry['hash'] != last else None

def reloaded_files():
    # Of what the extension read, files of modules that it loaded again.
    entries = [entry for entry in local.values() if entry['path'] in by_autoreload] if by_autoreload else ()
    return [entry['path'] for entry in entries if text_print(entry['path'], 0) != entry['loaded']]

def local_modules(budget, omitted):
    find_local()
    found = []
    for steps, (name, entry) in enumerate(list(local.items())):
        if steps % 20 == 19 and budget.is_spent():
            omitted.append('Not all modules of your own were looked at.')
            break
        try:
            state = look_at_module(name, entry)
        except Exception:
            continue
        if state is not None and entry['hash'] is None:
            omitted.append('A module of your own was not read.')
        elif state is not None:
            found.append({'name': name, 'path': shown_path(entry['path']), 'hash': entry['hash'], 'state': state})
    return found
`;
