// The part of the Python probe that lists the files of one execution: opened ones, and ones that its code names.

/**
 * Defines `data_before(state, namespace)` and `data_files(state, namespace, omitted, seconds)`. In a silent cell there is no text that could name a file,
 * and nothing runs that opens one unheard.
 */
export const dataSource = String.raw`
FILES_LIMIT = 400
BYTES_AT_ONCE = 4 << 20
met = {}

NO_TOLD = 'What the system tells of files could not be read.'
NO_NAMED = 'Files and addresses that the cell names were not looked for.'

def named_before(source, namespace):
    texts = texts_of(source, namespace)
    watch_named(texts)
    return named_paths(texts)

def named_after(state):
    return named_modes(state['named'], named_paths(state['texts']), state['begun'])

def data_before(state, namespace):
    # What the cell names before it runs.
    state['begun'] = wall_clock()
    state['is_silent'] = state['is_still'] and not holds_operands(state['source'], namespace)
    if state['is_silent']:
        return
    state['named'] = attempt(state['omitted'], NO_NAMED, named_before, state['source'], namespace) or {}

def describe(path, mode, evidence, budget):
    size = modified = content = None
    why = 'gone'
    is_sampled = False
    try:
        found = os.stat(path)
        if S_ISDIR(found.st_mode):
            return None
        size, modified = found.st_size, int(found.st_mtime * 1000)
        why = 'irregular'
        if S_ISREG(found.st_mode):
            why = 'unreadable'
            content, why = content_of(path, found, budget, mode != 'read')
            is_sampled = content is not None and not is_whole(size)
            met[path] = key_of(found)
    except FileNotFoundError:
        pass
    except Exception:
        why = 'unreadable'
    shown = shown_path(path)
    if size is None and first_folder and os.path.isabs(shown) and path not in met:
        # It came and went, as in a folder for temporary files: that tells nothing.
        return None
    if size is None and evidence is not None and path not in met:
        # What was not there before and is not there after, like the journal of a database.
        return None
    if size is None and mode == 'read' and path not in met and not os.path.lexists(path):
        # It was only looked for, as code does that goes on without it.
        return None
    entry = {'path': shown, 'mode': mode, 'size': size, 'modified': modified, 'hash': content}
    if is_sampled:
        entry['isSampled'] = True
    if content is None:
        entry['unread'] = why
    if evidence is not None:
        entry['evidence'] = evidence
    return entry

def unseen(source, namespace, omitted):
    # Sentences about what the hook cannot hear.
    if not is_heard[0]:
        omitted.append('Files that were opened are not seen: Python does not tell of them here.')
    elif watched[0]:
        omitted.append('Values and files are not read: code in this kernel listens to what Python does.')
    if (watch['handle'] is None or watch['is_partial']) and uses_native(source, namespace):
        omitted.append('Libraries that the cell uses open files by themselves; these are seen only where the cell names them.')
    if started[0]:
        omitted.append('The cell started other programs; files that they used are seen only where the cell names them.')

def data_files(state, namespace, omitted, seconds):
    listening[0] = False
    if state['is_silent'] and not noted and not by_autoreload:
        unseen(state['source'], namespace, omitted)
        return []
    end = clock() + seconds
    told, is_all_told = ({}, True) if state['is_silent'] else attempt(omitted, NO_TOLD, told_files, end) or ({}, False)
    modes, is_all = opened_files(end)
    modes.update(dict.fromkeys(attempt(omitted, NO_FILES, reloaded_files) or (), 'read'))
    noted.clear()
    if not is_all:
        omitted.append('The cell opened so many files that not all were noted.')
    state['texts'] = attempt(omitted, NO_NAMED, texts_of, state['source'], namespace) or []
    if not (modes or told or state['texts']) and is_all and is_all_told:
        unseen(state['source'], namespace, omitted)
        return []
    named = attempt(omitted, NO_NAMED, named_after, state) or {}
    remember_written(modes)
    if is_all and is_all_told:
        only_read(modes, told)
        named = {path: mode for path, mode in named.items() if mode != 'read' or not is_refuted(path, told)}
    unheard, is_all_unheard = (attempt(omitted, NO_TOLD, unheard_files, told, modes, state['source'], namespace, end) or ({}, True)) if is_all else ({}, True)
    named.update(unheard)
    if not is_all_told or not is_all_unheard:
        omitted.append('More happened to files than the system told: some that native code or other programs opened may be missing.')
    kinds = {path: (mode, 'named') for path, mode in named.items()}
    kinds.update({path: (mode, None) for path, mode in modes.items()})
    if len(kinds) > FILES_LIMIT:
        omitted.append('%d of %d files are not listed.' % (len(kinds) - FILES_LIMIT, len(kinds)))
    if len(met) > 5000:
        met.clear()
    unseen(state['source'], namespace, omitted)
    budget = {'bytes': BYTES_AT_ONCE, 'end': end}
    found = [
        attempt(omitted, 'Not all files that were used could be described.', describe, path, mode, evidence, budget)
        for path, (mode, evidence) in sorted(kinds.items())[:FILES_LIMIT]
    ]
    return [entry for entry in found if entry is not None]
`;
