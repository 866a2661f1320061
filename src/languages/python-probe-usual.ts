// The part of the Python probe that tells whether what stands between the text of a cell and its output is IPython's own.

/**
 * Defines `is_usual()`. A thread of the user's goes on while a cell runs; an own output, formatter, hook, transformer, tracer, timer or handler of errors
 * runs with each cell, whatever its text says. None of them needs to have come after the probe.
 */
export const usualSource = String.raw`
count_threads = loaded_class('_thread', '_count')
time_of_alarm = loaded_class('_signal', 'getitimer')
ALARMS = (0, 1, 2)
# Libraries whose threads run nothing of the user's.
QUIET_THREADS = frozenset(('zmq', 'ipykernel', 'IPython', 'tqdm', 'pydevd', '_pydevd_bundle', 'debugpy'))
# Where what runs with each cell is from; extensions such as the one that loads modules again do more than to show.
SHELL = frozenset(('IPython', 'ipykernel', 'traitlets', 'matplotlib_inline', 'matplotlib', 'builtins'))
EXTENSIONS = 'IPython.extensions'
MethodType = types.MethodType
usual_outputs = sys.stdout, sys.stderr
# What these and the shell hold, which is looked at before each cell.
outputs_state, shell_state = list(map(instance_dict, usual_outputs)), instance_dict(ip)
RUN_WITH_CELLS = ('pre_execute', 'pre_run_cell', 'post_execute', 'post_run_cell')
TRANSFORM_CODE = ('cleanup_transforms', 'line_transforms', 'token_transformers')
SHOW_ERRORS = ('showtraceback', '_showtraceback', 'showsyntaxerror', '_showsyntaxerror')

def maker_of(work):
    # The name of the module that a function, a method, a class, or what can be called else is from.
    while type(work) is MethodType:
        work = work.__func__
    if type(work) is FunctionType:
        return work.__globals__.get('__name__')
    return class_module(work if type(work) is type else type(work))

def is_from(work, places):
    module = maker_of(work)
    return type(module) is str and module.partition('.')[0] in places

def is_of_shell(work):
    if type(work) is FunctionType and work.__globals__ is globals():
        return True
    return is_from(work, SHELL) and not maker_of(work).startswith(EXTENSIONS)

def are_of_shell(works):
    return all(map(is_of_shell, works))

def writers_in(state):
    # What writes for an output: IPython puts a function of its own before the one that does, another one for each cell.
    write = state.get('write')
    inner = write.__closure__ or () if type(write) is FunctionType else ()
    return [work for work in (write, *[cell.cell_contents for cell in inner]) if type(work) in (FunctionType, MethodType)]

def places_of(parts):
    return tuple(map(address, parts))

# Where all that is judged lay when it was judged last, as mostly all of it is still there, and what was found: whether what runs with cells is the
# shell's, how many threads are quiet, whether what shows the interpreter's own values is the shell's, by the tables of all formatters.
judged = {'works': None, 'is_usual': False, 'threads': None, 'quiet': 0, 'tables': [], 'shown': None, 'shows_as_usual': False}

def is_quiet_thread(thread):
    return is_from(thread, QUIET_THREADS) or is_from(instance_dict(thread).get('_target'), QUIET_THREADS)

def runs_alone():
    # Whether there are no threads but those of the kernel and of the probe.
    threads = loaded_class('threading', '_active').copy()
    places = (*threads, *places_of(threads.values()))
    if places != judged['threads']:
        judged.update({'threads': places, 'quiet': sum(map(is_quiet_thread, threads.values()))})
    return count_threads() <= len(own_threads) + judged['quiet']

def nothing_interrupts():
    # No function that each step of the interpreter calls, and no alarm that the system will give.
    return sys.gettrace() is None and sys.getprofile() is None and (time_of_alarm is None or not any([time_of_alarm(alarm)[0] for alarm in ALARMS]))

def works_with_cells():
    # What runs with each cell, shows what it gives, or what it fails with.
    callbacks, transforms = ip.events.callbacks, instance_dict(ip.input_transformer_manager)
    return [
        *chain.from_iterable([callbacks.get(name, ()) for name in RUN_WITH_CELLS]),
        *chain.from_iterable([transforms.get(name, ()) for name in TRANSFORM_CODE]),
        *ip.input_transformers_post, *ip.ast_transformers,
        *[shell_state[name] for name in SHOW_ERRORS if name in shell_state],
        ip.displayhook,
    ]

def tables_of(formatters):
    return [table for formatter in formatters for table in (formatter.type_printers, formatter.singleton_printers, formatter.deferred_printers)]

def is_usual_table(table):
    # Of what shows types of the interpreter's, single values of these, or types that are told by name.
    for kind, printer in table.items():
        is_plain = class_module(kind) == 'builtins' if is_class(kind) else type(kind) is not tuple or kind[0] == 'builtins'
        if is_plain and not is_of_shell(printer):
            return False
    return True

def works_as_usual():
    kinds, writers = list(map(type, usual_outputs)), list(chain.from_iterable(map(writers_in, outputs_state)))
    works, shows = works_with_cells(), ip.display_formatter
    formatters = [shows.ipython_display_formatter, shows.mimebundle_formatter, *shows.formatters.values()]
    # Of functions that are new for each cell: the names around them, which tell where they are from.
    homes = [(work.__func__ if type(work) is MethodType else work).__globals__ for work in writers]
    places = places_of(chain(kinds, homes, works, (shows,), formatters))
    if places != judged['works']:
        is_usual = are_of_shell(chain(writers, works, (shows,), formatters)) and not any([is_users_module(class_module(kind)) for kind in kinds])
        judged.update({'works': places, 'is_usual': is_usual, 'tables': tables_of(formatters) if is_usual else [], 'shown': None})
    return judged['is_usual']

def shows_as_usual():
    tables = judged['tables']
    places = places_of(chain(chain.from_iterable(tables), chain.from_iterable(map(dict.values, tables))))
    if places != judged['shown']:
        judged.update({'shown': places, 'shows_as_usual': all(map(is_usual_table, tables))})
    return judged['shows_as_usual']

def is_usual():
    try:
        return (
            sys.stdout is usual_outputs[0] and sys.stderr is usual_outputs[1] and not ip.custom_exceptions and nothing_interrupts()
            and works_as_usual() and runs_alone() and shows_as_usual()
        )
    except Exception:
        return False
`;
