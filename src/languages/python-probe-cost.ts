// The part of the Python probe that tells what an execution took: time, processor time, memory.

/**
 * Defines `cost_now()` and `cost_between(before, after)`. Nothing is reset, so that what the user measures stays as it
 * is, and no memory of a graphics card is touched: frameworks keep count of it themselves.
 */
export const costSource = String.raw`
def load_resource():
    # The module is forgotten again, so that what is loaded stays as it is without the probe.
    was_there = 'resource' in sys.modules
    try:
        import resource
    except Exception:
        return None
    if not was_there:
        sys.modules.pop('resource', None)
    return resource

resource = load_resource()
process_clock = getattr(time_module, 'process_time', None)
# Processor time of the probe's own thread, which is no cell's doing.
hashing_time = [0.0]

def used_now():
    # (processor time of the process and of children that ended, most memory that it had), each None where the system does not tell.
    if resource is not None:
        own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
        memory = int(own.ru_maxrss if sys.platform == 'darwin' else own.ru_maxrss * 1024) or None
        return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime - hashing_time[0], memory
    return process_clock() - hashing_time[0] if process_clock is not None else None, None

def gpu_now():
    # [(allocated, highest so far)] of torch's devices once the user's code has used one; () otherwise.
    if loaded_class('torch.cuda', '_initialized') is not True:
        return ()
    stats, count = loaded_class('torch.cuda', 'memory_stats'), loaded_class('torch._C', '_cuda_getDeviceCount')
    if type(stats) is not FunctionType or count is None:
        return ()
    found = [stats(device) for device in range(min(8, count()))]
    return tuple([(part.get('allocated_bytes.all.current', 0), part.get('allocated_bytes.all.peak', 0)) for part in found])

def gpu_between(before, after):
    # A peak that rose is this execution's; else only what was allocated around it is known.
    if not after:
        return None
    before = before if len(before) == len(after) else ((0, 0),) * len(after)
    return sum([new[1] if new[1] > old[1] else max(old[0], new[0]) for old, new in zip(before, after)])

def cost_now():
    # The clock is read last before a cell and first after it.
    ended = clock()
    try:
        cpu, memory = used_now()
        return {'cpu': cpu, 'memory': memory, 'gpu': gpu_now(), 'ended': ended, 'begun': clock()}
    except Exception:
        return {'cpu': None, 'memory': None, 'gpu': (), 'ended': ended, 'begun': clock()}

def seconds_between(before, after):
    # Of the clock, and of the processor, None where the system does not tell.
    cpu = after['cpu'] - before['cpu'] if before['cpu'] is not None and after['cpu'] is not None else None
    return after['ended'] - before['begun'], cpu

def time_taken(before, after):
    # What the cell took of the processor, as a busy machine makes all else longer; of the clock where it mostly waited.
    if before is None or after is None:
        return 0.0
    wall, cpu = seconds_between(before, after)
    return cpu if cpu is not None and SHORT <= cpu < wall else wall

def cost_between(before, after):
    wall, cpu = seconds_between(before, after)
    return {
        'wallMs': round(max(0.0, wall) * 1000, 3),
        'cpuMs': None if cpu is None else round(max(0.0, cpu) * 1000, 3),
        'peakMemoryBytes': after['memory'],
        'gpuMemoryBytes': gpu_between(before['gpu'], after['gpu']),
    }
`;
