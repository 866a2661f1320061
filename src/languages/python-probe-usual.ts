// The part of the Python probe that tells whether what stands between the text of a cell and its output is IPython's own.

/**
 * Defines `is_usual()` and `note_usual()`, which is called once the probe's own hooks stand. A thread of the user's goes on while a cell runs; an own
 * output, an own formatter, and hooks of others run with each cell, whatever its text says.
 */
export const usualSource = String.raw`
count_threads = loaded_class('_thread', '_count')
# Libraries whose threads run nothing of the user's.
QUIET_THREADS = frozenset(('zmq', 'ipykernel', 'IPython', 'tqdm', 'pydevd', '_pydevd_bundle', 'debugpy'))
usual_outputs = sys.stdout, sys.stderr
SHOWN = (int, str, float, bool, NoneType, bytes, complex)
RUN_WITH_CELLS = ('pre_execute', 'pre_run_cell', 'post_run_cell')
# How many threads there are without those of the user, of them quiet ones, and how many hooks; what formats small values, and whether that is as it was.
usual_counts = [0, 0, ()]
formatting = {'tables': [], 'printers': [], 'sizes': None, 'is_usual': True}

def hooks_now():
    callbacks = ip.events.callbacks
    return tuple([len(callbacks[name]) for name in RUN_WITH_CELLS]) + (len(ip.ast_transformers),)

def printers_of(tables):
    return [table.get(kind) for table in tables for kind in SHOWN]

def note_usual():
    usual_counts[:] = count_threads(), quiet_threads(), hooks_now()
    formatting['tables'] = [formatter.type_printers for formatter in ip.display_formatter.formatters.values()]
    formatting['printers'] = printers_of(formatting['tables'])

def quiet_threads():
    threads = loaded_class('threading', '_active')
    modules = [class_module(type(thread)) for thread in list(threads.values())]
    return sum([type(module) is str and module.partition('.')[0] in QUIET_THREADS for module in modules])

def runs_alone():
    # Whether there are no threads but those of the kernel and of the probe.
    more = count_threads() - usual_counts[0] - len(own_threads)
    return more <= 0 or more <= quiet_threads() - usual_counts[1]

def formats_as_usual():
    # Only plain texts are made of small values from the start; all others are looked up anew where something was added.
    tables, printers = formatting['tables'], formatting['printers']
    sizes = list(map(len, tables))
    if sizes != formatting['sizes']:
        formatting['sizes'] = sizes
        formatting['is_usual'] = all(map(is_, printers_of(tables), printers))
    return formatting['is_usual'] and all(map(is_, map(tables[0].get, SHOWN), printers))

def is_usual():
    try:
        return sys.stdout is usual_outputs[0] and sys.stderr is usual_outputs[1] and hooks_now() == usual_counts[2] and runs_alone() and formats_as_usual()
    except Exception:
        return False
`;
