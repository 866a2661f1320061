// The part of the Python probe that asks Linux to tell of files that native code and other programs open, which Python does not hear.

/**
 * Defines `begin_watching()`, `watch_all()`, `watch_below(folder, limit, end)`, `watch_named(texts)`, `forget_folders(numbers)`,
 * `was_watched(folder)` and `is_own_handle()`. Where the system tells nothing, what the code names has to do.
 */
export const watchesSource = String.raw`
MODIFIED, ARRIVED, OPENED, CREATED, TAKEN, OVERFLOW, MOVED, GONE, IS_FOLDER = 0x2, 0x80, 0x20, 0x100, 0x240, 0x4000, 0x800, 0x8000, 0x40000000
ONLY_FOLDERS = 0x1000000
WATCHES_LIMIT = 300
DUPLICATE = 1030
FOREVER = float('inf')
# The system's handle, what tells it from another file that came to its number, and the process that it is of; the system's functions;
# how many folders may be watched; how many cells there were; whether there were folders that are not watched.
watch = {'handle': None, 'key': None, 'process': None, 'add': None, 'remove': None, 'most': 0, 'cells': 0, 'is_partial': False}
# By number of a watch, the folder; by each name of a folder that is watched, its number and how many cells there had been by then.
folders = {}
watched_folders = {}
unwatched = {'__pycache__', 'node_modules', 'site-packages', 'venv', 'env'}
# Devices with files that other computers open, too, of which this system does not tell.
shared_devices = set()
SHARED_KINDS = ('nfs', 'cifs', 'smb', 'ceph', 'lustre', 'gpfs', 'beegfs', 'afs', '9p', 'fuse')

def free_handle(system, handle):
    # The same under a number that no file of the user's would have got.
    for place in (1000, 500, 250):
        found = system.fcntl(handle, DUPLICATE, place)
        if found >= 0:
            os.close(handle)
            return found
    return handle

def handle_key(handle):
    found = os.fstat(handle)
    return found.st_dev, found.st_ino, found.st_mode

def is_own_handle():
    # Not in a child that the user's code forked, which would take away what its parent is told; nor where the user's code closed it.
    try:
        return watch['process'] == os.getpid() and handle_key(watch['handle']) == watch['key']
    except OSError:
        return False

def most_watches():
    # A small part of what the system grants to all programs of the user together.
    with io_open('/proc/sys/fs/inotify/max_user_watches') as stream:
        return min(2 * WATCHES_LIMIT, int(stream.read()) // 32)

def devices_shared():
    with io_open('/proc/self/mountinfo', errors='replace') as stream:
        rows = [line.split(' - ') for line in stream]
    numbers = [row[0].split()[2].split(':') for row in rows if row[-1].startswith(SHARED_KINDS)]
    return [os.makedev(int(major), int(minor)) for major, minor in numbers]

def begin_watching():
    # Tried out at once, as not every file system tells: somebody opens the folder.
    library = loaded_class('ctypes', 'CDLL')
    if not sys.platform.startswith('linux') or library is None or not first_folder:
        return
    watch['most'] = most_watches()
    shared_devices.update(devices_shared())
    system = library(None)
    watch['add'], watch['remove'] = system.inotify_add_watch, system.inotify_rm_watch
    handle = system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if handle < 0:
        return
    handle = free_handle(system, handle)
    watch.update(handle=handle, key=handle_key(handle), process=os.getpid())
    is_told = watch_folder(first_folder)
    if is_told:
        os.scandir(first_folder).close()
    if not is_told or not read_told():
        stop_watching()

def stop_watching():
    if watch['handle'] is not None and is_own_handle():
        os.close(watch['handle'])
    watch['handle'] = None
    folders.clear()
    watched_folders.clear()

def watch_folder(folder):
    # Whether the system tells of files in it.
    if folder in watched_folders:
        return True
    if watch['handle'] is None or len(folders) >= watch['most']:
        return False
    try:
        is_shared = os.stat(folder).st_dev in shared_devices
    except OSError:
        return False
    number = watch['add'](watch['handle'], os.fsencode(folder), MODIFIED | ARRIVED | OPENED | CREATED | TAKEN | MOVED | ONLY_FOLDERS)
    if number < 0:
        return False
    folders.setdefault(number, folder.rstrip(os.sep))
    watched_folders.setdefault(folder, (number, FOREVER if is_shared else watch['cells']))
    return True

def was_watched(folder):
    # Whether all that was opened in it while the cell ran was told.
    return watched_folders.get(folder, (0, FOREVER))[1] < watch['cells']

def forget_folders(numbers):
    # Those that were moved or taken away, with all in them: other folders may come to their names.
    lost = tuple([folders[number] + os.sep for number in numbers if number in folders])
    if lost:
        gone = {number for number, folder in list(folders.items()) if (folder + os.sep).startswith(lost)}
        for number in gone:
            watch['remove'](watch['handle'], number)
            del folders[number]
        for folder, (number, _) in list(watched_folders.items()):
            if number in gone:
                del watched_folders[folder]

def folders_in(folder, end):
    # Those in it that are worth watching, and whether there was time to see all.
    found = []
    with os.scandir(folder) as entries:
        for steps, entry in enumerate(entries):
            if steps % 200 == 199 and clock() > end:
                return found, False
            if entry.name[:1] != '.' and entry.name not in unwatched and entry.is_dir(follow_symlinks=False) and not is_quiet(entry.path + os.sep):
                found.append(entry.path)
    return found, True

def watch_below(folder, limit, end):
    # With the folders in it, from near to far; gives those that are watched, and whether these are all.
    queue, found, is_all = [folder], [], True
    for place in islice(queue, limit):
        stay_unheard()
        if not is_all:
            break
        if watch_folder(place):
            found.append(place)
            try:
                inner, is_all = folders_in(place, end)
                queue.extend(inner)
            except OSError:
                pass
        is_all = is_all and clock() <= end
    is_all = is_all and len(found) == len(queue)
    watch['is_partial'] = watch['is_partial'] or not is_all
    return found, is_all

def watch_all():
    # On a thread, which slows down what the kernel does meanwhile.
    watch_below(first_folder, WATCHES_LIMIT, clock() + 1)

def watch_named(texts):
    # Where the cell may read or write: its working directory, folders that it names, and those of files that it names.
    if watch['handle'] is None:
        return
    try:
        wanted = [os.getcwd()]
    except OSError:
        # It was taken away, and no name leads anywhere from there.
        return
    end = clock() + BUDGET * 0.1
    for text in wanted + [text for text in texts[:NAMED_LIMIT] if os.sep in text and '://' not in text]:
        place = os.path.abspath(os.path.expanduser(text))
        if place in watched_folders or is_quiet(place + os.sep):
            continue
        if not os.path.isdir(place):
            place = os.path.dirname(place)
            if os.path.isdir(place) and not is_quiet(place + os.sep):
                watch_folder(place)
        elif watched[0] or (first_folder + os.sep).startswith(place.rstrip(os.sep) + os.sep):
            # What else lies in a folder above the first is not what the cell means.
            watch_folder(place)
        else:
            watch_below(place, 50, end)
`;
