// The part of the Python probe that notes which of the user's files an execution opened.

/**
 * Defines `listen()`, `start_files()` and `stop_files(omitted)`. The audit hook only notes paths while a cell runs; it
 * cannot be taken away again, so it never raises and is a single test when no cell runs.
 */
export const filesSource = String.raw`
FILES_LIMIT = 200
HASHED = 1 << 18
noted = []
listening = [False]
# Set once the user's code listens as well: then nothing is done any more that it would hear.
watched = [False]
first_folder = os.getcwd() if os.path.isdir('.') else ''
home = os.path.expanduser('~')
OWN_FOLDERS = tuple(
    os.path.realpath(folder) + os.sep
    for folder in (sys.prefix, sys.base_prefix, sys.exec_prefix, os_folder)
    if folder and os.path.realpath(folder) not in (os.sep, home)
)
QUIET_FOLDERS = tuple(
    [os.path.join(home, name) + os.sep for name in ('.ipython', '.cache', '.jupyter', '.matplotlib', '.config', os.path.join('.local', 'share', 'jupyter'), os.path.join('.local', 'lib'), 'Library')]
    + ['/proc/', '/dev/', '/sys/', '/etc/', '/usr/share/', '/usr/lib/', '/System/', '/Library/']
)
QUIET_ENDINGS = ('.ttf', '.otf', '.afm', '.pfb', '.so', '.dylib', '.dll', '.pyd')

def is_installed(path):
    if os.sep + 'site-packages' + os.sep in path or os.sep + 'dist-packages' + os.sep in path:
        return True
    if first_folder not in ('', os.sep) and path.startswith(first_folder + os.sep):
        return False
    return path.startswith(OWN_FOLDERS)

def open_mode(mode, flags):
    if type(mode) is str:
        if '+' in mode and 'w' not in mode and 'x' not in mode or 'a' in mode:
            return 'update'
        return 'write' if 'w' in mode or 'x' in mode else 'read'
    if type(flags) is int and flags & (os.O_WRONLY | os.O_RDWR):
        return 'write' if flags & os.O_TRUNC else 'update'
    return 'read'

def note(path, mode):
    if type(path) is bytes:
        path = os.fsdecode(path)
    if type(path) is not str or len(noted) >= 5000:
        return
    path = os.path.abspath(path)
    if mode == 'update' and not os.path.lexists(path):
        mode = 'write'
    noted.append((path, mode))

def on_audit(event, args):
    if event == 'sys.addaudithook':
        watched[0] = True
    if not listening[0]:
        return
    try:
        if event == 'open':
            note(args[0], open_mode(args[1], args[2]))
        elif event == 'os.rename':
            note(args[0], 'update')
            note(args[1], 'write')
        elif event == 'os.remove':
            note(args[0], 'update')
        elif event == 'os.truncate':
            note(args[0], 'update')
        elif event == 'sqlite3.connect' and args[0] != ':memory:':
            note(args[0], 'update')
    except BaseException:
        pass

def source_of_cache(path):
    # The module whose compiled form was read; None for what else lies in such a folder.
    folder, name = os.path.split(path)
    return os.path.join(os.path.dirname(folder), name.split('.')[0] + '.py') if name.endswith('.pyc') else None

def merged(end):
    # {path: mode} of the user's files, and whether there was time for all.
    modes = {}
    for steps, (path, mode) in enumerate(dict.fromkeys(noted)):
        if steps % 100 == 99 and clock() > end:
            return modes, False
        if path.endswith('.pyc') and is_installed(path):
            continue
        if os.sep + '__pycache__' + os.sep in path:
            path = source_of_cache(path) if mode == 'read' else None
        if path is None or is_installed(path) or path.startswith(QUIET_FOLDERS) or path.endswith(QUIET_ENDINGS) or os.sep + 'ipykernel_' in path:
            continue
        last = modes.get(path)
        if last is None or (last == 'read' and mode == 'update'):
            modes[path] = mode
        elif last == 'read' and mode == 'write':
            modes[path] = 'update'
    return modes, True

def shown_path(path):
    if first_folder and path.startswith(first_folder + os.sep):
        path = path[len(first_folder) + 1:]
    return path.replace(os.sep, '/')

def describe(path, mode, budget):
    size = modified = content = None
    try:
        found = os.stat(path)
        if S_ISDIR(found.st_mode):
            return None
        size, modified = found.st_size, int(found.st_mtime * 1000)
        if S_ISREG(found.st_mode) and size <= HASHED and budget['bytes'] >= size and clock() < budget['end']:
            budget['bytes'] -= size
            with io_open(path, 'rb') as stream:
                content = blake2b(stream.read(HASHED), digest_size=16).hexdigest()
    except Exception:
        pass
    return {'path': shown_path(path), 'mode': mode, 'size': size, 'modified': modified, 'hash': content}

def start_files():
    del noted[:]
    listening[0] = True

def stop_files(omitted, seconds):
    listening[0] = False
    if not noted:
        return []
    if len(noted) >= 5000:
        omitted.append('The cell opened so many files that not all were noted.')
    end = clock() + seconds
    modes, is_all = merged(end)
    if not is_all and len(noted) < 5000:
        omitted.append('The cell opened so many files that not all were noted.')
    del noted[:]
    if len(modes) > FILES_LIMIT:
        omitted.append('%d of %d files are not listed.' % (len(modes) - FILES_LIMIT, len(modes)))
    budget = {'bytes': 4 * HASHED, 'end': end}
    found = [describe(path, mode, budget) for path, mode in sorted(modes.items())[:FILES_LIMIT]]
    return [entry for entry in found if entry is not None]

def listen():
    if hasattr(sys, 'addaudithook'):
        sys.addaudithook(on_audit)
`;
