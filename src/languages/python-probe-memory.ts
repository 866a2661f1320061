// The part of the Python probe that tells which values share memory.

/**
 * Defines `root_of(value)`, `owner_of(value)` and `memory_of(value)`. A view and what it is a view of have one owner of their memory.
 * Owners are pairs, so that they are told from addresses of objects where both stand together.
 */
export const memorySource = String.raw`
def root_of(value):
    # What owns the memory of an array.
    for _ in range(20):
        base = value.base
        if base is None:
            return value
        if not is_array(base):
            # NumPy asks for the memory of the interpreter's own arrays through a view.
            return base.obj if type(base) is memoryview and base.obj is not None else base
        value = base
    return value

def owner_of(array):
    # Where the memory begins, so that a tensor and the array that it was made of have one owner.
    root = root_of(array)
    if is_array(root):
        return 'memory', root.__array_interface__['data'][0]
    if is_tensor(root):
        return 'memory', root.untyped_storage().data_ptr()
    return 'memory', address(root)

def memory_classes():
    # Those of loaded libraries whose instances have memory that others can share.
    return frozenset(map(spot_of, loaded_classes(('numpy', 'ndarray'), ('pandas', 'DataFrame'), ('pandas', 'Series'), ('torch', 'Tensor'), ('torch.nn', 'Parameter'))))

def memory_of(value):
    # The owners of a value's memory; none for what has none of its own kind.
    kind = address(type(value))
    read = readers_now.get(kind)
    if read is None:
        read = readers_now[kind] = reader_of_memory(value)
    if read is no_memory:
        return NO_OWNERS
    key = address(value)
    found = owners_now.get(key)
    if found is None:
        found = owners_now[key] = read(value)
    return found

def no_memory(value):
    return NO_OWNERS

def reader_of_memory(value):
    # What tells the owners for values of this class.
    if is_array(value):
        return array_memory
    top = class_module(type(value)).partition('.')[0]
    if top == 'torch' and is_tensor(value):
        return tensor_memory
    return frame_memory if top == 'pandas' and is_frame(value) else no_memory

def array_memory(value):
    return frozenset((owner_of(value),))

def tensor_memory(value):
    is_near = value.device.type == 'cpu' and value.layout is sys.modules['torch'].strided
    return frozenset((('memory', value.untyped_storage().data_ptr()),)) if is_near else NO_OWNERS

def frame_memory(value):
    arrays = [block.values for block in value._mgr.blocks[:50]]
    arrays = [array if is_array(array) else getattr(array, '_ndarray', None) for array in arrays]
    return frozenset([owner_of(array) for array in arrays if is_array(array)])
`;
