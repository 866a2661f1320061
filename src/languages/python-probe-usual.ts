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

def is_usual_output(stream, usual):
    # IPython puts a function of its own before the one that writes.
    write = instance_dict(stream).get('write')
    inner = write.__closure__ or () if type(write) is FunctionType else ()
    works = [write] + [cell.cell_contents for cell in inner]
    return stream is usual and not is_users_module(class_module(type(stream))) and are_of_shell([work for work in works if type(work) in (FunctionType, MethodType)])

def is_quiet_thread(thread):
    return is_from(thread, QUIET_THREADS) or is_from(instance_dict(thread).get('_target'), QUIET_THREADS)

def runs_alone():
    # Whether there are no threads but those of the kernel and of the probe.
    threads = list(loaded_class('threading', '_active').values())
    return count_threads() <= len(own_threads) + sum(map(is_quiet_thread, threads))

def nothing_interrupts():
    # No function that each step of the interpreter calls, and no alarm that the system will give.
    return sys.gettrace() is None and sys.getprofile() is None and (time_of_alarm is None or not any([time_of_alarm(alarm)[0] for alarm in ALARMS]))

def runs_as_usual():
    callbacks, transforms = ip.events.callbacks, instance_dict(ip.input_transformer_manager)
    hooks = [hook for name in RUN_WITH_CELLS for hook in callbacks.get(name, ())]
    transformers = [work for name in TRANSFORM_CODE for work in transforms.get(name, ())]
    return are_of_shell(hooks) and are_of_shell(transformers) and are_of_shell(ip.input_transformers_post) and are_of_shell(ip.ast_transformers)

def shows_errors_as_usual():
    state = instance_dict(ip)
    return not ip.custom_exceptions and are_of_shell([state[name] for name in SHOW_ERRORS if name in state])

def tables_of(formatters):
    return [table for formatter in formatters for table in (formatter.type_printers, formatter.singleton_printers, formatter.deferred_printers)]

def is_usual_table(table):
    # Of what shows types of the interpreter's, single values of these, or types that are told by name.
    for kind, printer in table.items():
        is_plain = class_module(kind) == 'builtins' if is_class(kind) else type(kind) is not tuple or kind[0] == 'builtins'
        if is_plain and not is_of_shell(printer):
            return False
    return True

# How many formatters there are, what they show by, where its parts lie, and whether all of it that matters is IPython's own.
formatting = {'count': 0, 'tables': [], 'places': None, 'is_usual': False}

def formats_as_usual():
    shows = ip.display_formatter
    others = shows.formatters
    if len(others) != formatting['count']:
        formatters = [shows.ipython_display_formatter, shows.mimebundle_formatter, *others.values()]
        if not are_of_shell(formatters):
            return False
        formatting.update({'count': len(others), 'tables': tables_of(formatters), 'places': None})
    tables = formatting['tables']
    places = tuple(map(address, chain(chain.from_iterable(tables), chain.from_iterable(map(dict.values, tables)))))
    if places != formatting['places']:
        formatting.update({'places': places, 'is_usual': all(map(is_usual_table, tables))})
    return formatting['is_usual'] and is_of_shell(shows) and is_of_shell(ip.displayhook)

def is_usual():
    try:
        return (
            is_usual_output(sys.stdout, usual_outputs[0]) and is_usual_output(sys.stderr, usual_outputs[1]) and nothing_interrupts()
            and runs_as_usual() and shows_errors_as_usual() and runs_alone() and formats_as_usual()
        )
    except Exception:
        return False
`;
