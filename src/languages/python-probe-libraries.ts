// The part of the Python probe that fingerprints values of scikit-learn, SciPy and torch, and knows which library a value is of.

/**
 * Defines `feed_library`. Nothing is imported, and memory of a graphics card is not touched.
 */
export const librariesSource = String.raw`
def feed_tree(digest, value, reader, depth):
    # Its state is made for the reading: no name leads to the objects in it.
    reader.passes(value)
    digest.update(b'sklearn.tree._tree.Tree')
    reach, reader.reach = reader.reach, set()
    feed_pairs(digest, sorted(value.__getstate__().items(), key=attribute_name), reader, depth)
    reader.reach = reach

def feed_estimator(digest, value, reader, depth):
    name = type_name(type(value))
    module, _, short = (name or '').rpartition('.')
    if loaded_class(module, short) is not type(value):
        return False
    base = loaded_class('sklearn.base', 'BaseEstimator')
    if name == 'sklearn.tree._tree.Tree':
        feed_tree(digest, value, reader, depth)
        return True
    if any([part is base for part in class_mro(type(value))]):
        state = object.__getattribute__(value, '__dict__')
    else:
        return False
    if reader.enter(value, depth) is not None:
        raise Unreadable
    digest.update(name.encode())
    feed_pairs(digest, sorted(state.items(), key=attribute_name), reader, depth)
    reader.leave(value)
    return True

def feed_sparse(digest, value, reader, depth):
    name = type_name(type(value))
    module, _, short = name.rpartition('.')
    if loaded_class(module, short) is not type(value):
        return False
    state = object.__getattribute__(value, '__dict__')
    reader.reach.add(address(value))
    digest.update(name.encode())
    feed_parts(digest, tuple([state.get(key) for key in ('_shape', 'data', 'indices', 'indptr', 'row', 'col', 'coords', 'offsets', 'rows')]), reader, depth)
    return True

def is_tensor(value):
    return of_module(value, 'torch', 'Tensor') or of_module(value, 'torch.nn', 'Parameter')

def feed_tensor(digest, value, reader, depth):
    torch = sys.modules['torch']
    if value.device.type != 'cpu' or value.layout is not torch.strided or value.is_quantized:
        raise Unreadable
    reader.reach.update((address(value), ('memory', value.untyped_storage().data_ptr())))
    kind = value.dtype
    digest.update(('tensor %s %s ' % (kind, value.requires_grad)).encode())
    size = value.numel() * value.element_size()
    if 0 < size <= 4096 and can_read_rows() and value.is_contiguous() and not value.is_conj() and not value.is_neg():
        # The same as of its array, without making one.
        reader.budget.take(1, size)
        digest.update(('array %s %s' % (torch_type(kind), tuple(value.size()))).encode())
        digest.update(read_row(value.data_ptr(), size))
    else:
        feed_array(digest, torch_view(value), reader, depth)
    if value.is_leaf and value.grad is not None:
        digest.update(b'grad ' + digest_of(value.grad, reader, depth + 1))

# Of the hook that runs: what was found of a parameter, by address. A model and its optimizer hold the same ones.
parameters_now = {}

def digest_of_parameter(value, reader, depth):
    found = parameters_now.get(address(value))
    if found is None:
        inner = Reader(reader.budget)
        digest = blake2b(digest_size=16)
        feed(digest, value, inner, depth)
        found = parameters_now[address(value)] = (digest.digest(), inner.reach, inner.sampled, inner.whole)
    reader.reach.update(found[1])
    reader.sampled = reader.sampled or found[2]
    reader.whole = reader.whole and found[3]
    return found[0]

def feed_trained(digest, value, reader, depth):
    # A layer or an optimizer of torch itself.
    kind = type(value)
    module = class_module(kind)
    bases = loaded_classes(('torch.nn', 'Module'), ('torch.optim', 'Optimizer'))
    if loaded_class(module, kind.__name__) is not kind or not any([part is base for part in class_mro(kind) for base in bases]):
        return False
    if reader.enter(value, depth) is not None:
        raise Unreadable
    digest.update(('%s.%s' % (module, kind.__name__)).encode())
    feed_pairs(digest, sorted(object.__getattribute__(value, '__dict__').items(), key=attribute_name), reader, depth)
    reader.leave(value)
    return True

def is_numpy_scalar(value):
    kind = type(value)
    generic = loaded_class('numpy', 'generic')
    return type(generic) is type and class_module(kind) == 'numpy' and is_exported(value, 'numpy') and any([part is generic for part in class_mro(kind)])

def is_pandas_scalar(value):
    # An exact one; its text asks the time zone for a name.
    kind = type(value)
    for name in ('Timestamp', 'Timedelta', 'Period'):
        if loaded_class('pandas', name) is kind:
            return is_known_zone(getattr(value, 'tzinfo', None))
    return any([type(loaded_class('pandas', name)) is kind for name in ('NaT', 'NA')])

def feed_library(digest, value, reader, depth):
    # Values of libraries that are loaded and known; true when the value was one of them.
    kind = type(value)
    module = class_module(kind)
    top = module.partition('.')[0]
    if top == 'numpy':
        if is_numpy_scalar(value):
            digest.update(('scalar %s' % value.dtype.str).encode() + value.tobytes())
        elif module.startswith('numpy.dtypes') or of_module(value, 'numpy', 'dtype'):
            digest.update(('dtype %s' % value.str).encode())
        else:
            state = generator_state(value)
            if state is None:
                return False
            reader.reach.add(address(value))
            digest.update(state)
    elif top == 'pandas':
        if is_frame(value):
            feed_frame(digest, value, reader, depth)
        elif in_pandas(value, INDEXES):
            feed_index(digest, value, reader, depth)
        elif is_pandas_scalar(value):
            digest.update((type(value).__name__ + repr(value)).encode())
        else:
            feed_column(digest, value, reader, depth, None)
    elif top == 'sklearn':
        return feed_estimator(digest, value, reader, depth)
    elif top == 'scipy' and module.startswith('scipy.sparse'):
        return feed_sparse(digest, value, reader, depth)
    elif top == 'torch' and is_tensor(value):
        feed_tensor(digest, value, reader, depth)
    elif top in ('jax', 'jaxlib', 'tensorflow'):
        return feed_tensor_view(digest, value, reader, depth)
    elif top == 'torch':
        state = torch_state(value)
        if state is None:
            return feed_trained(digest, value, reader, depth)
        reader.reach.add(address(value))
        digest.update(state)
    else:
        return False
    return True
`;
