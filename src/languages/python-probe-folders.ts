// The part of the Python probe that chooses the folders of which Linux is to tell.

/**
 * Defines `watch_all()`, `watch_below(folder, limit, end)`, `watch_named(texts)`, `forget_folders(numbers)` and `was_watched(folder)`.
 */
export const foldersSource = String.raw`
# The working folder when it was asked for last.
here_last = ['']
unwatched = {'__pycache__', 'node_modules', 'site-packages', 'venv', 'env'}

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
    with do_unheard(os.scandir, folder) as entries:
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
        if not is_all:
            break
        if watch_folder(place):
            found.append(place)
            try:
                inner, is_all = folders_in(place, end)
                queue.extend(inner)
            except Unknown:
                is_all = False
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
    wanted = [text for text in texts[:NAMED_LIMIT] if os.sep in text and '://' not in text]
    if not wanted and not has_gone[0] and is_heard[0] and here_last[0] in watched_folders:
        return
    has_gone[0] = False
    try:
        here = here_last[0] = os.getcwd()
    except OSError:
        # It was taken away, and no name leads anywhere from there.
        has_gone[0] = True
        return
    end = clock() + BUDGET * 0.1
    for text in [here] + wanted:
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
