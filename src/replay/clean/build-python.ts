// Builds an environment from pinned packages into a cache: Python, run by a kernel that does nothing else.

/**
 * Runs in a namespace of its own, with `OPTIONS` in it. Prints what it does, line by line, and at last one line of JSON:
 * the interpreter, what it is, and the packages that could not be had.
 */
export const PYTHON_BUILD = `
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

PINS = OPTIONS['pins']
SERIES = OPTIONS['series']
CACHE = os.path.join(
    os.environ.get('XDG_CACHE_HOME')
    or (os.environ.get('LOCALAPPDATA') if os.name == 'nt' else None)
    or os.path.join(os.path.expanduser('~'), '.cache'),
    'jupyterlab-retrace', 'environments')
KEY = hashlib.sha256(json.dumps([1, SERIES, sys.platform, sorted(PINS)]).encode()).hexdigest()[:24]
NOTE = os.path.join(CACHE, KEY + '.json')
LABEL = (
    "import json, platform; from importlib import metadata; "
    "print(json.dumps([platform.python_implementation(), platform.python_version(), "
    "len({d.metadata['Name'] for d in metadata.distributions()})]))")
ENVIRONMENT = {name: value for name, value in os.environ.items()
               if name not in ('VIRTUAL_ENV', 'PYTHONPATH', 'PYTHONHOME', 'CONDA_PREFIX')}
# A repository that wants a password is one that could not be had.
ENVIRONMENT.update(GIT_TERMINAL_PROMPT='0')
ENVIRONMENT.setdefault('GIT_SSH_COMMAND', 'ssh -o BatchMode=yes')


def tell(text):
    print(text, flush=True)


def finish(**found):
    tell(json.dumps({'retrace': found}))


def python_of(folder):
    return os.path.join(folder, *(('Scripts', 'python.exe') if os.name == 'nt' else ('bin', 'python')))


def call(arguments):
    tell('$ ' + ' '.join(one if len(one) < 80 else one[:60] + '...' for one in arguments[:8]))
    process = subprocess.Popen(arguments, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, encoding='utf-8', errors='replace')
    last = ''
    try:
        for line in process.stdout:
            if line.strip():
                last = line.strip()
                tell(last[:300])
        code = process.wait()
    except BaseException:
        process.kill()
        raise
    return code == 0, last[:300]


def installer(uv, python):
    if uv:
        return [uv, 'pip', 'install', '--python', python]
    return [python, '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off']


def install(command, pins, missing):
    """All at once; where that fails, half by half, until it is known which ones cannot be had."""
    is_done, last = call([*command, '--no-deps', *pins])
    if is_done:
        return
    if len(pins) == 1:
        tell('Not to be had: ' + pins[0])
        missing.append([pins[0], last])
        return
    middle = len(pins) // 2
    install(command, pins[:middle], missing)
    install(command, pins[middle:], missing)


def build():
    os.makedirs(CACHE, exist_ok=True)
    folder = tempfile.mkdtemp(prefix=KEY + '-', dir=CACHE)
    try:
        uv = shutil.which('uv')
        here = '%d.%d' % sys.version_info[:2]
        if uv:
            is_made, last = call([uv, 'venv', '--allow-existing', '--python', SERIES or here, folder])
        elif SERIES not in ('', here):
            is_made, last = False, 'Python %s is not here, and neither is uv, which could fetch it' % SERIES
        else:
            is_made, last = call([sys.executable, '-m', 'venv', folder])
        if not is_made:
            raise RuntimeError(last)
        python, missing = python_of(folder), []
        command = installer(uv, python)
        if PINS:
            install(command, PINS, missing)
        is_there, last = call([*command, 'ipykernel'])
        if not is_there:
            raise RuntimeError('ipykernel could not be installed: ' + last)
        note = {'python': python, 'missing': missing, 'tool': 'uv' if uv else 'venv'}
        # What was not to be had today may be there tomorrow.
        if not missing:
            with open(NOTE + '.new', 'w', encoding='utf-8') as file:
                json.dump(note, file)
            os.replace(NOTE + '.new', NOTE)
        return note
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def known():
    try:
        with open(NOTE, encoding='utf-8') as file:
            note = json.load(file)
        return note if os.path.exists(note['python']) else None
    except (OSError, ValueError, KeyError):
        return None


try:
    note = known()
    if note:
        tell('This environment was built before.')
    else:
        note = build()
    told = subprocess.run([note['python'], '-c', LABEL], env=ENVIRONMENT, capture_output=True, encoding='utf-8', check=True)
    finish(label=json.loads(told.stdout), **note)
except Exception as error:
    finish(failed='%s' % error)
`;
