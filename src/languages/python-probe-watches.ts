// The part of the Python probe to which Linux tells of files that native code and other programs opened, which Python does not hear.

/**
 * Defines `begin_watching()`, `watch_below(folder, limit)`, `watch_named(texts)`, `forget_told()` and `told_files(end)`. Where the system
 * tells nothing, what the code names has to do.
 */
export const watchesSource = String.raw`
MODIFIED, ARRIVED, OPENED, CREATED, TAKEN, OVERFLOW, IS_FOLDER = 0x2, 0x80, 0x20, 0x100, 0x240, 0x4000, 0x40000000
ONLY_FOLDERS = 0x1000000
WATCHES_LIMIT = 300
# The system's handle and its function, how many cells there were, and whether there were too many folders; by number of a watch, the folder; for each name of a folder that
# is watched, how many cells there had been by then.
watch = {'handle': None, 'add': None, 'cells': 0, 'is_partial': False}
folders = {}
watched_folders = {}
unwatched = {'__pycache__', 'node_modules', 'site-packages', 'venv', 'env'}
# What the probe's own thread opened while the cell ran.
own_opened = set()

def free_handle(handle):
    # The same under a number that no file of the user's would have got.
    for place in (1000, 500, 250):
        try:
            os.fstat(place)
        except OSError:
            try:
                found = os.dup2(handle, place, False)
            except OSError:
                continue
            os.close(handle)
            return found
    return handle

def begin_watching():
    # Tried out at once: not every file system tells.
    library = loaded_class('ctypes', 'CDLL')
    if not sys.platform.startswith('linux') or library is None or not first_folder:
        return
    system = library(None)
    handle = system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if handle < 0:
        return
    watch['handle'], watch['add'] = free_handle(handle), system.inotify_add_watch
    if not watch_folder(first_folder):
        stop_watching()

def stop_watching():
    handle, watch['handle'] = watch['handle'], None
    watched_folders.clear()
    if handle is not None:
        os.close(handle)

def watch_folder(folder):
    # Whether the system tells of files in it.
    if folder in watched_folders:
        return True
    if watch['handle'] is None or len(folders) > 2 * WATCHES_LIMIT:
        return False
    number = watch['add'](watch['handle'], os.fsencode(folder), MODIFIED | ARRIVED | OPENED | CREATED | TAKEN | ONLY_FOLDERS)
    if number < 0:
        return False
    folders.setdefault(number, folder)
    watched_folders.setdefault(folder, watch['cells'])
    return True

def folders_in(folder):
    with os.scandir(folder) as entries:
        return [entry.path for entry in islice(entries, 5000) if entry.name[:1] != '.' and entry.name not in unwatched and entry.is_dir(follow_symlinks=False)]

def watch_below(folder, limit):
    # With the folders in it, from near to far.
    queue = [folder]
    for place in queue:
        stay_unheard()
        if len(queue) <= limit and watch_folder(place) and place.count(os.sep) < folder.count(os.sep) + 6:
            try:
                queue.extend(folders_in(place))
            except OSError:
                pass
    watch['is_partial'] = watch['is_partial'] or len(queue) > limit

def watch_named(texts):
    # Where the cell may read or write: its working directory, folders that it names, and those of files that it names.
    if watch['handle'] is None:
        return
    wanted = [os.getcwd()] + [text for text in texts[:NAMED_LIMIT] if os.sep in text and '://' not in text]
    for text in wanted:
        place = os.path.abspath(os.path.expanduser(text))
        if place in watched_folders or is_quiet(place + os.sep):
            continue
        if os.path.isdir(place) and not watched[0]:
            watch_below(place, 50)
        elif os.path.isdir(os.path.dirname(place)) and not is_quiet(place):
            watch_folder(os.path.dirname(place))

def read_told():
    # What the system told since the last time, as bytes.
    parts = []
    while watch['handle'] is not None:
        try:
            part = os.read(watch['handle'], 1 << 16)
        except BlockingIOError:
            break
        except OSError:
            # Somebody closed it.
            watch['handle'] = None
            watched_folders.clear()
            break
        parts.append(part)
        if len(part) < 1 << 15:
            break
    return b''.join(parts)

def forget_told():
    own_opened.clear()
    watch['cells'] += 1
    tools['ran'] = tools['running'] > 0
    while len(read_told()) > 1 << 15:
        pass

def told_files(end):
    # ({path: what happened to it}, whether that is all).
    data = read_told()
    size_of_all, at, steps = len(data), 0, 0
    happened = {}
    while at + 16 <= size_of_all:
        steps += 1
        if steps % 256 == 0 and clock() > end:
            break
        number, mask, _, size = unpack_from('iIII', data, at)
        key = number, data[at + 16:at + 16 + size]
        happened[key] = happened.get(key, 0) | mask
        at += 16 + size
    found, is_all = {}, at + 16 > size_of_all
    for (number, raw), mask in happened.items():
        folder = folders.get(number)
        if mask & OVERFLOW:
            is_all = False
        if folder is None or raw[:1] in (b'', b'.', b'\0'):
            continue
        name = os.fsdecode(raw.rstrip(b'\0'))
        path = folder + os.sep + name
        if not mask & IS_FOLDER:
            if not name.endswith(('.ipynb', '~', '-shm', '-journal')):
                found[path] = mask
        elif mask & (CREATED | ARRIVED) and not watched[0]:
            found.update(files_of_fresh(path))
    return found, is_all

def files_of_fresh(folder):
    # Of a folder that the cell made before anybody watched it.
    found = {}
    try:
        watch_below(folder, 50)
        for place in [place for place in list(watched_folders) if place == folder or place.startswith(folder + os.sep)]:
            with os.scandir(place) as entries:
                found.update({entry.path: CREATED for entry in islice(entries, 500) if entry.name[:1] != '.' and not entry.is_dir(follow_symlinks=False)})
    except Exception:
        pass
    return found
`;
