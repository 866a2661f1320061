// The part of the Python probe that notices a commit or a checkout in the middle of a run.

/**
 * Defines `has_moved()`, `look_at_repository(after, is_moved)` and `later_states`. After a cell the files that every
 * commit and checkout touches are looked up, no more; git is asked when one is another, beside the cells, or when a
 * repository came to be.
 */
export const repositorySource = String.raw`
LATER_LIMIT = 50
# The marks are those before git was asked last: files, and for each its time and size. Of states, with what is not known.
beside = {'marks': ((), []), 'first': None, 'last': None}
later_states = deque(maxlen=LATER_LIMIT)

def marked_files():
    # HEAD, what it points to, and the index. Working trees beside the first one keep some of them elsewhere, and a branch
    # without a file of its own stands in a list until it moves.
    folder = repository_folder()
    if folder is None:
        return ()
    own = os.path.join(folder, '.git')
    if os.path.isfile(own):
        own = os.path.join(folder, read_start(own).partition(':')[2].strip())
    try:
        common = os.path.join(own, read_start(os.path.join(own, 'commondir')).strip())
    except OSError:
        common = own
    head = os.path.join(own, 'HEAD')
    kind, _, ref = read_start(head).strip().partition(' ')
    found = [head, os.path.join(own, 'index')]
    if kind == 'ref:':
        found.append(os.path.join(common, ref))
        if not os.path.exists(found[-1]):
            found += [os.path.join(common, name) for name in ('packed-refs', os.path.join('reftable', 'tables.list'))]
    return tuple(found)

def stamps_of(paths):
    return list(map(stamp_at, paths))

def has_moved():
    # True once for each move, however long git takes.
    if not is_outside_due[0]:
        return False
    paths, last = beside['marks']
    if not paths:
        return any(map(os.access, REPOSITORY_PLACES, repeat(os.F_OK)))
    now = stamps_of(paths)
    if now == last:
        return False
    beside['marks'] = (paths, now)
    return True

def ask_repository():
    # (state or None, why something of it is not known). A move while git is asked shows after the next cell.
    unknown = {}
    try:
        paths = marked_files()
        beside['marks'] = (paths, stamps_of(paths))
        return repository(unknown), unknown
    except Exception:
        # Asked again when the repository is another one, not after each cell.
        own = (os.path.join(repository_folder() or first_folder, '.git'),)
        beside['marks'] = (own, stamps_of(own))
        unknown['git'] = 'The repository could not be read.'
        return None, unknown

def look_at_repository(after, is_moved):
    # The first state stays; another one is given as the message that tells it, as of the execution after which it was seen.
    if watched[0] and is_moved:
        found = None, {'git': 'git was not started again, as an audit hook of your own would have heard of it.'}
    else:
        found = ask_repository()
    last, beside['last'] = beside['last'], found
    is_open = beside['first'] is None or (not later_states and not is_moved and 'git' in beside['first'][1])
    if is_open:
        beside['first'] = found
    if is_open or found == last:
        return None
    state, unknown = fit_state(found, 0)
    message = {'kind': 'code', 'after': after, 'git': state, 'modules': [], 'unknown': unknown}
    later_states.append(message)
    return message

def fit_state(found, taken):
    # The state without its difference where both are too large for one message.
    state, unknown = found
    if state is not None and size_of(state) + taken > SIZE_LIMIT:
        return dict(state, diff=None), dict(unknown, **{'git.diff': 'The difference to the commit was too large.'})
    return state, dict(unknown)
`;
