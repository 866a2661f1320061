// The part of the Python probe that tells where installed distributions came from.

/**
 * Defines `origins(entries)`: [name, kind, address, revision, subdirectory] for those that tell more than that a tool
 * for package indexes installed them, and the names of these. Needs `git`.
 */
export const originsSource = String.raw`
# So many folders are looked at.
checkouts = [10]
INDEX_TOOLS = frozenset(('pip', 'uv', 'uv-pixi', 'poetry', 'pdm', 'pipenv', 'hatch', 'rye'))
CONDA_NAMES = {'torch': ('pytorch', 'pytorch-cpu', 'pytorch-gpu'), 'matplotlib': ('matplotlib-base',), 'opencv-python': ('opencv', 'py-opencv'), 'tables': ('pytables',), 'pyqt5': ('pyqt',), 'graphviz': ('python-graphviz',), 'build': ('python-build',)}

def conda_records():
    # {name of conda's: (version, build, channel)}; the channel stands in the record, the rest in its name.
    folder = conda_folder()
    found = {}
    for entry in sorted(do_unheard(os.listdir, folder))[:8000] if folder is not None else ():
        name, version, build = (entry[:-5].rsplit('-', 2) + ['', ''])[:3] if entry.endswith('.json') else ('', '', '')
        if not build:
            continue
        channel = ''
        try:
            told = re.search(r'"channel"\s*:\s*"([^"]*)"', read_start(os.path.join(folder, entry), 1 << 16))
            channel = public_address(told.group(1)) if told else ''
        except Exception:
            pass
        found[plain(name)] = (version, build, channel)
    return found

def local_folder(url):
    from urllib.parse import unquote
    path = unquote(url.partition('://')[2])
    return tidy(path[1:] if re.match('/[A-Za-z]:', path) else path, 2000)

def direct_origin(text):
    # (kind, address, revision, subdirectory) from direct_url.json.
    found = loads(text)
    url = found['url']
    part = found.get('subdirectory') or ''
    part = tidy(part, 300) if type(part) is str else ''
    if 'vcs_info' in found:
        return 'vcs', public_address(url), tidy(found['vcs_info'].get('commit_id') or '', 100), part
    if 'dir_info' in found:
        return ('editable' if found['dir_info'].get('editable') is True else 'local'), local_folder(url), '', part
    return 'archive', local_folder(url) if url.startswith('file:') else public_address(url), '', part

def remote_with_head(folder):
    # The address of a remote that holds the commit, the usual one before others; '' where none does.
    told = git(folder, ('for-each-ref', '--contains', 'HEAD', '--format=%(refname)', 'refs/remotes'), 1 << 16)[0]
    branches = told.decode('utf-8', 'replace').splitlines()
    # git calls it a failure that there is none.
    lines = git(folder, ('config', '--get-regexp', r'^remote\..*\.url$'), 1 << 16)[0].decode('utf-8', 'replace').splitlines() if branches else ()
    found = [line[7:].partition('.url ') for line in lines]
    found.sort(key=lambda remote: remote[0] != 'origin')
    return ([public_address(url) for name, _, url in found if any(branch.startswith('refs/remotes/%s/' % name) for branch in branches)] + [''])[0]

def has_effect(path):
    # Whether an untracked file may be a part of what the package does: all but what builds and installing leave beside it.
    parts = path.strip('"').split('/')
    return not any(part == '__pycache__' or part.endswith(('.egg-info', '.dist-info')) or part in ('.ipynb_checkpoints', '.DS_Store') for part in parts)

def checkout(folder):
    # (address, commit, folder in it) by which others get the same code; None for what changed since, or is nowhere else.
    status = git(folder, ('status', '--porcelain=v2', '--branch', '--untracked-files=all', '--ignore-submodules=dirty', '--', '.'), 1 << 18)[0]
    lines = status.decode('utf-8', 'replace').splitlines()
    commit = ([line[13:].strip() for line in lines if line.startswith('# branch.oid ')] + [''])[0]
    is_changed = any(line[:2] in ('1 ', '2 ', 'u ') or line[:2] == '? ' and has_effect(line[2:]) for line in lines)
    address = '' if is_changed or not commit else remote_with_head(folder)
    inside = git(folder, ('rev-parse', '--show-prefix'), 1 << 12)[0].decode('utf-8', 'replace').strip().rstrip('/')
    is_public = re.match(r'(?:https?|ssh|git)://|[\w.-]+@[\w.-]+:', address)
    return (address, commit, tidy(inside, 300)) if is_public else None

def shared_origin(found):
    # Of a folder that is installed in place: the repository that it is a checkout of, where that has the same code.
    # Asks git, so it is for the thread beside the cells.
    place = None
    if found[0] == 'editable' and checkouts[0] > 0:
        checkouts[0] -= 1
        try:
            place = checkout(found[1])
        except Exception:
            pass
    return found if place is None else ('editable',) + place

def part_of(dist, name):
    # Without a search: a path, or whatever the finder gives.
    folder = getattr(dist, '_path', None)
    if folder is None:
        return do_unheard(dist.read_text, name)
    try:
        with do_unheard(io_open, os.path.join(str(folder), name), encoding='utf-8', errors='replace') as stream:
            return stream.read(1 << 16)
    except OSError:
        return None

def origin_of(name, version, dist, records):
    text = part_of(dist, 'direct_url.json')
    if text:
        return direct_origin(text)
    tool = ((part_of(dist, 'INSTALLER') or '').lower().split() or [''])[0]
    if tool in INDEX_TOOLS:
        return ('index',)
    for other in (plain(name),) + CONDA_NAMES.get(plain(name), ()):
        if other in records and (records[other][0] == version or tool == 'conda'):
            return 'conda', records[other][2], records[other][1], ''
    if tool == 'conda':
        return 'conda', '', '', ''
    folder = str(getattr(dist, '_path', ''))
    if folder.endswith('.egg-info') and not is_installed(folder):
        return 'editable', tidy(os.path.dirname(folder)), '', ''
    return None

def origins(entries):
    told, indexed = [], []
    records = {}
    try:
        records = conda_records()
    except Exception:
        pass
    for name, version, dist in entries:
        stay_unheard()
        try:
            found = origin_of(name, version, dist, records)
        except Exception:
            found = None
        if found is not None and found[0] == 'index':
            indexed.append(name)
        elif found is not None:
            told.append([name] + list(shared_origin(found)))
    return told[:4000], indexed[:4000]
`;
