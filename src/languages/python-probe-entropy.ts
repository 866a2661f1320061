// The part of the Python probe that notes when code asks the system for chance, which no seed makes come again.

/**
 * Defines `count_entropy(owner)` and `entropy_stream()`. NumPy's generators without a seed, and whatever else begins anywhere, ask through Python's
 * module `random`; a module that is being loaded does so for itself, and other threads for theirs.
 */
export const entropySource = String.raw`
entropy_asked = [0]
LOADER = '<frozen importlib._bootstrap>'

def is_loading(frame):
    while frame is not None:
        if frame.f_code.co_filename == LOADER:
            return True
        frame = frame.f_back
    return False

def count_entropy(owner):
    # Python's own function is called with what it was given; it alone decides what comes of it.
    plain, frame_now, thread_now = vars(owner)['_urandom'], sys._getframe, get_ident
    cells = thread_now()
    def urandom(size):
        try:
            if thread_now() == cells and not is_loading(frame_now(1)):
                entropy_asked[0] += 1
        except Exception:
            pass
        return plain(size)
    owner._urandom = urandom

def entropy_stream():
    return b'%d' % entropy_asked[0]
`;
