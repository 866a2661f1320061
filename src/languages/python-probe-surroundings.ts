// The part of the Python probe that tells what kind of interpreter runs, on which system, with which settings.
import { recordedVariables } from '../model';

const names = JSON.stringify(recordedVariables);

/** Defines `settings_now()`, to be called when the probe starts, and `surroundings(found, unknown, settings)`. */
export const surroundingsSource = String.raw`
VARIABLES = ${names}
IMAGE_VARIABLES = ('JUPYTER_IMAGE_SPEC', 'JUPYTER_IMAGE', 'CONTAINER_IMAGE', 'DOCKER_IMAGE', 'IMAGE_NAME', 'APPTAINER_CONTAINER', 'SINGULARITY_CONTAINER', 'APPTAINER_NAME', 'SINGULARITY_NAME')

def settings_now():
    # What the user's code may change later.
    found = {}
    for name in VARIABLES:
        value = os.environ.get(name)
        if type(value) is str:
            found[name] = tidy(value, 500)
    return found

def conda_folder():
    folder = os.path.join(sys.prefix, 'conda-meta')
    return folder if os.path.isdir(folder) else None

def image_name():
    for name in IMAGE_VARIABLES:
        value = os.environ.get(name)
        if value:
            return os.path.basename(value) if value.startswith('/') else public_address(value)
    return ''

def is_in_container():
    return any(map(os.path.exists, ('/.dockerenv', '/run/.containerenv', '/.singularity.d')))

def executable():
    # (kind, name)
    if conda_folder() is not None:
        own = os.environ.get('CONDA_DEFAULT_ENV') if os.environ.get('CONDA_PREFIX') == sys.prefix else ''
        return 'conda', os.path.basename(own or sys.prefix)
    if sys.prefix != sys.base_prefix:
        return 'venv', os.path.basename(sys.prefix)
    if image_name() or is_in_container():
        return 'container', image_name()
    return 'system', ''

def system():
    if sys.platform == 'darwin':
        text = read_start('/System/Library/CoreServices/SystemVersion.plist')
        return 'macOS ' + re.search(r'<key>ProductVersion</key>\s*<string>([^<]+)', text).group(1)
    if hasattr(sys, 'getwindowsversion'):
        return 'Windows %d.%d.%d' % tuple(sys.getwindowsversion()[:3])
    for path in ('/etc/os-release', '/usr/lib/os-release'):
        if os.path.exists(path):
            found = re.search(r'(?m)^PRETTY_NAME=(.*)$', read_start(path))
            if found:
                return found.group(1).strip('"\' ')
    return None

def machine():
    return os.uname().machine if hasattr(os, 'uname') else os.environ.get('PROCESSOR_ARCHITECTURE')

def locale_name():
    module = sys.modules.get('locale')
    return module.setlocale(module.LC_CTYPE) if module is not None else next((os.environ[name] for name in ('LC_ALL', 'LC_CTYPE', 'LANG') if os.environ.get(name)), None)

def time_zone():
    own = os.environ.get('TZ', '').lstrip(':')
    if own:
        return own
    if os.path.islink('/etc/localtime'):
        place = os.path.realpath('/etc/localtime')
        if '/zoneinfo/' in place:
            return place.partition('/zoneinfo/')[2]
    if os.path.exists('/etc/timezone'):
        name = read_start('/etc/timezone').strip()
        if name:
            return name
    minutes = -time_module.timezone // 60
    return 'UTC%s%02d:%02d' % (('-' if minutes < 0 else '+',) + divmod(abs(minutes), 60))

def surroundings(found, unknown, settings):
    learn(found, unknown, 'executable', 'The kind of interpreter could not be told.', lambda: executable()[0])
    found['executableName'] = tidy(executable()[1], 200) if 'executable' in found else ''
    found['image'] = tidy(image_name(), 300)
    learn(found, unknown, 'system', 'The operating system does not tell its version.', system)
    learn(found, unknown, 'machine', 'The operating system does not tell the machine.', machine)
    learn(found, unknown, 'locale', 'The locale could not be read.', locale_name)
    learn(found, unknown, 'timeZone', 'The time zone could not be read.', time_zone)
    found['variables'] = settings
`;
