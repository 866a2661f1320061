// The part of the Python probe that tells what code stands beside the notebook: the repository, and modules outside it.

/**
 * Defines `repository(unknown)` and `module_texts(unknown, tracked)`. git is asked to run nothing of the repository's
 * own, to take no locks and to load nothing over the network.
 */
export const codeSource = String.raw`
DIFF_LIMIT = 100000
TEXT_LIMIT = 60000
GIT_SECONDS = 5
GIT = ('git', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=' + os.devnull, '-c', 'core.quotePath=false', '-c', 'core.untrackedCache=false', '-c', 'gc.auto=0', '-c', 'maintenance.auto=false', '-c', 'submodule.recurse=false')

def git(folder, args, limit):
    return run_tool(GIT + tuple(args), GIT_SECONDS, limit, folder)

def folders_up(folder):
    # The folder and those above it.
    while folder:
        yield folder
        above = os.path.dirname(folder)
        folder = above if above != folder else ''

# Where a repository would keep what it knows, up from where the kernel began.
REPOSITORY_PLACES = tuple([os.path.join(folder, '.git') for folder in folders_up(first_folder)])

def repository_folder():
    # The nearest folder with a repository.
    return next((os.path.dirname(place) for place in REPOSITORY_PLACES if os.path.exists(place)), None)

def remote_of(folder):
    try:
        lines = git(folder, ('config', '--get-regexp', r'^remote\..*\.url$'), 1 << 16)[0].decode('utf-8', 'replace').splitlines()
    except Unknown:
        # git calls it a failure that there is none.
        return ''
    lines.sort(key=lambda line: not line.startswith('remote.origin.url '))
    return public_address(lines[0].partition(' ')[2]) if lines else ''

def repository(unknown):
    folder = repository_folder()
    if folder is None:
        return None
    try:
        status = git(folder, ('status', '--porcelain=v2', '--branch', '--untracked-files=no', '--ignore-submodules=dirty'), 1 << 18)[0]
    except Unknown as error:
        unknown['git'] = 'git could not read the repository; it may belong to another user.' if str(error) == 'git failed.' else str(error)
        return None
    commit = branch = ''
    is_dirty = False
    for line in status.decode('utf-8', 'replace').splitlines():
        if line.startswith('# branch.oid '):
            commit = line[13:].strip()
        elif line.startswith('# branch.head '):
            branch = line[14:].strip()
        elif line[:2] in ('1 ', '2 ', 'u '):
            is_dirty = True
    commit = '' if commit.startswith('(') else commit
    found = {'remote': remote_of(folder), 'branch': '' if branch == '(detached)' else tidy(branch, 300), 'commit': commit, 'isDirty': is_dirty, 'diff': None}
    if is_dirty and commit:
        args = ('diff', 'HEAD', '--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules=dirty', '--', '.', ':(exclude,glob)**/*.ipynb')
        try:
            text, is_cut = git(folder, args, DIFF_LIMIT)
            if is_cut:
                unknown['git.diff'] = 'The difference to the commit was too large.'
            else:
                found['diff'] = tidy(text, DIFF_LIMIT)
        except Unknown as error:
            unknown['git.diff'] = str(error)
    elif is_dirty:
        unknown['git.diff'] = 'There is no commit to compare with.'
    return found

def tracked_files(paths):
    # Those of the paths that the repository keeps; the others' texts are nowhere else.
    folder = repository_folder()
    if folder is None or not paths:
        return frozenset()
    try:
        text = git(folder, ('ls-files', '-z', '--') + tuple(paths), 1 << 20)[0]
    except Unknown:
        return frozenset()
    return frozenset(os.path.realpath(os.path.join(folder, os.fsdecode(name))) for name in text.split(b'\0') if name)

def module_texts(paths, unknown):
    # [name, path, text] of modules that no commit and no diff holds.
    tracked = tracked_files([path for path in paths.values()])
    found = []
    for name, path in sorted(paths.items())[:200]:
        if os.path.realpath(path) in tracked:
            continue
        text = None
        try:
            with do_unheard(io_open, path, 'rb') as stream:
                content = stream.read(TEXT_LIMIT + 1)
            if len(content) <= TEXT_LIMIT:
                text = content.decode('utf-8', 'replace')
        except OSError:
            pass
        if text is None:
            unknown['modules'] = 'Not all modules of your own were small enough to be kept, or could be read.'
        found.append([name, tidy(shown_path(path)), text])
    return found
`;
