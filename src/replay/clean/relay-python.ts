// Starts a kernel of another interpreter and passes on what it says: Python, run by a kernel that does nothing else.

/**
 * Runs in a namespace of its own, with `OPTIONS` in it. Each call of `run` prints the messages of one execution as lines
 * of JSON, and its reply at last. The other kernel ends with this one.
 */
export const PYTHON_RELAY = `
import atexit
import json
import os
import queue
import sys
import threading
import types

PYTHON = OPTIONS['python']
orders, events, interrupt = queue.Queue(), queue.Queue(), threading.Event()


def surroundings():
    left_out = ('VIRTUAL_ENV', 'PYTHONPATH', 'PYTHONHOME', 'CONDA_PREFIX', 'MPLBACKEND')
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    environment['PATH'] = os.path.dirname(PYTHON) + os.pathsep + environment.get('PATH', '')
    environment['VIRTUAL_ENV'] = os.path.dirname(os.path.dirname(PYTHON))
    return environment


def started():
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import KernelManager
    manager = KernelManager()
    manager._kernel_spec = KernelSpec(
        argv=[PYTHON, '-m', 'ipykernel_launcher', '-f', '{connection_file}'],
        display_name='clean', language='python')
    manager.start_kernel(env=surroundings())
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    # An orderly end lets the other kernel clear up after itself.
    atexit.register(stop, manager)
    return manager, client


def stop(manager):
    try:
        manager.shutdown_kernel()
    except Exception:
        pass


def next_message(get, request, timeout):
    try:
        message = get(timeout=timeout)
    except queue.Empty:
        return None
    return message if message['parent_header'].get('msg_id') == request else None


def pass_on(manager, client, order):
    request = client.execute(order['code'], silent=order['silent'], store_history=not order['silent'],
                             allow_stdin=False, stop_on_error=False)
    reply, is_idle = None, False
    while reply is None or not is_idle:
        if interrupt.is_set():
            interrupt.clear()
            manager.interrupt_kernel()
        message = next_message(client.get_iopub_msg, request, 0.05)
        if message and message['msg_type'] == 'status':
            is_idle = message['content'].get('execution_state') == 'idle'
        elif message:
            events.put({'type': message['msg_type'], 'content': message['content']})
        if reply is None:
            message = next_message(client.get_shell_msg, request, 0.01)
            reply = message['content'] if message else None
        if message is None and not manager.is_alive():
            events.put({'died': True})
            return
    events.put({'reply': reply})


def serve():
    try:
        manager, client = started()
    except Exception as error:
        events.put({'failed': '%s' % error})
        return
    events.put({'started': True})
    while True:
        pass_on(manager, client, orders.get())


def follow():
    while True:
        try:
            event = events.get(timeout=0.2)
        except queue.Empty:
            continue
        except KeyboardInterrupt:
            interrupt.set()
            continue
        print(json.dumps(event), flush=True)
        if not 'type' in event:
            return


def run(code, silent):
    interrupt.clear()
    orders.put({'code': code, 'silent': silent})
    follow()


relay = types.ModuleType('retrace_relay')
relay.run = run
sys.modules['retrace_relay'] = relay
threading.Thread(target=serve, daemon=True).start()
follow()
`;
