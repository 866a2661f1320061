// The part of the Python probe that finds files which code opened unseen: those that arguments in the cell name.

/**
 * Defines `texts_of(source, namespace)`, `named_paths(texts)` and `named_modes(before, after, begun)`. Only the text of the cell and plain
 * texts and paths that names stand for are read; whether such a file changed tells reading from writing.
 */
export const namedSource = String.raw`
NAMED_LIMIT = 60
WORDS_LIMIT = 200
LONG = 1000
PIECES = re.compile(
    r'#[^\n]*|([rbuftRBUFT]{0,2})(?:"""((?:[^\\]|\\.)*?)"""|\x27\x27\x27((?:[^\\]|\\.)*?)\x27\x27\x27|"((?:[^"\\\n]|\\.)*)"|\x27((?:[^\x27\\\n]|\\.)*)\x27)|([^\W\d]\w*)|([()\[\]{}/,])', re.S
)
FIELD = re.compile(r'\{([^\W\d]\w*)\}')
NOT_CALLED = frozenset(('if', 'elif', 'while', 'for', 'in', 'and', 'or', 'not', 'return', 'print', 'import', 'lambda', 'else', 'is', 'with', 'assert', 'del', 'yield', 'await', 'raise', 'from', 'except'))

def path_text(value):
    # The text of a plain text or path; None for anything else.
    kind = type(value)
    if kind is str:
        return value if len(value) <= LONG else None
    module = class_module(kind)
    if module.startswith('pathlib') and loaded_class(module, class_qualname(kind)) is kind and class_qualname(kind).endswith('Path'):
        return str(value)
    return None

def filled(text, namespace):
    # The text of an f-string whose fields are plain names; None for any other.
    def fill(match):
        value = namespace.get(match.group(1), NOTHING)
        return str(value) if type(value) is int else path_text(value) or '{'
    text = FIELD.sub(fill, text)
    return None if '{' in text or '}' in text else text

def literal_text(prefix, text, namespace):
    prefix = prefix.lower()
    if len(text) > LONG or '\n' in text or 'b' in prefix or 't' in prefix or ('\\' in text and 'r' not in prefix):
        return None
    return filled(text, namespace) if 'f' in prefix else text

@once
def pieces_of_code(source):
    return tuple([match.groups() for match in PIECES.finditer(source)])

def operands(source, namespace):
    # Texts that stand in the arguments of calls, with folders that a slash or a join puts before them.
    found = {}
    calls = []
    word = last = None
    is_joined = False
    for prefix, long, short, double, single, name, sign in pieces_of_code(source):
        if sign is not None:
            if sign in '([{':
                calls.append((word, []) if sign == '(' and word is not None and word not in NOT_CALLED else None)
            elif sign in ')]}' and calls:
                call = calls.pop()
                if call is not None and call[0] == 'join' and call[1] and None not in call[1]:
                    found[os.path.join(*call[1])] = None
            is_joined = sign == '/'
            word = None
            last = last if is_joined else None
            continue
        if name is not None:
            text, word = path_text(namespace.get(name, NOTHING)), name
        elif prefix is not None:
            text, word = literal_text(prefix, next((part for part in (long, short, double, single) if part is not None), ''), namespace), None
        else:
            continue
        if is_joined:
            text = os.path.join(last, text) if text is not None and last is not None else None
        is_joined = False
        last = text
        call = next((one for one in reversed(calls) if one is not None), None)
        if call is not None:
            if calls[-1] is call and call[0] == 'join':
                call[1].append(text)
            if text:
                found[text] = None
    return list(found)

COMMAND = re.compile(r'\s*(?:\w[\w, ]*=\s*)?[!%]')

def words_of_commands(source):
    # Words of lines that the system runs.
    lines = source.split('\n')
    is_script = lines[0].startswith(('%%bash', '%%sh', '%%script', '%%!'))
    return [word.strip('\x27"') for line in lines if is_script or COMMAND.match(line) for word in re.split(r'[\s=;|&<>()]+', line)][:WORDS_LIMIT]

def file_key(path):
    # (absolute path, what tells its content apart), or None for what is no file of the user's.
    if not path or '\0' in path or ('.' not in path and os.sep not in path):
        return None
    try:
        path = os.path.abspath(os.path.expanduser(path) if path[0] == '~' else path)
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return (path, key_of(found)) if S_ISREG(found.st_mode) and not is_quiet(path) else None

@once
def has_literals(source):
    return any([groups[0] is not None for groups in pieces_of_code(source)])

def holds_operands(source, namespace):
    # Whether there is a text in a cell, or under one of its names: most cells are not searched for the places where they stand.
    return '(' in source and (has_literals(source) or any([path_text(namespace[name]) is not None for name in mentioned(source) if name in namespace]))

def texts_of(source, namespace):
    # Texts that may name a file or an address.
    source = source[:SOURCE_LIMIT]
    texts = operands(source, namespace) if holds_operands(source, namespace) else []
    return texts + words_of_commands(source) if '!' in source or '%' in source else texts

def named_paths(texts):
    # {path: key} for the files that are there.
    found = {}
    for text in texts[:10 * NAMED_LIMIT]:
        pair = file_key(text)
        if pair is not None and len(found) < NAMED_LIMIT:
            found[pair[0]] = pair[1]
    return found

def named_modes(before, after, begun):
    # {path: mode}: what stood still was read; what the cell was the first to name was written when it is that young.
    modes = {}
    for path, key in after.items():
        old = before.get(path, met.get(path))
        if old is not None:
            modes[path] = 'read' if old == key else 'update'
        else:
            modes[path] = 'write' if key[2] / 1e9 >= begun - 0.015 else 'read'
    return modes
`;
