// The part of the Python probe that works beside the user's cells: a thread, and programs with a time limit.

/**
 * Defines `aside(work)`, `run_tool(args, seconds, limit)`, `do_unheard(act, …)`, `tidy(text)` and `public_address(url)`. The threads are not
 * those of `threading`, so that no list of the user's shows them.
 */
export const toolsSource = String.raw`
# Programs of the probe's own: how many run, and whether one did since the cell began.
tools = {'running': 0, 'ran': False}

class Unknown(Exception):
    # Its text is a sentence for the user.
    pass

def aside(work):
    # Off the path of the user's cells; on it where the system has no threads.
    def body():
        begun = thread_clock()
        try:
            work()
        except BaseException:
            pass
        finally:
            hashing_time[0] += thread_clock() - begun
    try:
        start_new_thread(body, ())
    except Exception:
        body()

def end_tool(child):
    # With all that it started.
    try:
        os.killpg(child.pid, 9)
    except Exception:
        try:
            child.kill()
        except Exception:
            pass

def reap(child):
    # Its processor time is no cell's doing.
    if not hasattr(os, 'wait4'):
        return child.wait()
    status, usage = os.wait4(child.pid, 0)[1:]
    hashing_time[0] += usage.ru_utime + usage.ru_stime
    child.returncode = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
    return child.returncode

def find_tool(name):
    # The full path, looked for where the system would.
    endings = ('.exe', '.cmd', '.bat') if os.name == 'nt' else ('',)
    for folder in os.environ.get('PATH', os.defpath).split(os.pathsep):
        for ending in endings:
            path = os.path.join(folder, name + ending)
            if folder and os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None

def is_told_of_children():
    # A handler of the user's for SIGCHLD would hear of every program that ends, ours too.
    module = sys.modules.get('signal')
    number = getattr(module, 'SIGCHLD', None)
    return number is not None and module.getsignal(number) not in (module.SIG_DFL, module.SIG_IGN, None)

def run_tool(args, seconds, limit, folder=None):
    # (output, whether it was cut), as bytes. A program that hangs is left to a thread of its own.
    stay_unheard()
    name = args[0]
    path = find_tool(name)
    if path is None:
        raise Unknown('%s was not found.' % name)
    if is_told_of_children():
        raise Unknown('%s was not started, as a signal handler of your own would have heard of it.' % name)
    settings = dict(os.environ, LC_ALL='C', GIT_OPTIONAL_LOCKS='0', GIT_TERMINAL_PROMPT='0', GIT_NO_LAZY_FETCH='1', GIT_PAGER='cat')
    settings.pop('GIT_EXTERNAL_DIFF', None)
    done = allocate_lock()
    done.acquire()
    box = {}
    def work():
        own_threads.add(get_ident())
        tools['running'] += 1
        tools['ran'] = True
        try:
            from subprocess import DEVNULL, PIPE, Popen
            child = box['child'] = do_unheard(Popen, [path] + list(args[1:]), stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, cwd=folder, env=settings, start_new_session=os.name == 'posix')
            try:
                text = child.stdout.read(limit + 1)
                if len(text) > limit:
                    end_tool(child)
            finally:
                child.stdout.close()
                box['code'] = reap(child)
            box['text'] = text
        except BaseException:
            pass
        finally:
            tools['running'] -= 1
            own_threads.discard(get_ident())
            done.release()
    try:
        do_unheard(start_new_thread, work, ())
    except Unknown:
        raise
    except Exception:
        raise Unknown('%s could not be started.' % name)
    if not done.acquire(True, seconds):
        end_tool(box.get('child'))
        raise Unknown('%s did not answer within %d seconds.' % (name, seconds))
    if 'text' not in box:
        raise Unknown('%s could not be started.' % name)
    is_cut = len(box['text']) > limit
    if box['code'] != 0 and not is_cut:
        raise Unknown('%s failed.' % name)
    return box['text'][:limit], is_cut

def tidy(text, limit=2000):
    # Text that every encoding can carry.
    if type(text) is bytes:
        text = text.decode('utf-8', 'replace')
    return text.encode('utf-8', 'backslashreplace').decode('utf-8')[:limit]

def public_address(url):
    # Without credentials, query and fragment, nor the token that conda puts into a path. The user of SSH is a part of
    # the way, not a secret.
    url = tidy(url).strip().partition('#')[0].partition('?')[0]
    scheme, mark, rest = url.partition('://')
    if not mark:
        return url
    host, slash, path = rest.partition('/')
    user, at, name = host.rpartition('@')
    is_plain = at and 'ssh' in scheme and ':' not in user
    return scheme + mark + (host if is_plain else name) + slash + re.sub('^t/[^/]+/', '', path)

def stay_unheard():
    # A hook of the user's that came while something is learnt aside would hear of what else is opened and started.
    if watched[0] and is_own_thread():
        raise Unknown('It was not looked for any further, as a hook of your own would have heard of it.')

def do_unheard(act, *args, **settings):
    # Done while no hook comes, on a thread of the probe's: one that is about to come waits for the end of it.
    if not is_own_thread():
        return act(*args, **settings)
    lock = allocate_lock()
    with lock:
        acting.append(lock)
        try:
            stay_unheard()
            return act(*args, **settings)
        finally:
            acting.remove(lock)

def read_start(path, limit=4096):
    with do_unheard(io_open, path, encoding='utf-8', errors='replace') as stream:
        return stream.read(limit)

def learn(found, unknown, name, sentence, work):
    # One item: what it is, or why nobody knows.
    try:
        value = work()
    except Unknown as error:
        value, sentence = None, str(error)
    except Exception:
        value = None
    if value is None or value == '':
        unknown[name] = sentence
    else:
        found[name] = value
`;
