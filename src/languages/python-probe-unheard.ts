// The part of the Python probe that tells whether what the system saw opened was the cell's doing.

/**
 * Defines `unheard_files(...)`, `is_refuted(path, told)`, `only_read(modes, told)`, `remember_written(modes)` and `uses_native(source, namespace)`. The system does not tell who
 * opened a file: what nothing in the cell names, not even in part, is taken for somebody else's.
 */
export const unheardSource = String.raw`
# Files that this kernel opened for writing: connections, logs and open files outlive the cell that made them.
ever_written = set()

def remember_written(modes):
    if len(ever_written) < 2000:
        ever_written.update([path for path, mode in modes.items() if mode != 'read'])

def mode_of_told(mask):
    return 'write' if mask & (CREATED | ARRIVED) else 'update' if mask & (MODIFIED | TAKEN) else 'read'

def texts_of_values(namespace, source):
    # Plain texts under names that the cell mentions, in small collections under them, and in functions that it may call.
    found = []
    for name in reached_names(mentioned_in_order(source), namespace, source):
        value = namespace[name]
        text = path_text(value)
        if text is not None:
            found.append(text)
        elif is_container(type(value)):
            found.extend(texts_inside(value))
        for code in code_of(value):
            found.extend([part for part in code.co_consts if type(part) is str and len(part) <= LONG])
    return found

def texts_inside(value):
    # Texts and paths among the first things in a collection.
    parts = list(islice(value.values() if type(value) is dict else value, 50))
    return [text for text in map(path_text, parts) if text is not None]

WORD = re.compile(r'[\w-]+')

# Libraries that open files by themselves, some of them long after they were named.
NATIVE = frozenset(('pyarrow', 'polars', 'duckdb', 'h5py', 'tables', 'netCDF4', 'xarray', 'dask', 'vaex', 'datasets', 'cv2', 'rasterio', 'fiona', 'pyogrio', 'osgeo', 'soundfile', 'pysam', 'SimpleITK', 'tensorflow', 'lightgbm', 'xgboost'))
DATA_ENDINGS = frozenset(('.parquet', '.csv', '.tsv', '.arrow', '.feather', '.ipc', '.orc', '.avro', '.json', '.ndjson', '.jsonl', '.h5', '.hdf5', '.nc', '.duckdb', '.tfrecord', '.tif', '.tiff'))

def is_native(value):
    # Whether it is, or is of, a library that opens files by itself.
    name = vars(value).get('__name__') if type(value) is module_type else class_module(value if is_class(value) else type(value))
    return type(name) is str and name.partition('.')[0] in NATIVE

def uses_native(source, namespace):
    return any([is_native(namespace[name]) for name in mentioned(source) if name in namespace])

def names_in_part(path, text, words, here, is_sure):
    # Whether a text, or one of its words, names the file, its folder, or files of its kind.
    folder, name = os.path.split(path)
    stem, ending = os.path.splitext(name)
    if name in text or stem in words or (folder not in here and os.path.basename(folder) in words):
        return True
    return is_sure and len(ending) > 2 and ending not in ('.py', '.md') and ending in text

def folders_here():
    try:
        return first_folder, os.getcwd()
    except OSError:
        # It was taken away.
        return first_folder,

def unheard_files(told, heard, source, namespace, end):
    # ({path: mode} of files that were opened without Python, whether there was time for all).
    rest = {path: mask for path, mask in told.items() if path not in heard and path not in own_opened and path not in by_autoreload and not is_quiet(path)}
    if not rest:
        return {}, True
    texts = [groups[part] for groups in pieces_of_code(source) for part in (1, 2, 3, 4) if groups[part]] + words_of_commands(source) + texts_of_values(namespace, source)
    text = '\n'.join(texts)[:SOURCE_LIMIT]
    words = frozenset(WORD.findall(text))
    here = folders_here()
    is_native_likely = uses_native(source, namespace)
    likely, is_all = {}, True
    for steps, (path, mask) in enumerate(rest.items()):
        if steps % 100 == 99 and clock() > end:
            is_all = False
            break
        is_known = names_in_part(path, text, words, here, not tools['ran']) or (mask & MODIFIED and path in ever_written)
        if is_known or (is_native_likely and os.path.splitext(path)[1] in DATA_ENDINGS):
            likely[path] = mask
    found, is_all_told = without_heard(likely, heard, end)
    return found, is_all and is_all_told

def without_heard(likely, heard, end):
    # The same without files that Python told of under other names.
    real, found = set(), {}
    for steps, path in enumerate(heard if likely else ()):
        if steps % 100 == 99 and clock() > end:
            return {}, False
        real.add(os.path.realpath(path))
    for steps, (path, mask) in enumerate(likely.items()):
        if steps % 100 == 99 and clock() > end:
            return found, False
        if not real or os.path.realpath(path) not in real:
            found[path] = mode_of_told(mask)
    return found, True

def is_refuted(path, told):
    # Whether the system would have told that the file was opened.
    place = os.path.realpath(path)
    return was_watched(os.path.dirname(place)) and place not in told and path not in told and path not in own_opened

def only_read(modes, told):
    # Databases that were opened for writing, too, as they are, of which the system tells that nobody wrote to them.
    for path in databases:
        place = os.path.realpath(path)
        happened = [mask for name, mask in told.items() if name == place or name.startswith(place + '-')]
        if modes.get(path) == 'update' and place in told and not any([mask & (MODIFIED | CREATED | ARRIVED) for mask in happened]):
            modes[path] = 'read'
`;
