// The part of the Python probe that lists parameters and metrics: scalars, entries of flat dicts, fields, estimators' parameters.

/**
 * Defines `scalars_of(names, namespace, budget)`. Attributes are read through the interpreter's own descriptors, and
 * what `get_params()` of an estimator would give from its signature and its state: no code of the user's runs.
 */
export const scalarsSource = String.raw`
SCALARS_LIMIT = 300
ENTRIES_LIMIT = 100
SCALAR_TEXT = 200
SAFE_INTEGER = 1 << 53
NOTHING = object()
PARAMETER_NAMES = re.compile(
    r'(?:^|_)(?:params?|parameters?|hparams?|hyperparams?|hyperparameters|config|configs|configuration|cfg|conf|settings|options|opts|args|kwargs|metrics?|scores?|results?|history|summary)(?:_|\d*$)', re.I
)

# Texts under such names, and such texts, never leave the kernel.
SECRET_NAME = re.compile(r'(?:^|[_.\-])(?:password|passwd|pwd|passphrase|secrets?|token|api_?key|access_?key|private_?key|auth|credentials?)(?:$|[_.\-\d])', re.I)
SECRET_TEXT = re.compile(r'://[^/@\s]*:[^/@\s]*@|^(?:Bearer |Basic |sk-|gh[pousr]_|xox[abpr]-|AKIA|AIza|hf_|glpat-|eyJ)[A-Za-z0-9_.+/=-]{8,}')

def is_secret(name, text):
    return SECRET_NAME.search(name) is not None or SECRET_TEXT.search(text) is not None

def scalar_of(value):
    kind = type(value)
    if kind is NoneType or kind is bool:
        return value
    if kind is int:
        if -SAFE_INTEGER <= value <= SAFE_INTEGER:
            return value
        return str(value) if value.bit_length() < 600 else NOTHING
    if kind is float:
        if value != value:
            return 'NaN'
        return value if value - value == 0 else 'Infinity' if value > 0 else '-Infinity'
    if kind is str:
        return value if len(value) <= SCALAR_TEXT and value.isascii() or is_sound(value) else NOTHING
    name = class_module(kind)
    if name == 'numpy' and is_numpy_scalar(value) and value.dtype.kind in 'biufU':
        inner = value.item()
        return scalar_of(inner) if is_atom(type(inner)) else NOTHING
    if name.startswith('pathlib') and loaded_class(name, class_qualname(kind)) is kind and class_qualname(kind).endswith('Path'):
        return scalar_of(str(value))
    return NOTHING

def is_sound(text):
    # Short enough, and a text that a message can carry.
    try:
        return len(text) <= SCALAR_TEXT and type(text.encode()) is bytes
    except UnicodeError:
        return False

def instance_dict(value):
    for part in class_mro(type(value)):
        member = class_dict(part).get('__dict__')
        if type(member) is DICT_GETTER:
            found = member.__get__(value)
            return found if type(found) is dict else {}
    return {}

def dataclass_fields(value):
    # [(name, value)] of a dataclass's instance; None for anything else.
    parts = class_mro(type(value))
    fields = next((found for found in [class_dict(part).get('__dataclass_fields__') for part in parts] if found is not None), None)
    if type(fields) is not dict:
        return None
    slots = {}
    for part in parts:
        slots.update({name: member for name, member in class_dict(part).copy().items() if type(member) is SLOT_GETTER and name not in slots})
    state = instance_dict(value)
    found = []
    for name in list(fields)[:ENTRIES_LIMIT]:
        if name in state:
            found.append((name, state[name]))
        elif name in slots:
            try:
                found.append((name, slots[name].__get__(value)))
            except AttributeError:
                pass
    return found

def is_estimator(value):
    kind = type(value)
    module = class_module(kind)
    if type(module) is not str or not module.startswith('sklearn.') or loaded_class(module, class_qualname(kind)) is not kind:
        return False
    base = loaded_class('sklearn.base', 'BaseEstimator')
    return any([part is base for part in class_mro(kind)])

def estimator_params(value):
    # What get_params() gives, with those of nested estimators of scikit-learn's own.
    for part in class_mro(type(value)):
        init = class_dict(part).get('__init__')
        if init is not None:
            break
    if type(init) is not FunctionType or watched[0]:
        return []
    code = init.__code__
    state = instance_dict(value)
    found = []
    for name in code.co_varnames[1:code.co_argcount + code.co_kwonlyargcount]:
        part = state.get(name, NOTHING)
        found.append((name, part))
        inner = [(name, part)]
        if type(part) is list:
            inner = [(pair[0], pair[1]) for pair in part[:20] if type(pair) is tuple and len(pair) > 1 and type(pair[0]) is str]
        for label, one in inner:
            if one is not NOTHING and is_estimator(one):
                found.extend([(label + '__' + key, item) for key, item in estimator_params(one)])
    return found[:ENTRIES_LIMIT]

def config_entries(value):
    # What an OmegaConf object holds as it is written, without resolving anything.
    content = instance_dict(value).get('_content')
    found = []
    for key, node in list(content.items())[:ENTRIES_LIMIT] if type(content) is dict else ():
        is_node = class_module(type(node)).startswith('omegaconf.nodes')
        found.append((key, instance_dict(node).get('_val', NOTHING) if is_node else node))
    return found

def users_fields(value):
    # [(name, value)] of what is named like parameters: attributes of a class of the notebook's, of its instance, of a plain namespace,
    # and fields of a named tuple.
    kind = type(value)
    if kind is types.SimpleNamespace:
        return list(value.__dict__.items())
    owner = value if is_class(value) else kind
    if class_module(owner) != '__main__':
        return []
    members = class_dict(owner).copy()
    fields = members.get('_fields')
    if '__dataclass_fields__' in members:
        return []
    if any([part is tuple for part in class_mro(owner)]):
        return list(zip(fields, tuple.__iter__(value))) if type(fields) is tuple and owner is kind else []
    found = {name: part for name, part in members.items() if type(name) is str and name[:1] != '_'}
    if owner is kind:
        found.update(instance_dict(value))
    return list(found.items())

def entries_of(value, name):
    # [(key, value)] of what holds named values; () for anything else.
    kind = type(value)
    module = class_module(kind)
    if kind is dict:
        return list(value.items())[:ENTRIES_LIMIT] if PARAMETER_NAMES.search(name.partition('.')[0]) else ()
    if kind is loaded_class('argparse', 'Namespace'):
        return list(instance_dict(value).items())[:ENTRIES_LIMIT]
    if module == 'omegaconf.dictconfig' and loaded_class(module, 'DictConfig') is kind:
        return config_entries(value)
    if is_estimator(value):
        return estimator_params(value)
    return dataclass_fields(value) or (users_fields(value)[:ENTRIES_LIMIT] if PARAMETER_NAMES.search(name.partition('.')[0]) else ())

def add_scalars(found, name, value, depth):
    one = scalar_of(value)
    if one is not NOTHING:
        if len(found) < SCALARS_LIMIT and not (type(one) is str and is_secret(name, one)):
            found[name] = one
        return
    if type(value) is list and depth > 0:
        # A series, as in the history of a training: its last value.
        last = scalar_of(value[-1]) if value else NOTHING
        if last is not NOTHING and type(last) is not str and len(found) < SCALARS_LIMIT:
            found[name + '[-1]'] = last
        return
    if depth > 2 or is_container(type(value)) and type(value) is not dict:
        return
    for key, part in entries_of(value, name):
        if type(key) is str and 0 < len(key) <= 100 and key.isprintable() and len(name) < 100 and part is not NOTHING:
            add_scalars(found, name + '.' + key, part, depth + 1)

def scalars_of(names, namespace, budget, omitted):
    found = {}
    for steps, name in enumerate(names):
        if len(found) >= SCALARS_LIMIT or (steps % 20 == 19 and budget.is_spent()):
            omitted.append('Not all values that are parameters or metrics are listed.')
            break
        value = namespace.get(name, NOTHING)
        if value is not NOTHING:
            attempt(omitted, 'Not all values that are parameters or metrics could be read.', add_scalars, found, name, value, 0)
    return found
`;
