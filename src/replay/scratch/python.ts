// The copy of the notebook's folder that a replay runs in, made by the replay's own kernel: Python.

/**
 * Runs in a namespace of its own, with `OPTIONS` in it. Small files are copied; large ones are linked, and become copies
 * when Python opens them for writing. Linked folders can be read. What writes past Python into a linked file is not held
 * back, so repositories, in which other programs write, are left out.
 */
export const PYTHON_SCRATCH = `
import atexit
import os
import shutil
import sys
import tempfile
import time

PREFIX = OPTIONS['prefix']
DAY = 86400
LEFT_OUT = {'__pycache__', '.ipynb_checkpoints', '.git', '.hg', '.svn'}
LINKED = {'node_modules', '.venv', 'venv', '.tox', '.conda'}

source = os.path.realpath(OPTIONS['folder'] or os.getcwd())
sweep_at = tempfile.gettempdir()
for name in os.listdir(sweep_at):
    old = os.path.join(sweep_at, name)
    try:
        if name.startswith(PREFIX) and not os.path.islink(old) and time.time() - os.stat(old).st_mtime > 2 * DAY:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        pass
parent = os.path.realpath(tempfile.mkdtemp(prefix=PREFIX, dir=OPTIONS['parent'] or None))
scratch = os.path.join(parent, os.path.basename(source) or 'folder')
left = {'bytes': OPTIONS['totalBytes'], 'files': OPTIONS['files']}
busy = [False]
entered = set()


def link(one, other):
    try:
        os.symlink(one, other)
    except (OSError, NotImplementedError):
        if os.path.isfile(one):
            shutil.copy2(one, other)


def copy_folder(one, other):
    os.mkdir(other)
    with os.scandir(one) as entries:
        entries = sorted(entries, key=lambda entry: entry.name)
    for entry in entries:
        place = os.path.join(other, entry.name)
        if entry.path == parent or entry.name in LEFT_OUT or entry.name.startswith(PREFIX):
            continue
        try:
            if entry.is_symlink():
                link(os.path.realpath(entry.path), place)
            elif entry.is_dir():
                is_environment = os.path.exists(os.path.join(entry.path, 'pyvenv.cfg'))
                if entry.name in LINKED or is_environment or left['files'] <= 0:
                    link(entry.path, place)
                else:
                    copy_folder(entry.path, place)
            elif entry.is_file():
                size = entry.stat().st_size
                left['files'] -= 1
                if size > OPTIONS['fileBytes'] or size > left['bytes'] or left['files'] < 0:
                    link(entry.path, place)
                else:
                    left['bytes'] -= size
                    shutil.copy2(entry.path, place)
        except PermissionError:
            pass


def is_below(path, folder):
    return path == folder or path.startswith(folder + os.sep)


# What the copy links to, whatever its name; and the folder by its own path, but for what is hidden in it.
def is_protected(place, target):
    if is_below(target, parent):
        return False
    if is_below(place, parent) or any(is_below(target, folder) for folder in entered):
        return True
    return is_below(target, source) and not target[len(source) + 1:].startswith('.')


def refuse(place):
    if is_below(place, parent):
        raise PermissionError(13, 'A replay does not write through a link in its copy of the folder', place)
    raise PermissionError(13, 'A replay does not write into the folder of the notebook', place)


def keep_place(path):
    place = os.path.abspath(path)
    folder = os.path.realpath(os.path.dirname(place))
    if is_protected(place, os.path.join(folder, os.path.basename(place))):
        refuse(place)


def own(path):
    place = os.path.abspath(path)
    target = os.path.realpath(place)
    if not is_protected(place, target):
        return
    if not is_below(os.path.realpath(os.path.dirname(place)), parent) or not os.path.isfile(target):
        refuse(place)
    copy = place + '.copy'
    shutil.copy2(target, copy)
    os.replace(copy, place)


# Behind a link that code went through, places are no longer given through the copy.
def enter(path):
    place = os.path.abspath(path)
    target = os.path.realpath(place)
    if is_protected(place, target):
        entered.add(target)


# Which arguments are places that change, and which descriptors of folders they hang on.
PLACES = {
    'os.remove': [(0, 1)], 'os.rmdir': [(0, 1)], 'os.mkdir': [(0, 2)], 'os.rename': [(0, 2), (1, 3)],
    'os.symlink': [(1, 2)], 'os.link': [(1, 3)], 'shutil.rmtree': [(0, 1)],
}
CONTENTS = {'os.truncate', 'os.utime', 'os.chmod', 'os.chown', 'sqlite3.connect'}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC


def below(path, folder):
    if isinstance(folder, int) and folder >= 0 and not os.path.isabs(path):
        try:
            return os.path.join(os.readlink('/proc/self/fd/%d' % folder), path)
        except OSError:
            return path
    return path


def look(event, arguments):
    if event in PLACES:
        for place, folder in PLACES[event]:
            path = arguments[place]
            if isinstance(path, (str, bytes, os.PathLike)):
                keep_place(below(os.fsdecode(path), arguments[folder] if folder < len(arguments) else -1))
        if event != 'os.link':
            return
    if isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.fsdecode(arguments[0])
        enter(path) if event == 'os.chdir' else own(path)


def guard(event, arguments):
    is_writing = event == 'open' and isinstance(arguments[2], int) and arguments[2] & WRITING
    if not busy[0] and (is_writing or event in PLACES or event in CONTENTS or event == 'os.chdir'):
        busy[0] = True
        try:
            look(event, arguments)
        finally:
            busy[0] = False


def remove_copy():
    os.chdir(os.path.dirname(parent))
    busy[0] = True
    shutil.rmtree(parent, ignore_errors=True)


copy_folder(source, scratch)
atexit.register(remove_copy)
sys.path[:] = [scratch if path and os.path.realpath(path) == source else path for path in sys.path]
os.chdir(scratch)
sys.addaudithook(guard)
`;
