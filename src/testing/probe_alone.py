"""Starts the probe in this Python, beside a shell that is none, and prints what it sends as one JSON list.

Reads {"before": ..., "source": ..., "after": ...} from standard input: code that prepares the world, the probe, and code
that runs when the probe has said all. `sent` is the list of messages, `scope` the probe's own names.
"""
import json
import sys
import time
from types import SimpleNamespace

given = json.load(sys.stdin)
pause, now = time.sleep, time.monotonic
sent = []
hooks = {}


class Session:
    def send(self, socket, kind, content, parent=None, ident=None):
        sent.append(json.loads(json.dumps(content["data"])))


parent = {"header": {"msg_id": "m1"}}
kernel = SimpleNamespace(
    session=Session(),
    iopub_socket=None,
    get_parent=lambda: parent,
    io_loop=SimpleNamespace(add_callback=lambda work, *args: work(*args)),
)
events = SimpleNamespace(register=hooks.__setitem__)
ip = SimpleNamespace(kernel=kernel, events=events, user_ns={}, get_parent=lambda: parent)
sys.modules["IPython.core.getipython"] = SimpleNamespace(get_ipython=lambda: ip)


def wait(kind, seconds=20, count=1):
    end = now() + seconds
    while sum(message["kind"] == kind for message in sent) < count:
        if now() > end:
            raise SystemExit(f"The probe sent no {kind}: {[message['kind'] for message in sent]}")
        pause(0.005)


def run_cell(source):
    hooks["pre_run_cell"](SimpleNamespace(raw_cell=source))
    exec(source, ip.user_ns)
    info = SimpleNamespace(cell_id=None)
    hooks["post_run_cell"](SimpleNamespace(info=info, execution_count=1, error_before_exec=None, error_in_exec=None))


exec(given["before"])
exec(given["source"])
wait("details")
scope = ip._retrace_greet.__globals__
exec(given["after"])
sys.__stdout__.write("\n" + json.dumps(sent) + "\n")
