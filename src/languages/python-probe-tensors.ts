// The part of the Python probe that reads tensors of torch, arrays of JAX and TensorFlow, and the generators of torch and TensorFlow.

/**
 * Defines `torch_view(value)`, `tensor_view(value)`, `feed_tensor_view(...)`, `torch_state(value)` and `tensorflow_state()`. What is on a graphics
 * card, or not worked out yet, is left alone: nobody waits for it.
 */
export const tensorsSource = String.raw`
TORCH_TYPES = frozenset(('bool', 'uint8', 'uint16', 'uint32', 'uint64', 'int8', 'int16', 'int32', 'int64', 'float16', 'float32', 'float64', 'complex64', 'complex128'))

class Window:
    # Memory that NumPy may look at.
    def __init__(self, interface):
        self.__array_interface__ = interface

# By the name of a type of torch's, as NumPy writes it.
torch_types = {}

def torch_type(kind):
    name = str(kind)
    found = torch_types.get(name)
    if found is None:
        short = name.partition('.')[2]
        if short not in TORCH_TYPES:
            raise Unreadable
        found = torch_types[name] = vars(sys.modules['numpy'])['dtype'](short).str
    return found

def torch_view(value):
    # The tensor as an array over the same memory. Its own numpy() would forbid the user to resize the storage.
    kind = torch_type(value.dtype)
    if value.is_conj() or value.is_neg():
        raise Unreadable
    numpy = vars(sys.modules['numpy'])
    shape = tuple(value.size())
    if not value.numel():
        return numpy['empty'](shape, kind)
    width = value.element_size()
    return numpy['asarray'](Window({
        'version': 3, 'shape': shape, 'typestr': kind, 'data': (value.data_ptr(), True),
        'strides': tuple([step * width for step in value.stride()]),
    }))

def is_jax_array(kind):
    return any([loaded_class(module, 'ArrayImpl') is kind for module in ('jaxlib._jax', 'jaxlib.xla_extension')])

def is_jax_key(kind):
    return any([loaded_class(module, 'PRNGKeyArray') is kind for module in ('jax._src.random.prng', 'jax._src.prng')])

def tensor_view(value):
    # The array as one of NumPy's over the same memory; None for anything else, and for what is not in this memory yet.
    kind = type(value)
    if is_jax_key(kind):
        value = instance_dict(value).get('_base_array')
        kind = type(value)
    if is_jax_array(kind):
        if value.is_deleted() or not value.is_ready() or value.platform() != 'cpu':
            return None
    elif loaded_class('tensorflow.python.framework.ops', 'EagerTensor') is not kind or not value.device.endswith('CPU:0'):
        return None
    try:
        view = vars(sys.modules['numpy'])['asarray'](memoryview(value))
        return None if view.dtype.hasobject else view
    except (BufferError, TypeError, ValueError, RuntimeError):
        # Spread over devices, or of a type that Python knows no views of.
        return None

def feed_tensor_view(digest, value, reader, depth):
    view = tensor_view(value)
    if view is None:
        return False
    reader.reach.add(address(value))
    digest.update(('%s %s %s ' % (type_name(type(value)), view.dtype.str, view.shape)).encode())
    if view.nbytes > WHOLE:
        feed_sample(digest, view, reader, view.nbytes)
    else:
        feed_memory(digest, view, reader)
    return True

def torch_state(value):
    # The state of a generator of torch's; None for anything else, and for one of a graphics card.
    kind = type(value)
    if class_module(kind).partition('.')[0] != 'torch' or loaded_class('torch', 'Generator') is not kind or value.device.type != 'cpu':
        return None
    return bytes_of_state(value)

def tensorflow_state():
    # What TensorFlow draws seeds of operations from, once it was seeded.
    context = loaded_class('tensorflow.python.eager.context', '_context')
    owner = instance_dict(context).get('_rng') if context is not None else None
    return type(owner).getstate(owner) if owner is not None and loaded_class('random', 'Random') is type(owner) else None
`;
