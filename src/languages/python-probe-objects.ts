// The part of the Python probe that fingerprints functions, classes and instances of classes that the user wrote.

/**
 * Defines `feed_object`, `feed_function` and `feed_class`. Attributes are read through the interpreter's own descriptors: properties,
 * `__getattr__` and metaclasses are never asked. Instances of library classes are unknown: they keep caches.
 */
export const objectsSource = String.raw`
class_mro = type.__dict__['__mro__'].__get__
class_dict = type.__dict__['__dict__'].__get__
class_size = type.__dict__['__basicsize__'].__get__
module_of_class = type.__dict__['__module__'].__get__
qualname_of_class = type.__dict__['__qualname__'].__get__
CONTAINERS = (list, tuple, dict, set, frozenset)
QUIET_BASES = ('typing.Generic', 'typing.Protocol', 'abc.ABC', 'enum.Enum', 'enum.IntEnum', 'enum.StrEnum', 'enum.Flag', 'enum.IntFlag', 'enum.ReprEnum')
# Their instances hold what they are in __dict__, and no caches that come and go.
OPEN_BASES = ('sklearn.base', 'sklearn.utils.', 'torch.nn.modules.', 'torch.nn.parameter', 'torch.optim.')
FunctionType = types.FunctionType
CodeType = types.CodeType
DICT_GETTER = types.GetSetDescriptorType
SLOT_GETTER = types.MemberDescriptorType

def class_module(kind):
    # Texts alone: whatever else somebody put there may run code where it is compared.
    found = module_of_class(kind)
    return found if type(found) is str else ''

def class_qualname(kind):
    found = qualname_of_class(kind)
    return found if type(found) is str else ''

def type_name(kind):
    try:
        module = class_module(kind)
        name = class_qualname(kind)
    except Exception:
        return None
    return module + '.' + name if module and name else None

def is_class(value):
    kind = type(value)
    return kind is type or any([part is type for part in class_mro(kind)])

def loaded_class(module, name):
    found = sys.modules.get(module)
    return vars(found).get(name) if type(found) is module_type else None

def loaded_classes(*places):
    # Those that are there.
    return [kind for kind in [loaded_class(*place) for place in places] if kind is not None]

def is_users_module(name):
    # Modules that the user wrote: the notebook's own, and files outside of the installed ones.
    if name == '__main__':
        return True
    module = sys.modules.get(name)
    if type(module) is not module_type:
        return False
    path = vars(module).get('__file__')
    return type(path) is str and not is_installed(path)

def feed_code(digest, code, reader, depth):
    reader.budget.take(1, len(code.co_code))
    digest.update(b'code %d %d %d ' % (code.co_argcount, code.co_kwonlyargcount, code.co_flags) + code.co_code)
    digest.update(packed((code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, code.co_name)))
    for part in code.co_consts:
        if type(part) is CodeType:
            feed_code(digest, part, reader, depth + 1)
        else:
            digest.update(digest_of(part, reader, depth + 1))

def is_reference(value):
    # Whether the library's own name leads to exactly this function or class.
    if type(value) is FunctionType:
        module, name = value.__module__, value.__qualname__
    else:
        module, name = class_module(value), class_qualname(value)
    if type(module) is not str or type(name) is not str or is_users_module(module):
        return None
    return module + '.' + name if loaded_class(module, name) is value else None

def feed_function(digest, value, reader, depth):
    name = is_reference(value)
    if name is not None:
        digest.update(b'function ' + name.encode())
        return
    loop = reader.enter(value, depth)
    if loop is not None:
        digest.update(b'loop %d' % loop)
        return
    try:
        digest.update(b'def ')
        feed_code(digest, value.__code__, reader, depth)
        parts = [value.__defaults__, value.__kwdefaults__, value.__dict__ or None]
        for cell in value.__closure__ or ():
            try:
                parts.append((cell.cell_contents,))
            except ValueError:
                parts.append(None)
        feed_parts(digest, tuple(parts), reader, depth)
    finally:
        reader.leave(value)

# What the interpreter keeps in a class: copies of instances leave names of slots there, and a look at annotations an empty collection.
NO_MEMBERS = frozenset(('__dict__', '__weakref__', '__doc__', '__firstlineno__', '__static_attributes__', '__slotnames__', '__annotations_cache__'))

def is_plain_member(name, value):
    return name not in NO_MEMBERS and not name.startswith('_abc_') and not (name == '__annotations__' and type(value) is dict and not value)

def feed_member(digest, name, value, reader, depth):
    kind = type(value)
    digest.update(name.encode('utf-8', 'backslashreplace'))
    if kind is staticmethod or kind is classmethod:
        value = value.__func__
    elif kind is property:
        value = (value.fget, value.fset, value.fdel)
    elif kind is SLOT_GETTER or kind is DICT_GETTER or kind is loaded_class('_collections', '_tuplegetter'):
        return
    try:
        digest.update(digest_of(value, reader, depth + 1))
    except Exhausted:
        raise
    except Unreadable:
        reader.whole = False

def feed_class(digest, value, reader, depth):
    name = is_reference(value)
    if name is None and not is_users_module(class_module(value)):
        name = type_name(value)
    if name is not None:
        digest.update(b'class ' + name.encode())
        return
    loop = reader.enter(value, depth)
    if loop is not None:
        digest.update(b'loop %d' % loop)
        return
    try:
        digest.update(b'class ' + class_qualname(value).encode())
        for base in class_mro(value)[1:]:
            if type_name(base) is not None and base is not object:
                feed_class(digest, base, reader, depth + 1)
        members = class_dict(value).copy()
        for name in sorted(name for name in members if type(name) is str and is_plain_member(name, members[name])):
            feed_member(digest, name, members[name], reader, depth)
    finally:
        reader.leave(value)

def class_of(value):
    # What is known of a user's class: (built-in container that it extends, getter of __dict__, getters of slots).
    kind = type(value)
    base = getter = None
    slots = []
    for part in class_mro(kind):
        if part is object:
            continue
        if any([part is kind for kind in CONTAINERS]):
            base = part
            continue
        name = type_name(part)
        if name in QUIET_BASES:
            continue
        module = class_module(part)
        if not is_users_module(module) and not (type(name) is str and name.startswith(OPEN_BASES) and loaded_class(module, name[len(module) + 1:]) is part):
            raise Unreadable
        members = class_dict(part)
        if '__getattribute__' in members:
            raise Unreadable
        for name, member in members.items():
            if name == '__dict__':
                if type(member) is not DICT_GETTER:
                    raise Unreadable
                getter = getter or member
            elif type(member) is SLOT_GETTER:
                slots.append((name, member))
    if base is None and class_size(kind) > class_size(object) + 8 * (len(slots) + 2):
        raise Unreadable
    return base, getter, slots

def known_class(value, reader):
    # What class_of tells, and a fingerprint of the methods: once for each class and reading.
    kind = type(value)
    found = reader.classes.get(address(kind))
    if found is None:
        digest = blake2b(digest_size=16)
        digest.update(b'instance ' + (type_name(kind) or '?').encode('utf-8', 'backslashreplace'))
        for part in class_mro(kind):
            if is_users_module(class_module(part)):
                for name, member in class_dict(part).copy().items():
                    if type(member) is FunctionType and type(name) is str:
                        digest.update(name.encode('utf-8', 'backslashreplace'))
                        feed_code(digest, member.__code__, reader, 0)
        found = reader.classes[address(kind)] = class_of(value) + (digest.digest(),)
    return found

def feed_state(digest, value, reader, depth):
    base, getter, slots, methods = known_class(value, reader)
    digest.update(methods)
    if base is not None:
        feed_content(digest, base, value, reader, depth)
    if getter is not None:
        state = getter.__get__(value)
        if type(state) is not dict:
            raise Unreadable
        # A set of pairs: the order in which attributes were bound shows nowhere.
        feed_pairs(digest, sorted(state.items(), key=attribute_name), reader, depth)
    for name, slot in slots:
        try:
            part = slot.__get__(value)
        except AttributeError:
            continue
        digest.update(name.encode('utf-8', 'backslashreplace'))
        digest.update(digest_of(part, reader, depth + 1))

def attribute_name(pair):
    if type(pair[0]) is not str:
        raise Unreadable
    return pair[0]

def feed_object(digest, value, reader, depth):
    if address(type(value)) not in reader.classes and not is_users_module(class_module(type(value))):
        raise Unreadable
    loop = reader.enter(value, depth)
    if loop is not None:
        digest.update(b'loop %d' % loop)
        return
    try:
        reader.budget.take(1, 0)
        feed_state(digest, value, reader, depth)
    finally:
        reader.leave(value)
`;
