// The part of the Python probe that tells where a stream of random numbers was seeded and with what, without seeding any.

/**
 * Defines `seeds_now()`, `outer_lines(source)` and `seedings_of(...)`. A seed counts when the state that a stream is in
 * is one that the seed leads to: it is compared with that of a stream of the probe's own.
 */
export const seedsSource = String.raw`
SEEDS_LIMIT = 50
CANDIDATES_LIMIT = 12
# How often a stream may have renewed its state since it was seeded: 624 draws of 32 bits each.
RENEWALS = 8
FRESH_TORCH = 67280421310721
SCOPE_START = re.compile(r'(?:async\s+)?def\b|class\b')
SEED_CALL = re.compile(r'(?<![\w.])((?:[^\W\d]\w*\.)*)(\w*(?:seed|Seed)\w*|PRNGKey|key|default_rng|RandomState|Random|Generator|PCG64|MT19937|SeedSequence)\(\s*([^(),\n]{0,80})')
SEED_ARGUMENT = re.compile(r'\s*=\s*([-+]?\w[\w.]{0,80})')
SEED_ARGUMENTS = frozenset(('random_state', 'seed', 'random_seed', 'rng_seed', 'manual_seed', 'data_seed', 'shuffle_seed', 'seed_value'))
KEY_MADE = re.compile(r'([^\W\d]\w*)\s*=\s*(?:[^\W\d]\w*\.)*(?:PRNGKey|random\.key)\(\s*([^(),\n]{1,80})')
SEEDERS = {
    'random.seed': 'random', 'numpy.random.seed': 'numpy', 'numpy.random.mtrand.seed': 'numpy', 'torch.manual_seed': 'torch', 'torch.random.manual_seed': 'torch',
    'tensorflow.random.set_seed': 'tensorflow',
}

def outer_lines(source):
    # Lines that run where they stand: not those in functions and classes.
    is_inside = False
    for line in source[:SOURCE_LIMIT].split('\n')[:1000]:
        if line[:1] not in (' ', '\t', ')', ']', '}', '#', ''):
            is_inside = SCOPE_START.match(line) is not None
        if not is_inside:
            yield line[:1000]

def seed_value(text, namespace):
    # The seed that an argument stands for: a whole number or a text; NOTHING when it cannot be told.
    text = text.strip().partition('=')[2].strip() if '=' in text else text.strip()
    if not text:
        return NOTHING
    if text[0] in '\x27"' and text[-1] == text[0] and len(text) > 1 and '\\' not in text:
        return text[1:-1]
    try:
        return int(text, 0)
    except ValueError:
        pass
    value = namespace.get(text, NOTHING)
    if type(value) is int or type(value) is str:
        return value
    name, _, field = text.partition('.')
    holder = namespace.get(name, NOTHING)
    if field and holder is not NOTHING and type(holder) is not module_type:
        found = dict(entries_of(holder, 'params')).get(field, NOTHING)
        return found if type(found) is int else NOTHING
    return NOTHING

def seeds_now():
    # Seeds that libraries remember.
    found = {}
    owner = loaded_class('torch', 'default_generator')
    if owner is not None:
        found['torch'] = owner.initial_seed()
    context = loaded_class('tensorflow.python.eager.context', '_context')
    if context is not None:
        found['tensorflow'] = instance_dict(context).get('_seed')
    return found

def python_states(seed):
    own = loaded_class('random', 'Random')(seed)
    for _ in range(RENEWALS):
        state = own.getstate()
        yield state[1][:624], state
        own.getrandbits(624 * 32)

def numpy_states(seed):
    if type(seed) is not int or not 0 <= seed < 1 << 32:
        return
    own = loaded_class('numpy.random', 'RandomState')(seed)
    for _ in range(RENEWALS):
        yield own._bit_generator.state['state']['key'].tobytes(), None
        own._bit_generator.random_raw(624, False)

def place_on_way(state, states):
    # (how many renewals after the seed the state stands, how far it got in it); None for another way.
    for steps, (key, _) in enumerate(states):
        if state is not None and key == state[0]:
            return steps, state[1]
    return None

def comparable(stream, raw):
    # (key, place) of a global stream's state.
    if raw is None:
        return None
    if stream == 'random':
        return raw[1][:624], raw[1][624]
    return raw[:2496], raw[2496:]

def seed_by_state(stream, before, after, candidates):
    # The candidate that led to the state, unless the state before stood on the same way already.
    states = python_states if stream == 'random' else numpy_states
    for seed in candidates:
        now = place_on_way(after, states(seed))
        if now is None:
            continue
        then = place_on_way(before, states(seed))
        if then is None or then[0] > now[0] or (stream == 'random' and then[0] == now[0] and then[1] > now[1]):
            return seed
    return NOTHING

def explicit_seeds(source, namespace):
    # {stream: seed} of calls at the top level whose function is known.
    found = {}
    for line in outer_lines(source):
        for base, name, argument in SEED_CALL.findall(line):
            parts = (base + name).split('.')
            module = namespace.get(parts[0], NOTHING)
            if argument.strip() in ('', 'None'):
                # Seeded from the system: nobody knows with what.
                continue
            full = '.'.join([vars(module).get('__name__', '')] + parts[1:]) if type(module) is module_type and len(parts) > 1 else ''
            if full in SEEDERS:
                found[SEEDERS[full]] = seed_value(argument, namespace)
    return found

def generator_seed(value, candidates):
    # The seed of a generator that a name stands for; NOTHING for one that was not seeded or cannot be told.
    kind = type(value)
    if loaded_class('numpy.random', 'Generator') is kind:
        source = value.bit_generator
        if type(source).__name__ not in BIT_GENERATORS or not is_exported(source, 'numpy.random'):
            return NOTHING
        sequence = getattr(source, 'seed_seq', None) or getattr(source, '_seed_seq', None)
        if type_name(type(sequence)) != 'numpy.random.bit_generator.SeedSequence':
            return NOTHING
        entropy = sequence.entropy
        if type(entropy) is list and entropy and kinds_of(entropy) == [int]:
            return str(entropy)
        if type(entropy) is not int or (entropy >= 1 << 64 and entropy not in candidates):
            return NOTHING
        return '%d%s' % (entropy, ' spawned %s' % (sequence.spawn_key,) if sequence.spawn_key else '')
    if loaded_class('torch', 'Generator') is kind:
        seed = value.initial_seed()
        return NOTHING if seed == FRESH_TORCH else seed
    if loaded_class('random', 'Random') is kind:
        state = kind.getstate(value)
        return next((seed for seed in candidates if place_on_way((state[1][:624], 0), python_states(seed)) is not None), NOTHING)
    if loaded_class('numpy.random', 'RandomState') is kind and generator_state(value) is not None:
        key = value._bit_generator.state['state']['key'].tobytes()
        return next((seed for seed in candidates if place_on_way((key, 0), numpy_states(seed)) is not None), NOTHING)
    return NOTHING

def seed_arguments(source, namespace):
    # [(function, argument, seed as it is written, or its value)] of calls.
    found = []
    calls = []
    word = before = None
    for match in PIECES.finditer(source[:SOURCE_LIMIT]):
        name, sign = match.group(6), match.group(7)
        if name is not None:
            argument = SEED_ARGUMENT.match(source, match.end()) if name in SEED_ARGUMENTS and calls and calls[-1] else None
            if argument is not None and argument.group(1) != 'None':
                value = seed_value(argument.group(1), namespace)
                found.append((calls[-1], name, argument.group(1) if value is NOTHING else value))
            before, word = word, name
        elif sign is not None:
            if sign in '([{':
                calls.append(word if sign == '(' and word is not None and before != 'def' and word not in NOT_CALLED else None)
            elif sign in ')]}' and calls:
                calls.pop()
            before = word = None
    return found

def seeds_of_streams(state, namespace, candidates, moved):
    # [(stream, seed)] of the global streams.
    source = state['source']
    explicit = explicit_seeds(source, namespace)
    found = []
    for stream in ('random', 'numpy'):
        if (candidates and stream in moved) or stream in explicit:
            raw = prints.get(stream, (None, None))[1]
            seed = seed_by_state(stream, comparable(stream, state['raw'].get(stream)), comparable(stream, raw), candidates)
            if seed is NOTHING and stream in explicit and (stream in moved or explicit[stream] in candidates):
                seed = explicit[stream] if explicit[stream] is not NOTHING else ''
            if seed is not NOTHING:
                found.append((stream, seed))
    now = seeds_now()
    for stream in now:
        if now[stream] is not None and (now[stream] != state['seeds'].get(stream, now[stream] if stream == 'torch' and now[stream] not in candidates else None) or stream in explicit):
            if now[stream] in candidates or now[stream] < 1 << 32:
                found.append((stream, now[stream]))
    return found

def seeds_inside(source, namespace):
    # Numbers in functions of the user's that the cell names and that seed: defaults of parameters, and what stands in the code.
    found = []
    for name in mentioned_in_order(source):
        value = namespace.get(name, NOTHING)
        for code in code_of(value) if value is not NOTHING else ():
            if any(['seed' in part for part in code.co_names]):
                found.extend((value.__defaults__ or ()) if type(value) is FunctionType else ())
                found.extend(code.co_consts)
    return [part for part in found if type(part) is int]

@once
def names_seeds(source):
    low = source.lower()
    return 'seed' in low or 'random_state' in low or 'key(' in low

def seedings_of(state, names, namespace, moved):
    source = state['source']
    if names:
        classes = stream_classes()
        names = [name for name in names if any([type(namespace[name]) is kind for kind in classes])]
    if not names and not moved and not names_seeds(source):
        return []
    arguments = seed_arguments(source, namespace) if names_seeds(source) else []
    texts = [argument for _, _, argument in SEED_CALL.findall(source[:SOURCE_LIMIT])]
    values = [seed_value(text, namespace) for text in texts] + [seed for _, _, seed in arguments]
    values += seeds_inside(source, namespace)
    values += [namespace[name] for name in mentioned_in_order(source) if 'seed' in name.lower() and type(namespace.get(name, NOTHING)) is int]
    candidates = list(dict.fromkeys([value for value in values if type(value) is int or (type(value) is str and value)]))[:CANDIDATES_LIMIT]
    found = seeds_of_streams(state, namespace, candidates, moved)
    for name in names:
        seed = generator_seed(namespace[name], candidates)
        if seed is not NOTHING:
            found.append((name, seed))
    if 'jax' in sys.modules:
        for line in outer_lines(source):
            found.extend([(name, seed_value(text, namespace)) for name, text in KEY_MADE.findall(line)])
    told = [{'stream': stream, 'seed': '' if seed is NOTHING else str(seed)[:200]} for stream, seed in found]
    told += [{'stream': function, 'seed': str(seed)[:200], 'argument': argument} for function, argument, seed in arguments]
    return told[:SEEDS_LIMIT]
`;
