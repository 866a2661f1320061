// Has a tool that is there lock pinned packages: Python, standard library alone, run by a kernel or by the terminal.

/**
 * Runs in a namespace of its own, with `OPTIONS` in it. Prints one line of JSON at last: the text of `pylock.toml` and the
 * tool that made it, or why there is none.
 */
export const PYTHON_LOCK = `
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

PINS, VERSION, SECONDS = OPTIONS['pins'], OPTIONS['version'], OPTIONS['seconds']
HERE = '%d.%d' % sys.version_info[:2]
ENVIRONMENT = dict(os.environ, NO_COLOR='1', PIP_DISABLE_PIP_VERSION_CHECK='1', PIP_NO_INPUT='1', GIT_TERMINAL_PROMPT='0')
ENVIRONMENT.setdefault('GIT_SSH_COMMAND', 'ssh -o BatchMode=yes')


class NoLock(Exception):
    """Says why there is none."""


def finish(**found):
    print(json.dumps({'retrace_lock': found}), flush=True)


def call(arguments, folder):
    try:
        return subprocess.run(arguments, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding='utf-8', errors='replace', timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise NoLock('it took longer than %d seconds' % SECONDS)


def by_uv(uv, folder):
    tool = call([uv, '--version'], folder).stdout.split(' (')[0].strip()
    version = ['--python-version', VERSION] if VERSION else []
    done = call([uv, 'pip', 'compile', 'requirements.txt', '--no-deps', '--no-build', '--no-header', '--quiet',
                 '--python', sys.executable, *version, '--format', 'pylock.toml', '--output-file', 'pylock.toml'], folder)
    return tool, done


def by_pip(folder):
    told = re.match(r'pip (\\d+)\\.(\\d+)\\S*', call([sys.executable, '-m', 'pip', '--version'], folder).stdout)
    if not told or (int(told[1]), int(told[2])) < (25, 1):
        raise NoLock('neither uv nor a pip that can lock packages (25.1 or newer) is there')
    if VERSION and not (VERSION + '.').startswith(HERE + '.'):
        raise NoLock('pip locks for the Python that it runs in, which is %s, and uv is not there' % HERE)
    done = call([sys.executable, '-m', 'pip', 'lock', '--requirement', 'requirements.txt', '--no-deps',
                 '--only-binary', ':all:', '--quiet', '--output', 'pylock.toml'], folder)
    return told[0], done


def reason_in(told):
    lines = [line.strip() for line in told.splitlines()]
    lines = [line for line in lines if line and not line.startswith(('WARNING', 'warning', 'hint', '[notice]'))]
    return ' '.join(lines)[:400] or 'it did not say why'


def lock(folder):
    with open(os.path.join(folder, 'requirements.txt'), 'w', encoding='utf-8') as file:
        file.write(''.join(pin + '\\n' for pin in PINS))
    uv = shutil.which('uv')
    tool, done = by_uv(uv, folder) if uv else by_pip(folder)
    made = os.path.join(folder, 'pylock.toml')
    if done.returncode or not os.path.exists(made):
        raise NoLock('%s could not lock the packages: %s' % (tool, reason_in(done.stderr or done.stdout)))
    with open(made, encoding='utf-8') as file:
        return tool, file.read()


try:
    if not PINS:
        raise NoLock('no package is known that an index has')
    with tempfile.TemporaryDirectory(prefix='retrace-lock-') as folder:
        tool, text = lock(folder)
    finish(tool=tool, text=text)
except NoLock as problem:
    finish(why='%s' % problem)
except Exception as error:
    finish(why='it could not be made (%s: %s)' % (type(error).__name__, error))
`;
