// The program that runs kernels for the command line: Python with jupyter_client, spoken to in lines of JSON.

/**
 * Reads orders from standard input, `{op: 'start' | 'run' | 'end'}`, and answers each on standard output. Whatever ends it
 * ends its kernel: the end of its input, a signal, its own end.
 */
export const DRIVER = `
import json
import os
import queue
import signal
import sys
import threading
import time

answers = os.fdopen(os.dup(1), 'w', encoding='utf-8', newline='\\n')
os.dup2(2, 1)
LIMIT = 64 * 1024 * 1024
GRACE = 10
LABEL = (
    "(lambda p, m: '%s %s, %d packages' % (p.python_implementation(), p.python_version(), "
    "len({d.metadata['Name'] for d in m.distributions()})))(__import__('platform'), __import__('importlib.metadata').metadata)"
)


def answer(**content):
    answers.write(json.dumps(content) + '\\n')
    answers.flush()


try:
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
    from jupyter_client.manager import KernelManager
except ImportError as error:
    answer(event='failed', reason='jupyter_client cannot be imported: %s' % error)
    sys.exit(0)


class Outputs:
    """What a notebook would show: streams joined, displays updated, the whole cleared."""

    def __init__(self):
        self.shown = []
        self.by_id = {}
        self.updates = []
        self.is_clearing = False
        self.size = 0

    def add(self, kind, content):
        if kind == 'clear_output':
            self.is_clearing = content.get('wait') is True
            if not self.is_clearing:
                self.shown = []
            return
        if kind == 'update_display_data':
            display_id = (content.get('transient') or {}).get('display_id')
            for output in self.by_id.get(display_id, []):
                output['data'] = content.get('data', {})
                output['metadata'] = content.get('metadata', {})
            if display_id is not None:
                self.updates.append({'output_type': 'display_data', 'displayId': display_id, 'data': content.get('data', {}),
                                     'metadata': content.get('metadata', {})})
            return
        if self.is_clearing:
            self.shown = []
            self.is_clearing = False
        last = self.shown[-1] if self.shown else None
        if kind == 'stream':
            self.size += len(content['text'])
            if last and last['output_type'] == 'stream' and last['name'] == content['name']:
                last['pieces'].append(content['text'])
            else:
                self.shown.append({'output_type': 'stream', 'name': content['name'], 'pieces': [content['text']]})
        elif kind == 'error':
            self.shown.append({'output_type': 'error', 'ename': content.get('ename', ''),
                               'evalue': content.get('evalue', ''), 'traceback': content.get('traceback', [])})
        else:
            self.size += sum(len(text) for text in content.get('data', {}).values() if isinstance(text, str))
            output = {'output_type': kind, 'data': content.get('data', {}), 'metadata': content.get('metadata', {})}
            if kind == 'execute_result':
                output['execution_count'] = content.get('execution_count')
            self.shown.append(output)
            display_id = (content.get('transient') or {}).get('display_id')
            if display_id is not None:
                self.by_id.setdefault(display_id, []).append(output)

    def displays(self):
        names = {id(output): name for name, outputs in self.by_id.items() for output in outputs}
        return [{'outputIndex': index, 'displayId': names[id(output)]}
                for index, output in enumerate(self.shown) if id(output) in names]

    def all(self):
        return [
            {'output_type': 'stream', 'name': one['name'], 'text': ''.join(one['pieces'])}
            if one['output_type'] == 'stream' else one
            for one in self.shown
        ]


class Kernel:
    def __init__(self):
        self.manager = None
        self.client = None
        self.lock = threading.Lock()

    def start(self, order):
        specs = KernelSpecManager().get_all_specs()
        name, note = order['kernel'], ''
        if name not in specs and order['replaces']:
            language = order['language']
            likes = [one for one in sorted(specs, key=lambda one: one != 'python3')
                     if specs[one]['spec'].get('language', '').lower() == language]
            if likes:
                note = 'There is no kernel “%s” here; “%s” is used in its place.' % (name, likes[0])
                name = likes[0]
        if name not in specs:
            known = ', '.join(sorted(specs)) or 'none'
            answer(event='failed', reason='There is no kernel “%s” here; there are: %s' % (name, known))
            return
        manager = KernelManager(kernel_name=name)
        manager.start_kernel(cwd=order['cwd'], stdout=2, stderr=2)
        with self.lock:
            self.manager = manager
        self.client = manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=order['patience'])
        info = self.client.kernel_info(reply=True, timeout=order['patience'])['content']
        language = info.get('language_info', {})
        label = ('%s %s' % (language.get('name', ''), language.get('version', ''))).strip()
        if language.get('name') == 'python':
            reply = self.client.execute('', silent=True, user_expressions={'label': LABEL}, reply=True, timeout=order['patience'])
            data = reply['content'].get('user_expressions', {}).get('label', {}).get('data', {})
            label = data.get('text/plain', label).strip("'")
        answer(event='started', name=name, note=note, label=label, language=language.get('name', ''))

    def run(self, order):
        began = time.monotonic()
        deadline = None if order['timeout'] is None else began + order['timeout']
        outputs, status, error = Outputs(), None, None
        client = self.client
        request = client.execute(order['code'], silent=order['silent'], store_history=not order['silent'],
                                 allow_stdin=True, stop_on_error=False)
        is_idle = has_reply = False
        ended_by = None
        while not (is_idle and has_reply):
            kind, content = self.next_message(client.iopub_channel, request, 0.02 if is_idle else 0.2)
            if kind == 'status' and content['execution_state'] == 'idle':
                is_idle = True
            elif kind in ('stream', 'display_data', 'execute_result', 'update_display_data', 'clear_output', 'error'):
                outputs.add(kind, content)
                if kind == 'error':
                    error = {'ename': content.get('ename', ''), 'evalue': content.get('evalue', '')}
            if not has_reply:
                kind, content = self.next_message(client.shell_channel, request, 0)
                if kind == 'execute_reply':
                    has_reply = True
                    if content.get('status') == 'error' and error is None:
                        error = {'ename': content.get('ename', ''), 'evalue': content.get('evalue', '')}
            if is_idle and has_reply:
                break
            now = time.monotonic()
            if ended_by is None:
                kind, content = self.next_message(client.stdin_channel, request, 0)
                if kind == 'input_request':
                    ended_by = 'input-requested'
                elif deadline is not None and now > deadline:
                    ended_by = 'timeout'
                elif outputs.size > LIMIT:
                    ended_by = 'error'
                    error = {'ename': 'OutputLimit', 'evalue': 'More than 64 MB of output'}
                if ended_by is not None:
                    deadline = now + GRACE
                    self.manager.interrupt_kernel()
            elif now > deadline:
                break
            if not self.manager.is_alive():
                status = 'died'
                break
        status = status or ended_by or ('error' if error else 'ok')
        answer(event='ended', id=order['id'], status=status, outputs=outputs.all(),
               displays=outputs.displays(), updates=outputs.updates,
               error=error if status == 'error' else None, ms=round(1000 * (time.monotonic() - began)))

    def next_message(self, channel, request, patience):
        end = time.monotonic() + patience
        while True:
            try:
                message = channel.get_msg(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                return None, None
            if message['parent_header'].get('msg_id') == request:
                return message['msg_type'], message['content']

    def kill(self):
        with self.lock:
            if self.manager is not None and self.manager.has_kernel:
                try:
                    self.manager.shutdown_kernel(now=True)
                except Exception:
                    pass

    def end(self):
        try:
            if self.client is not None and self.manager.is_alive():
                self.client.stop_channels()
                self.manager.shutdown_kernel()
        finally:
            self.kill()


kernel = Kernel()
orders = queue.Queue()


def read_orders():
    for line in sys.stdin:
        order = json.loads(line)
        if order['op'] == 'kill':
            break
        orders.put(order)
    leave()


def leave(*_):
    kernel.kill()
    os._exit(0)


signal.signal(signal.SIGINT, lambda *_: None)
for name in ('SIGTERM', 'SIGHUP'):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), leave)


def main():
    while True:
        order = orders.get()
        if order['op'] == 'end':
            return
        try:
            if order['op'] == 'start':
                kernel.start(order)
            else:
                kernel.run(order)
        except Exception as error:
            reason = '%s: %s' % (type(error).__name__, error)
            if order['op'] == 'start':
                answer(event='failed', reason='The kernel could not be started (%s)' % reason)
            else:
                answer(event='ended', id=order['id'], status='died', outputs=[], error=None, ms=0)


threading.Thread(target=read_orders, daemon=True).start()
try:
    main()
finally:
    kernel.end()
answer(event='gone')
os._exit(0)
`;
