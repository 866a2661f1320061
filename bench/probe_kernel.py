"""Runs cells in one kernel, one JSON object {"code", "silent"} a line, and answers each with a line when it is idle.

The argument is ipyflow for that kernel; anything else is the interpreter's own.
"""
import json
import os
import sys
import tempfile

# No startup files and no history of the person who measures.
os.environ["IPYTHONDIR"] = tempfile.mkdtemp(prefix="retrace-bench-")

from jupyter_client import KernelManager  # noqa: E402


def run(client, code, silent):
    content = {
        "code": code,
        "silent": silent,
        "store_history": False,
        "user_expressions": {},
        "allow_stdin": False,
        "stop_on_error": False,
    }
    message = client.session.msg("execute_request", content, metadata={"cellId": "cell"})
    client.shell_channel.send(message)
    answer = "ok"
    while True:
        found = client.get_iopub_msg(timeout=120)
        if found["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        if found["msg_type"] == "error":
            answer = found["content"]["evalue"]
        if found["content"].get("execution_state") == "idle":
            break
    client.get_shell_msg(timeout=120)
    return answer


def main():
    manager = KernelManager()
    if sys.argv[1] == "ipyflow":
        manager.kernel_spec.argv = [sys.executable, "-m", "ipyflow.kernel", "-f", "{connection_file}"]
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        for line in sys.stdin:
            cell = json.loads(line)
            print(run(client, cell["code"], cell["silent"]).replace("\n", " "), flush=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main()
