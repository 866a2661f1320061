// The part of the Python probe that hears which of the user's files an execution opened.

/**
 * Defines `listen()`, `start_files()`, `is_own_thread()` and `opened_files(...)`. The audit hook only notes paths while a cell runs; it
 * cannot be taken away again, so it never raises and is a test or two when no cell runs.
 */
export const filesSource = String.raw`
NOTES_LIMIT = 25000
noted = {}
# Those among them that are databases of SQLite.
databases = set()
AUTORELOAD = ('IPython.extensions.autoreload', 'IPython.extensions.deduperreload')
# Files of modules that the extension read.
by_autoreload = set()
listening = [False]
# Set once the user's code listens as well: then nothing is done any more that it would hear.
watched = [False]
# A lock for each thread of the probe's that does what a hook would hear, held until it did: none waits for another one.
acting = []
# Set by the hook itself, which a kernel may refuse.
is_heard = [False]
# Set where the working folder is made another one.
has_gone = [True]
# The thread of the probe that reads files, which is no cell's doing.
hasher = [None]
started = [False]
# Whether the cell wrote where libraries are.
is_installing = [False]
# Threads of the probe's, which are no cell's doing either.
own_threads = set()
first_folder = os.getcwd() if os.path.isdir('.') else ''
home = os.path.expanduser('~')
OWN_FOLDERS = tuple(
    os.path.realpath(folder) + os.sep
    for folder in (sys.prefix, sys.base_prefix, sys.exec_prefix, os_folder)
    if folder and os.path.realpath(folder) not in (os.sep, home)
)
# Where libraries keep what they found out, wherever the user put it.
KEPT_BY_NAME = ('MPLCONFIGDIR', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'IPYTHONDIR', 'JUPYTER_CONFIG_DIR', 'JUPYTER_DATA_DIR', 'JUPYTER_RUNTIME_DIR', 'NUMBA_CACHE_DIR')
KEPT = [os.path.realpath(os.environ[name]) + os.sep for name in KEPT_BY_NAME if os.path.isabs(os.environ.get(name, ''))]
QUIET_FOLDERS = tuple(
    [folder for folder in KEPT if not (first_folder + os.sep).startswith(folder)] +
    [os.path.join(home, name) + os.sep for name in ('.ipython', '.cache', '.jupyter', '.matplotlib', '.config', os.path.join('.local', 'share', 'jupyter'), os.path.join('.local', 'lib'), 'Library')]
    + ['/proc/', '/dev/', '/sys/', '/etc/', '/usr/share/', '/usr/lib/', '/System/', '/Library/']
)
# Data and trained models that libraries fetched once: what a cell reads of them it would read of a file of its own.
DATA_CACHES = ('seaborn-data', 'huggingface', 'torch', 'kagglehub', 'openml', 'pooch', 'scikit-image', 'whisper', 'geodatasets', 'vega_datasets', 'fsspec', 'tensorflow_datasets', 'xarray_tutorial_data', 'lightkurve', 'astropy')
CACHES = tuple([folder + name + os.sep for folder in KEPT + [os.path.join(home, '.cache') + os.sep] for name in DATA_CACHES])
QUIET_ENDINGS = (os.path.join(os.sep + '.keras', 'keras.json'), '.ttf', '.otf', '.afm', '.pfb', '.so', '.dylib', '.dll', '.pyd')
# What is surely a library's own, told by its text alone.
PLAIN_FOLDERS = () if (first_folder + os.sep).startswith(OWN_FOLDERS) else OWN_FOLDERS
INSTALLED_MARK = os.sep + 'site-packages' + os.sep

def is_installed(path):
    if INSTALLED_MARK in path or os.sep + 'dist-packages' + os.sep in path:
        return True
    if first_folder not in ('', os.sep) and path.startswith(first_folder + os.sep):
        return False
    return path.startswith(OWN_FOLDERS)

def is_quiet(path):
    return is_installed(path) or (path.startswith(QUIET_FOLDERS) and (not path.startswith(CACHES) or path.endswith('.lock'))) or path.endswith(QUIET_ENDINGS) or os.sep + 'ipykernel_' in path

def open_mode(mode, flags):
    if type(mode) is str:
        if '+' in mode and 'w' not in mode and 'x' not in mode or 'a' in mode:
            return 'update'
        return 'write' if 'w' in mode or 'x' in mode else 'read'
    if type(flags) is int and flags & (os.O_WRONLY | os.O_RDWR):
        return 'write' if flags & os.O_TRUNC else 'update'
    return 'read'

def text_of_path(path):
    # The path as a plain text; None for a descriptor.
    kind = type(path)
    if kind is str:
        return path
    if kind is bytes:
        return os.fsdecode(path)
    return str.__str__(path) if any([part is str for part in type.__dict__['__mro__'].__get__(kind)]) else None

def folder_of(descriptor):
    # The folder that a descriptor stands for; None where the system does not tell.
    try:
        return os.readlink('/proc/self/fd/%d' % descriptor)
    except (OSError, TypeError):
        return None

def note(path, mode, folder=None):
    path = text_of_path(path)
    if folder is not None and path is not None:
        path = os.path.join(folder, path)
    if path is None or len(noted) >= NOTES_LIMIT:
        return
    if path.startswith(PLAIN_FOLDERS) or INSTALLED_MARK in path:
        is_installing[0] = is_installing[0] or mode != 'read'
        return
    if not os.path.isabs(path):
        path = os.path.join(os.getcwd(), path)
    if mode == 'update' and not os.path.lexists(path):
        mode = 'write'
    noted[path, mode] = None

def is_autoreload():
    # Whether IPython's extension reads the text of a module, as it does of each once and of those that changed.
    frame = sys._getframe(1)
    while frame is not None:
        name = frame.f_globals.get('__name__')
        if type(name) is str and name.startswith(AUTORELOAD):
            return True
        frame = frame.f_back
    return False

def note_open(args):
    path, mode, flags = args
    if type(path) is str and path.endswith('.py') and AUTORELOAD[0] in sys.modules and is_autoreload():
        by_autoreload.add(os.path.abspath(path))
        return
    if mode is None and type(path) is str and os.sep not in path and not os.path.lexists(path):
        # Opened in a folder that only a descriptor names, or not there.
        return
    note(path, open_mode(mode, flags))

def note_rename(args):
    note(args[0], 'update')
    note(args[1], 'write')

def note_update(args):
    note(args[0], 'update')

def note_removal(args):
    folder = folder_of(args[1]) if args[1] != -1 else None
    if args[1] == -1 or folder is not None:
        note(args[0], 'update', folder)

def note_link(args):
    note(args[0], 'read')
    note(args[1], 'write')

def note_database(args):
    if args[0] != ':memory:' and args[0] != '':
        note(args[0], 'update')
        databases.add(os.path.abspath(text_of_path(args[0])))

def note_program(args):
    started[0] = True

HEARD = {
    'open': note_open, 'os.rename': note_rename, 'os.remove': note_removal, 'os.truncate': note_update, 'os.link': note_link, 'sqlite3.connect': note_database,
    'subprocess.Popen': note_program, 'os.system': note_program, 'os.posix_spawn': note_program, 'os.spawn': note_program, 'os.fork': note_program, 'os.forkpty': note_program,
}

# What is noted whether a cell runs or not.
SIGNS = {'sys.addaudithook': watched, 'jupyterlab-retrace': is_heard, 'os.chdir': has_gone}
HEARD.update(dict.fromkeys(SIGNS))

def is_own_thread():
    thread = get_ident()
    return thread == hasher[0] or thread in own_threads

def on_audit(event, args):
    # Some cells raise an event for each object that they make: of most, no more is asked than their name.
    if event in HEARD:
        hear(event, args)

def hear(event, args):
    try:
        if event in SIGNS:
            SIGNS[event][0] = True
            for lock in list(acting) if event == 'sys.addaudithook' else ():
                if lock.acquire(True, 0.2):
                    lock.release()
        elif listening[0]:
            if not is_own_thread():
                HEARD[event](args)
    except BaseException:
        pass

def source_of_cache(path):
    # The module whose compiled form was read; None for what else lies in such a folder.
    folder, name = os.path.split(path)
    return os.path.join(os.path.dirname(folder), name.split('.')[0] + '.py') if name.endswith('.pyc') else None

def opened_files(end):
    # {path: mode} of the user's files, and whether there was time for all.
    modes = {}
    for steps, (path, mode) in enumerate(list(noted)):
        if steps % 100 == 99 and clock() > end:
            return modes, False
        path = os.path.normpath(path)
        if path.endswith('.pyc') and is_installed(path):
            continue
        if os.sep + '__pycache__' + os.sep in path:
            path = source_of_cache(path) if mode == 'read' else None
        if path is None or is_quiet(path):
            continue
        last = modes.get(path)
        if last is None or (last == 'read' and mode == 'update'):
            modes[path] = mode
        elif last == 'read' and mode == 'write':
            modes[path] = 'update'
    return modes, len(noted) < NOTES_LIMIT

def shown_path(path):
    # Relative to the first folder below it; bytes and characters that no message can carry are written out.
    if first_folder and path.startswith(first_folder + os.sep):
        path = path[len(first_folder) + 1:]
    path = path.replace(os.sep, '/')
    if not path.isprintable():
        path = ''.join([part if part.isprintable() else part.encode('unicode_escape').decode() for part in os.fsencode(path).decode('utf-8', 'backslashreplace')])
    return path

def start_files(is_silent):
    noted.clear()
    databases.clear()
    by_autoreload.clear()
    if not is_silent:
        forget_told()
    started[0] = is_installing[0] = False
    listening[0] = True

def listen():
    try:
        sys.addaudithook(on_audit)
        sys.audit('jupyterlab-retrace')
    except Exception:
        pass
`;
