// The part of the Python probe that fingerprints values of libraries which are little more than a container or an array of the interpreter's or of NumPy's.

/**
 * Defines `feed_wrapped`; true when the value was one of them. What libraries work out and keep beside the content is left out.
 */
export const wrappedSource = String.raw`
# What graphs of networkx hold, and the ways to look at it that they keep.
GRAPH_PARTS = ('graph', '_node', '_adj', '_pred')
GRAPH_OWN = frozenset(GRAPH_PARTS + (
    '_succ', 'adj', 'succ', 'pred', 'nodes', 'edges', 'in_edges', 'out_edges', 'degree', 'in_degree', 'out_degree', '__networkx_cache__'
))
MASKED_PARTS = frozenset(('_mask', '_fill_value', '_sharedmask', '_hardmask', '_isfield', '_baseclass', '_optinfo', '_basedict'))
MATRIX_PARTS = frozenset(('_getitem',))

def feed_added(digest, value, apart, reader, depth):
    # Attributes that the user has added. What cannot be read of them hides nothing else.
    for name, part in sorted(instance_dict(value).items(), key=attribute_name):
        if name not in apart:
            feed_member(digest, name, part, reader, depth)

def feed_graph(digest, value, reader, depth):
    state = instance_dict(value)
    feed_parts(digest, tuple([state.get(name) for name in GRAPH_PARTS]), reader, depth)
    feed_added(digest, value, GRAPH_OWN, reader, depth)

def plain_array(value):
    # The same memory without what the class adds.
    return array_class[0].view(value, array_class[0])

def feed_plain(digest, plain, reader, depth):
    # Of an array that is gone at once its place says nothing, its memory does.
    reader.reach.add(owner_of(plain))
    feed_array(digest, plain, reader, depth)

def feed_masked(digest, value, reader, depth):
    state, plain = instance_dict(value), plain_array(value)
    feed_plain(digest, plain, reader, depth)
    filler = state.get('_fill_value')
    if filler is None:
        # The first look at it leaves it there.
        feed_array(digest, loaded_class('numpy.ma.core', '_check_fill_value')(None, plain.dtype), reader, depth)
    elif is_array(filler):
        feed_array(digest, filler, reader, depth)
    else:
        raise Unreadable
    for part in (state.get('_mask'), state.get('_hardmask')):
        digest.update(digest_of(part, reader, depth + 1))
    feed_added(digest, value, MASKED_PARTS, reader, depth)

def feed_records(digest, value, reader, depth):
    feed_content(digest, dict, value, reader, depth)

def feed_fields(digest, value, reader, depth):
    feed_pairs(digest, sorted(instance_dict(value).items(), key=attribute_name), reader, depth)

def feed_matrix(digest, value, reader, depth):
    feed_plain(digest, plain_array(value), reader, depth)
    feed_added(digest, value, MATRIX_PARTS, reader, depth)

def feed_numbers(digest, value, reader, depth):
    # Arrays of NumPy may be made of its memory.
    reader.reach.add(('memory', address(value)))
    feed_parts(digest, (value.typecode, value.tobytes()), reader, depth)

WRAPPED = {
    'networkx.classes.graph.Graph': feed_graph, 'networkx.classes.digraph.DiGraph': feed_graph,
    'networkx.classes.multigraph.MultiGraph': feed_graph, 'networkx.classes.multidigraph.MultiDiGraph': feed_graph,
    'sklearn.utils._bunch.Bunch': feed_records, 'sklearn.utils.Bunch': feed_records, 'argparse.Namespace': feed_fields, 'array.array': feed_numbers,
    'numpy.matrix': feed_matrix, 'numpy.ma.MaskedArray': feed_masked, 'numpy.ma.core.MaskedArray': feed_masked,
}

def feed_wrapped(digest, value, reader, depth):
    kind = type(value)
    name = type_name(kind)
    write = WRAPPED.get(name)
    module, _, short = (name or '').rpartition('.')
    if write is None or loaded_class(module, short) is not kind:
        return False
    loop = reader.enter(value, depth)
    if loop is not None:
        digest.update(b'loop %d' % loop)
        return True
    try:
        digest.update(name.encode())
        write(digest, value, reader, depth)
    finally:
        reader.leave(value)
    return True
`;
