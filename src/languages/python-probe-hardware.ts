// The part of the Python probe that tells what the computer is.

/** Defines `hardware(unknown)` and `gpus_of_frameworks()`. The kernel's own limits count, where a container sets some. */
export const hardwareSource = String.raw`
TOOL_SECONDS = 5
NO_GPU_TOLD = 'nvidia-smi was not found, and no imported framework told of graphics processors.'

def cpu_name():
    if sys.platform == 'darwin':
        return run_tool(['sysctl', '-n', 'machdep.cpu.brand_string'], TOOL_SECONDS, 1000)[0].decode().strip()
    if os.name == 'nt':
        return os.environ.get('PROCESSOR_IDENTIFIER')
    text = read_start('/proc/cpuinfo', 1 << 14)
    for label in ('model name', 'Model', 'Hardware', 'cpu model', 'cpu'):
        found = re.search(r'(?m)^%s\s*:\s*(.+)$' % label, text)
        if found:
            return found.group(1).strip()
    if '\nCPU implementer' in '\n' + text:
        for line in run_tool(['lscpu'], TOOL_SECONDS, 1 << 14)[0].decode().splitlines():
            if line.startswith('Model name:'):
                return line[11:].strip()
    return None

def core_count():
    return len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()

def memory_size():
    if not hasattr(os, 'sysconf'):
        return None
    size = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES')
    for path in ('/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'):
        try:
            text = read_start(path, 100).strip()
        except OSError:
            continue
        if text.isdigit():
            size = min(size, int(text))
    return size if size > 0 else None

def has_no_gpu():
    # True where the system itself says that there is none; None where it does not say.
    if sys.platform != 'linux':
        return None
    return not any(map(os.path.exists, ('/dev/nvidiactl', '/dev/nvidia0', '/dev/kfd', '/dev/dxg', '/proc/driver/nvidia/version'))) or None

def gpus_of_tool():
    if find_tool('nvidia-smi') is None:
        if has_no_gpu():
            return []
        raise Unknown(NO_GPU_TOLD)
    text = run_tool(['nvidia-smi', '--query-gpu=name,driver_version,memory.total', '--format=csv,noheader,nounits'], TOOL_SECONDS, 1 << 16)[0]
    found = []
    for line in text.decode('utf-8', 'replace').splitlines():
        parts = [part.strip() for part in line.split(',')]
        if len(parts) == 3 and parts[0]:
            found.append({'name': tidy(parts[0], 200), 'driver': tidy(parts[1], 100), 'memoryBytes': int(parts[2]) << 20 if parts[2].isdigit() else None})
    return found[:64]

def gpus_of_frameworks():
    # From torch or JAX, once the user's code has set up its processors; None before.
    if loaded_class('torch.cuda', '_initialized') is True:
        count, properties = loaded_class('torch.cuda', 'device_count'), loaded_class('torch.cuda', 'get_device_properties')
        if type(properties) is FunctionType:
            seen = [properties(device) for device in range(min(64, count()))]
            return [{'name': tidy(one.name, 200), 'driver': '', 'memoryBytes': one.total_memory} for one in seen]
    backends = loaded_class('jax._src.xla_bridge', '_backends')
    if type(backends) is dict:
        for name in ('cuda', 'gpu', 'rocm'):
            if name in backends:
                return [{'name': tidy(one.device_kind, 200), 'driver': '', 'memoryBytes': None} for one in backends[name].devices()]
    return None

def hardware(unknown):
    found, own = {}, {}
    learn(found, own, 'cpu', 'The operating system does not tell the processor.', cpu_name)
    learn(found, own, 'cores', 'The number of processors could not be read.', core_count)
    learn(found, own, 'memoryBytes', 'The size of the memory could not be read.', memory_size)
    learn(found, own, 'gpus', 'Graphics processors could not be looked for.', gpus_of_tool)
    unknown.update({'hardware.' + name: sentence for name, sentence in own.items()})
    return found
`;
