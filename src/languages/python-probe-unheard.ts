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
    for name in reached_names(sorted(mentioned(source)), namespace, source):
        value = namespace[name]
        text = path_text(value)
        if text is not None:
            found.append(text)
        elif is_container(type(value)):
            found.extend(texts_inside(value))
        for code in code_of(value):
            found.extend([part for part in code.co_consts if type(part) is str])
    return found

def texts_inside(value):
    # Texts and paths in a collection, when it begins with one.
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

def names_in_part(path, texts, is_sure):
    # Whether texts name the file, its folder, or files of its kind.
    folder, name = os.path.split(path)
    stem, ending = os.path.splitext(name)
    if any([name in text for text in texts]):
        return True
    words = frozenset(WORD.findall('\n'.join(texts)))
    if stem in words or (folder not in (first_folder, os.getcwd()) and os.path.basename(folder) in words):
        return True
    return is_sure and len(ending) > 2 and ending not in ('.py', '.md') and any([ending in text for text in texts])

def unheard_files(told, heard, source, namespace):
    # {path: mode} of files that were opened without Python.
    found = {path: mask for path, mask in told.items() if path not in heard and path not in own_opened and path not in by_autoreload and not is_quiet(path)}
    if not found:
        return {}
    heard = frozenset(map(os.path.realpath, heard))
    texts = [groups[part] for groups in pieces_of_code(source) for part in (1, 2, 3, 4) if groups[part]] + words_of_commands(source) + texts_of_values(namespace, source)
    is_native_likely = uses_native(source, namespace)
    return {
        path: mode_of_told(mask) for path, mask in found.items()
        if os.path.realpath(path) not in heard and (
            names_in_part(path, texts, not tools['ran'])
            or (is_native_likely and os.path.splitext(path)[1] in DATA_ENDINGS)
            or (mask & MODIFIED and path in ever_written)
        )
    }

def is_refuted(path, told):
    # Whether the system would have told that the file was opened.
    place = os.path.realpath(path)
    return watched_folders.get(os.path.dirname(place), watch['cells']) < watch['cells'] and place not in told and path not in told and path not in own_opened

def only_read(modes, told):
    # Databases that were opened for writing, too, as they are, of which the system tells that nobody wrote to them.
    for path in databases:
        place = os.path.realpath(path)
        happened = [mask for name, mask in told.items() if name == place or name.startswith(place + '-')]
        if modes.get(path) == 'update' and place in told and not any([mask & (MODIFIED | CREATED | ARRIVED) for mask in happened]):
            modes[path] = 'read'
`;
