// The part of the Python probe that notes when code asks the system for chance, which no seed makes come again.

/**
 * Defines `count_entropy(owner)` and `entropy_stream()`. Generators of NumPy without a seed, and whatever else begins anywhere, ask
 * through Python's module `random`. Left out is what the notebook's own code asks for, which its source tells, what a
 * module that is being loaded or another thread does for itself, and `RandomState`, which asks before it is seeded, too.
 */
export const entropySource = String.raw`
entropy_asked = [0]
LOADER = '<frozen importlib._bootstrap>'
ASKERS = frozenset(('random', 'secrets'))
# What makes generators of NumPy for copies of others, and from files: they get the state of these.
COPIER = 'numpy.random._pickle'

def is_loading(frame):
    while frame is not None:
        if frame.f_code.co_filename == LOADER:
            return True
        frame = frame.f_back
    return False

def takes_chance(frame):
    # Of the code that asks, behind the modules through which it does.
    while frame is not None and frame.f_globals.get('__name__') in ASKERS:
        frame = frame.f_back
    if frame is None or frame.f_globals is ip.user_ns or frame.f_globals.get('__name__') == COPIER:
        return False
    called = frame.f_code.co_names
    return ('RandomState' not in called or 'default_rng' in called) and not is_loading(frame)

def count_entropy(owner):
    # Python's own function is called with what it was given; it alone decides what comes of it.
    plain, frame_now, thread_now = vars(owner)['_urandom'], sys._getframe, get_ident
    cells = thread_now()
    def urandom(size):
        try:
            if thread_now() == cells and takes_chance(frame_now(1)):
                entropy_asked[0] += 1
        except Exception:
            pass
        return plain(size)
    owner._urandom = urandom

def entropy_stream():
    return b'%d' % entropy_asked[0]
`;
