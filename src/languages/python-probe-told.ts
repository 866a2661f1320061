// The part of the Python probe that reads what Linux tells of the folders that are watched.

/**
 * Defines `forget_told()` and `told_files(end)`, and `own_opened`, which keeps what the probe's own thread opened while the cell ran.
 */
export const toldSource = String.raw`
own_opened = set()
# What asks how many bytes of a file wait to be read, and how it answers that there are none.
WAITING, NO_BYTES = 0x541B, bytes(4)

def tells_nothing():
    # Whether nothing waits to be read, which is asked for less than to try. It takes nothing away, whosever the handle is by now.
    if watch['handle'] is None:
        return True
    try:
        return watch['ask'] is not None and not watched[0] and watch['ask'](watch['handle'], WAITING, NO_BYTES) == NO_BYTES
    except OSError:
        return False

def read_told():
    # What the system told since the last time, as bytes.
    parts = []
    while watch['handle'] is not None:
        if not is_own_handle():
            stop_watching()
            break
        if tells_nothing():
            break
        try:
            part = os.read(watch['handle'], 1 << 16)
        except BlockingIOError:
            break
        parts.append(part)
        if len(part) < 1 << 15:
            break
    return b''.join(parts)

def told_events(end):
    # ({(number of a watch, name as bytes): what happened}, whether that is all).
    data = read_told()
    if not data:
        return {}, True
    size_of_all, at, steps = len(data), 0, 0
    happened = {}
    while at + 16 <= size_of_all:
        steps += 1
        if steps % 256 == 0 and clock() > end:
            return happened, False
        number, mask, _, size = unpack_from('iIII', data, at)
        key = number, data[at + 16:at + 16 + size].rstrip(b'\0')
        happened[key] = happened.get(key, 0) | mask
        at += 16 + size
    # There was more than the system keeps where it tells of no watch.
    return happened, (-1, b'') not in happened

def follow_folders(happened, is_all):
    # What folders are watched, after some were moved or taken away; from the start where nobody knows which.
    if is_all:
        forget_folders([number for (number, _), mask in happened.items() if mask & (MOVED | GONE)])
    elif watch['handle'] is not None:
        folders.clear()
        watched_folders.clear()
        if not watched[0]:
            on_thread(watch_all)

def fresh_folders(happened):
    # Those that appeared in a folder that is watched.
    found = []
    for (number, raw), mask in happened.items():
        if mask & IS_FOLDER and mask & (CREATED | ARRIVED) and number in folders and raw[:1] != b'.':
            name = os.fsdecode(raw)
            if name not in unwatched:
                found.append(folders[number] + os.sep + name)
    return found

def forget_told():
    # What happened between cells is nobody's doing; only what folders there are now is learnt of it.
    own_opened.clear()
    tools['ran'] = tools['running'] > 0
    end = clock() + BUDGET * 0.1
    happened, is_all = ({}, True) if tells_nothing() else told_events(end)
    if happened:
        fresh = fresh_folders(happened)
        follow_folders(happened, is_all)
        for folder in fresh if is_all and not watched[0] else ():
            watch_below(folder, 50, end)
    watch['cells'] += 1

def told_files(end):
    # ({path: what happened to it}, whether that is all). Of a file of which not all was told, nobody knows whether it was written.
    happened, is_all = told_events(end)
    if not happened:
        return {}, True
    found = {}
    for (number, raw), mask in happened.items():
        folder = folders.get(number)
        if folder is None or mask & IS_FOLDER or raw[:1] in (b'', b'.') or raw.endswith((b'.ipynb', b'~', b'-shm', b'-journal')):
            continue
        found[folder + os.sep + os.fsdecode(raw)] = mask
    fresh = fresh_folders(happened)
    follow_folders(happened, is_all)
    if not is_all:
        return {}, False
    return found, bool(watched[0]) or add_fresh(found, fresh, end)

def add_fresh(found, fresh, end):
    # Files in folders that the cell made before anybody watched them; whether these are all.
    for folder in fresh:
        if not os.path.isdir(folder):
            continue
        places, is_all = watch_below(folder, 50, end)
        for place in places:
            with os.scandir(place) as entries:
                names = [entry.path for entry in islice(entries, 501) if entry.name[:1] != '.' and not entry.is_dir(follow_symlinks=False)]
            found.update(dict.fromkeys(names[:500], CREATED))
            is_all = is_all and len(names) <= 500
        if not is_all:
            return False
    return True
`;
