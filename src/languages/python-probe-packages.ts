// The part of the Python probe that tells which distributions are installed, and which one a module belongs to.

/**
 * Defines `environment()` and `imports()`. Names are read from the metadata, because a folder's name is not one.
 * Only the head of each METADATA file is read: parsing all of them takes seconds in large environments.
 */
export const packagesSource = String.raw`
KNOWN = {
    'sklearn': 'scikit-learn', 'skimage': 'scikit-image', 'yaml': 'PyYAML', 'PIL': 'pillow', 'cv2': 'opencv-python',
    'bs4': 'beautifulsoup4', 'dateutil': 'python-dateutil', 'attr': 'attrs', 'mpl_toolkits': 'matplotlib',
    'pylab': 'matplotlib', 'zmq': 'pyzmq', 'IPython': 'ipython', 'jwt': 'PyJWT', 'dotenv': 'python-dotenv',
    'docx': 'python-docx', 'pkg_resources': 'setuptools', 'serial': 'pyserial', 'OpenSSL': 'pyOpenSSL',
    'Crypto': 'pycryptodome', 'git': 'GitPython', 'usb': 'pyusb', 'fitz': 'PyMuPDF',
}
# What IPython loads for a traceback, a completion or a command is not the cell's doing, unless a name leads to it.
TOOLS = frozenset(('pexpect', 'ptyprocess', 'executing', 'asttokens', 'pure_eval', 'stack_data', 'parso', 'jedi', 'wcwidth', 'prompt_toolkit', 'decorator'))
STDLIB = frozenset(getattr(sys, 'stdlib_module_names', ())) | frozenset(sys.builtin_module_names)
dists = {}
scan = {'left': 4}
seen = set()
loaded = {'size': -1, 'last': None}

def plain(name):
    return re.sub('[-_.]+', '-', name).lower()

def head_of(dist):
    folder = getattr(dist, '_path', None)
    if folder is not None:
        for part in ('METADATA', 'PKG-INFO'):
            try:
                with io_open(str(folder / part), encoding='utf-8', errors='replace') as stream:
                    return stream.read(8192)
            except OSError:
                pass
            except Exception:
                break
    return dist.read_text('METADATA') or dist.read_text('PKG-INFO') or ''

def read_dist(dist):
    name = version = None
    for line in head_of(dist).splitlines():
        if not line:
            break
        if line.startswith('Name:'):
            name = line[5:].strip()
        elif line.startswith('Version:'):
            version = line[8:].strip()
        if name and version:
            return name, version
    return None

def read_dists():
    skipped = 0
    for dist in metadata.distributions() if metadata is not None else ():
        try:
            found = read_dist(dist)
        except Exception:
            found = None
        if found is None:
            skipped += 1
        elif plain(found[0]) not in dists:
            dists[plain(found[0])] = (found[0], found[1], dist)
    return skipped

def holds(dist, module):
    for part in ('RECORD', 'SOURCES.txt', 'top_level.txt'):
        text = '\n' + (dist.read_text(part) or '')
        if '\n' + module + '/' in text or '\n' + module + '.' in text:
            return True
        if part == 'top_level.txt' and '\n' + module + '\n' in text + '\n':
            return True
    return False

def is_stdlib(module):
    if module in STDLIB:
        return True
    if STDLIB and hasattr(sys, 'stdlib_module_names'):
        return False
    origin = getattr(getattr(sys.modules.get(module), '__spec__', None), 'origin', None)
    if type(origin) is not str:
        return True
    return origin in ('built-in', 'frozen') or (
        origin.startswith(os_folder) and 'site-packages' not in origin and 'dist-packages' not in origin
    )

def by_name(module):
    for name in (module, KNOWN.get(module)):
        entry = dists.get(plain(name)) if name else None
        if entry is not None:
            try:
                if name != module or holds(entry[2], module):
                    return entry
            except Exception:
                pass
    return None

def by_record(modules):
    found = {}
    if scan['left'] <= 0:
        return found
    scan['left'] -= 1
    for entry in list(dists.values()):
        try:
            text = '\n' + (entry[2].read_text('RECORD') or '')
        except Exception:
            continue
        for module in modules:
            if module not in found:
                if '\n' + module + '/' in text or '\n' + module + '.' in text:
                    found[module] = entry
        if len(found) == len(modules):
            break
    return found

def site_modules():
    size, last = len(sys.modules), next(reversed(sys.modules), None)
    if size == loaded['size'] and last is loaded['last']:
        return []
    loaded['size'] = size
    loaded['last'] = last
    fresh = []
    for name in list(sys.modules):
        top = name.partition('.')[0] if type(name) is str else ''
        if top and top not in seen:
            seen.add(top)
            module = sys.modules.get(top)
            spec = getattr(module, '__spec__', None) if type(module) is module_type else None
            if spec is not None and top != '__main__' and (top not in TOOLS or top in ip.user_ns) and not is_stdlib(top):
                fresh.append(top)
    return fresh

def imports():
    # The distributions and modules that were loaded since the last call: {distribution: version}, {module: distribution}.
    fresh = site_modules()
    if not fresh:
        return {}, {}
    entries = {}
    for module in fresh:
        entry = by_name(module)
        if entry is not None:
            entries[module] = entry
    open_ones = [module for module in fresh if module not in entries and not module.startswith('_')]
    if open_ones:
        entries.update(by_record(open_ones))
    return (
        {entry[0]: entry[1] for entry in entries.values()},
        {module: entry[0] for module, entry in entries.items()},
    )

def platform_line():
    if hasattr(os, 'uname'):
        found = os.uname()
        return ' '.join((found.sysname, found.release, found.machine))
    if hasattr(sys, 'getwindowsversion'):
        found = sys.getwindowsversion()
        return 'Windows %d.%d.%d %s' % (found.major, found.minor, found.build, os.environ.get('PROCESSOR_ARCHITECTURE', ''))
    return sys.platform

def environment():
    skipped = read_dists()
    modules = imports()[1]
    packages = sorted(([entry[0], entry[1]] for entry in dists.values()), key=lambda entry: entry[0].lower())
    name = sys.implementation.name
    return {
        'language': '%d.%d.%d' % tuple(sys.version_info[:3]) + ('' if sys.version_info[3] == 'final' else '%s%d' % tuple(sys.version_info[3:5])),
        'implementation': {'cpython': 'CPython', 'pypy': 'PyPy'}.get(name, name),
        'platform': platform_line(),
        'packages': packages[:4000],
        'modules': modules,
        'skipped': skipped + max(0, len(packages) - 4000),
    }
`;
