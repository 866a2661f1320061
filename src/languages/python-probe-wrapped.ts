// The part of the Python probe that fingerprints values of libraries which are little more than a container or an array of the interpreter's or of NumPy's.

/**
 * Defines `feed_wrapped`; true when the value was one of them. What libraries work out and keep beside the content is left out.
 */
export const wrappedSource = String.raw`
# What graphs of networkx hold; all else in them is a way to look at it.
GRAPH_PARTS = ('graph', '_node', '_adj', '_pred')

def feed_graph(digest, value, reader, depth):
    state = instance_dict(value)
    feed_parts(digest, tuple([state.get(name) for name in GRAPH_PARTS]), reader, depth)

def plain_array(value):
    # The same memory without what the class adds.
    return array_class[0].view(value, array_class[0])

def feed_masked(digest, value, reader, depth):
    mask = instance_dict(value).get('_mask')
    digest.update(digest_of(plain_array(value), reader, depth + 1))
    digest.update(digest_of(mask, reader, depth + 1))

def feed_records(digest, value, reader, depth):
    feed_content(digest, dict, value, reader, depth)

def feed_fields(digest, value, reader, depth):
    feed_pairs(digest, sorted(instance_dict(value).items(), key=attribute_name), reader, depth)

def feed_matrix(digest, value, reader, depth):
    feed_array(digest, plain_array(value), reader, depth)

def feed_numbers(digest, value, reader, depth):
    feed_parts(digest, (value.typecode, value.tobytes()), reader, depth)

WRAPPED = {
    'networkx.classes.graph.Graph': feed_graph, 'networkx.classes.digraph.DiGraph': feed_graph,
    'networkx.classes.multigraph.MultiGraph': feed_graph, 'networkx.classes.multidigraph.MultiDiGraph': feed_graph,
    'sklearn.utils._bunch.Bunch': feed_records, 'argparse.Namespace': feed_fields, 'array.array': feed_numbers,
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
