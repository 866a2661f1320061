// The part of the Python probe that fingerprints values of the interpreter and of the standard library.

/**
 * Defines `feed_known`. A value whose class is not exactly the library's own is left to `feed_object`.
 */
export const standardSource = String.raw`
def feed_bound(digest, value, reader, depth):
    owner = value.__self__
    if owner is None or type(owner) is module_type:
        digest.update(('builtin %s.%s' % (value.__module__, value.__qualname__)).encode())
        return
    digest.update(b'method ' + value.__name__.encode())
    digest.update(digest_of(owner, reader, depth + 1))

def name_of_module(value):
    # What stands for it: its content is nobody's value.
    name = vars(value).get('__name__')
    if type(name) is not str:
        raise Unreadable
    return b'module ' + name.encode('utf-8', 'backslashreplace')

def feed_known(digest, value, reader, depth):
    # Types of the interpreter and of the standard library; true when the value was one of them.
    kind = type(value)
    if kind is FunctionType:
        feed_function(digest, value, reader, depth)
    elif kind is types.MethodType:
        digest.update(b'bound ')
        feed_parts(digest, (value.__func__, value.__self__), reader, depth)
    elif kind is types.BuiltinFunctionType:
        feed_bound(digest, value, reader, depth)
    elif kind is module_type:
        digest.update(name_of_module(value))
        reader.whole = False
    elif is_class(value):
        feed_class(digest, value, reader, depth)
    elif kind is bytearray:
        reader.reach.add(address(value))
        reader.budget.take(1, len(value))
        digest.update(b'bytearray ' + value)
    elif kind is slice or kind is range:
        digest.update(b'slice ' if kind is slice else b'range ')
        feed_parts(digest, (value.start, value.stop, value.step), reader, depth)
    elif kind is deque or kind is types.SimpleNamespace:
        digest.update(b'deque ' if kind is deque else b'space ')
        if reader.enter(value, depth) is not None:
            raise Unreadable
        reader.budget.take(len(value) if kind is deque else 1, 0)
        feed_parts(digest, tuple(value) + (value.maxlen,) if kind is deque else (value.__dict__,), reader, depth)
        reader.leave(value)
    else:
        return feed_stdlib(digest, value, reader, depth)
    return True

def is_known_zone(zone):
    # Whether the zone's names and offsets come from a library: a user's class would be asked for them.
    if zone is None:
        return True
    kind = type(zone)
    for module, name in (('datetime', 'timezone'), ('zoneinfo', 'ZoneInfo'), ('dateutil.tz', 'tzutc'), ('dateutil.tz', 'tzlocal'), ('dateutil.tz', 'tzoffset'), ('dateutil.tz', 'tzfile')):
        if loaded_class(module, name) is kind:
            return True
    base = loaded_class('pytz.tzinfo', 'BaseTzInfo')
    return class_module(kind) in ('pytz.tzfile', 'pytz') and any([part is base for part in class_mro(kind)])

def feed_stdlib(digest, value, reader, depth):
    kind = type(value)
    name = type_name(kind)
    module, _, short = (name or '').rpartition('.')
    if not module or loaded_class(module, short) is not kind:
        return False
    if module == 'collections' and short in ('OrderedDict', 'Counter', 'defaultdict'):
        loop = reader.enter(value, depth)
        if loop is not None:
            raise Unreadable
        digest.update(name.encode())
        reader.budget.take(len(value), 0)
        feed_pairs(digest, tuple(value.items()), reader, depth)
        digest.update(digest_of(value.default_factory, reader, depth + 1) if short == 'defaultdict' else b'')
        reader.leave(value)
    elif module == 'datetime':
        if not is_known_zone(getattr(value, 'tzinfo', None)):
            raise Unreadable
        digest.update((name + repr(value)).encode())
    elif name in ('decimal.Decimal', 'fractions.Fraction', 'uuid.UUID', 're.Pattern') or (module.startswith('pathlib') and short.endswith('Path')):
        digest.update(name.encode())
        if short == 'Pattern':
            feed_parts(digest, (value.pattern, value.flags), reader, depth)
        elif short == 'Fraction':
            feed_parts(digest, (value._numerator, value._denominator), reader, depth)
        else:
            feed_atom(digest, str(value), reader)
    elif name == 'functools.partial':
        digest.update(b'partial ')
        feed_parts(digest, (value.func, value.args, value.keywords), reader, depth)
    elif name == 'random.Random':
        digest.update(b'random ')
        feed_parts(digest, kind.getstate(value), reader, depth)
        reader.reach.add(address(value))
    else:
        return False
    return True
`;
