// The part of the Python probe that tells what files hold: small ones at once, large ones while nothing else runs.

/**
 * Defines `content_of(path, found, budget, is_fresh)`, `start_hashing()` and `deliver_hashes()`. A thread that Python's
 * own list of threads does not know reads large files piece by piece and holds no lock; while a cell runs it takes a
 * small share of the time. What it found is sent in a message of its own.
 */
export const hashingSource = String.raw`
AT_ONCE = 1 << 17
PIECE = 1 << 20
SAMPLE_PIECE = 1 << 16
SAMPLE_PIECES = 96
JOBS_LIMIT = 2000
PAUSE = 0.06
READ_FLAGS = os.O_RDONLY | getattr(os, 'O_BINARY', 0) | getattr(os, 'O_NONBLOCK', 0) | getattr(os, 'O_CLOEXEC', 0) | getattr(os, 'O_NOCTTY', 0)
hashes = {}
jobs = deque()
finished = deque()

def key_of(found):
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size

def read_piece(path, key, place, size):
    # A piece of the file as it was looked up; None when it is another one by now. Opened anew each time, so that a
    # file that is being read can be removed everywhere.
    own_opened.add(path)
    handle = do_unheard(os.open, path, READ_FLAGS)
    try:
        if key_of(os.fstat(handle)) != key:
            return None
        if place:
            os.lseek(handle, place, 0)
        return os.read(handle, size)
    finally:
        os.close(handle)

def is_whole(size):
    return size <= HASH_BYTES or size <= SAMPLE_PIECE * SAMPLE_PIECES

def pieces_of(size):
    # What is read of a file: all of it, or pieces spread with a jitter that only the size decides, and the two ends.
    if is_whole(size):
        return [(place, PIECE) for place in range(0, size, PIECE)]
    jitter = blake2b(b'%d' % size, digest_size=64, key=b'retrace').digest()
    step = (size - SAMPLE_PIECE) // (SAMPLE_PIECES - 1)
    places = [n * step + jitter[n % 64] * max(0, step - SAMPLE_PIECE) // 256 for n in range(1, SAMPLE_PIECES - 1)]
    return [(place, SAMPLE_PIECE) for place in [0] + places + [size - SAMPLE_PIECE]]

def hash_steps(path, key):
    # Gives after each piece; the hash comes last, None when the file changed meanwhile.
    size = key[3]
    digest = blake2b(digest_size=16)
    if not is_whole(size):
        digest.update(b'sample %d ' % size)
    for place, wanted in pieces_of(size):
        while wanted > 0 and place < size:
            part = read_piece(path, key, place, wanted)
            if not part:
                return None
            digest.update(part)
            place += len(part)
            wanted -= len(part)
            yield
    return digest.hexdigest() if key_of(os.stat(path)) == key else None

def run_steps(steps):
    # One step: (is done, hash).
    try:
        next(steps)
        return False, None
    except StopIteration as end:
        return True, end.value
    except Exception:
        return True, None

def is_settled(key):
    # Whether a later change would show in the time of the file.
    return wall_clock() - key[2] / 1e9 > 0.1

def keep_hash(key, content):
    if content is not None and is_settled(key):
        if len(hashes) > 5000:
            hashes.clear()
        hashes[key] = content

def why_unread(path, key):
    # Why the file as it was looked up cannot be read.
    if watched[0]:
        return 'watched'
    try:
        return 'unreadable' if key_of(os.stat(path)) == key else 'changed'
    except FileNotFoundError:
        return 'gone'
    except Exception:
        return 'unreadable'

def content_of(path, found, budget, is_fresh):
    # (hash when it is known or quick to learn, else None, and why it is not known): a large file is read later.
    key = key_of(found)
    content = None if is_fresh else hashes.get(key)
    if content is None:
        if watched[0]:
            return None, 'watched'
        if found.st_size <= AT_ONCE and found.st_size <= budget['bytes'] and clock() < budget['end']:
            budget['bytes'] -= found.st_size
            steps = hash_steps(path, key)
            is_done = False
            while not is_done:
                is_done, content = run_steps(steps)
            keep_hash(key, content)
            return content, why_unread(path, key) if content is None else None
        if len(jobs) >= JOBS_LIMIT:
            return None, 'many'
        jobs.append((path, key, shown_path(path), int(found.st_mtime * 1000)))
        return None, 'later'
    return content, None

def read_later(path, key):
    # The whole hash of a file, with a rest after each piece while a cell runs; None also when reading has to end.
    steps = hash_steps(path, key)
    while not watched[0]:
        begun = thread_clock()
        is_done, content = run_steps(steps)
        hashing_time[0] += thread_clock() - begun
        if is_done:
            keep_hash(key, content)
            return content
        if listening[0]:
            sleep(PAUSE)
    return None

def work_off():
    hasher[0] = get_ident()
    try:
        while jobs and not watched[0]:
            path, key, shown, modified = jobs[0]
            content = hashes.get(key) or read_later(path, key)
            entry = {'path': shown, 'size': key[3], 'modified': modified, 'hash': content}
            entry.update({'isSampled': not is_whole(key[3])} if content is not None else {'unread': why_unread(path, key)})
            finished.append(entry)
            jobs.popleft()
    except Exception:
        jobs.clear()
    finally:
        hasher[0] = None
        try:
            # Messages are sent by the kernel's own thread, when no cell runs.
            ip.kernel.io_loop.add_callback(deliver_quietly)
        except Exception:
            pass

def start_hashing():
    if jobs and hasher[0] is None and not watched[0]:
        hasher[0] = 0
        start_new_thread(work_off, ())

def deliver_hashes():
    while finished:
        files = [finished.popleft() for _ in range(min(200, len(finished)))]
        complete_ring({(entry['path'], entry['size'], entry['modified']): entry for entry in files})
        send({'kind': 'hashes', 'files': files})
    start_hashing()

def complete_ring(known):
    # Puts hashes into the last reports that lack them.
    for place, text in enumerate(ring):
        if '"hash": null' not in text:
            continue
        report = loads(text)
        for entry in report.get('files') or ():
            later = known.get((entry['path'], entry['size'], entry['modified'])) if entry['hash'] is None else None
            if later is not None:
                entry.pop('unread', None)
                entry.update(later)
        ring[place] = write_json(report)

def deliver_quietly():
    try:
        if not listening[0]:
            deliver_hashes()
    except Exception:
        pass
`;
