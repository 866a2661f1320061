// The part of the Python probe that asks Linux to tell of files that native code and other programs open, which Python does not hear.

/**
 * Defines `begin_watching()`, `stop_watching()`, `watch_folder(folder)` and `is_own_handle()`. Where the system tells nothing, what the code
 * names has to do.
 */
export const watchesSource = String.raw`
MODIFIED, ARRIVED, OPENED, CREATED, TAKEN, MOVED, GONE, IS_FOLDER = 0x2, 0x80, 0x20, 0x100, 0x240, 0x800, 0x8000, 0x40000000
ONLY_FOLDERS = 0x1000000
WATCHES_LIMIT = 300
DUPLICATE = 1030
FOREVER = float('inf')
# The system's handle, what tells it from another file that came to its number, and the process that it is of; the system's functions;
# what asks how much it has to tell; how many folders may be watched; how many cells there were; whether there were folders that are not watched.
watch = {'handle': None, 'key': None, 'process': None, 'add': None, 'remove': None, 'ask': None, 'most': 0, 'cells': 0, 'is_partial': False}
# By number of a watch, the folder; by each name of a folder that is watched, its number and how many cells there had been by then.
folders = {}
watched_folders = {}
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

def devices_shared():
    with io_open('/proc/self/mountinfo', errors='replace') as stream:
        rows = [line.split(' - ') for line in stream]
    numbers = [row[0].split()[2].split(':') for row in rows if row[-1].startswith(SHARED_KINDS)]
    return [os.makedev(int(major), int(minor)) for major, minor in numbers]

def most_watches():
    # A small part of what the system grants to all programs of the user together.
    with io_open('/proc/sys/fs/inotify/max_user_watches') as stream:
        return min(2 * WATCHES_LIMIT, int(stream.read()) // 32)

def begin_watching():
    # Tried out at once, as not every file system tells: somebody opens the folder.
    library = loaded_class('ctypes', 'CDLL')
    if not sys.platform.startswith('linux') or library is None or not first_folder:
        return
    shared_devices.update(devices_shared())
    watch['most'] = most_watches()
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
        watch['ask'] = asker(handle)
    if not is_told or not read_told():
        stop_watching()

def asker(handle):
    # The system's answer is believed where it says of a handle with something to tell that there is some.
    ask = loaded_class('fcntl', 'ioctl')
    try:
        return ask if ask is not None and ask(handle, WAITING, NO_BYTES) != NO_BYTES else None
    except Exception:
        return None

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
`;
