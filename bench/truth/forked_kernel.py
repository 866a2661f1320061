"""Real kernels for the truth bench: each is forked from a process that has the libraries loaded, and speaks over its own channels."""
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

HERE = os.path.dirname(os.path.abspath(__file__))


class Seat:
    """One process that kernels are forked from."""

    def __init__(self, home):
        arguments = [arg for arg in sys.argv[1:] if arg == "--ipyflow"]
        self.lock = threading.Lock()
        environment = {
            **os.environ,
            "IPYTHONDIR": os.path.join(home, "ipython"),
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        environment.pop("PYTHONHASHSEED", None)
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, "zygote.py"), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )

    def fork(self, connection, folder):
        with self.lock:
            self.process.stdin.write(json.dumps({"connection": connection, "folder": folder}) + "\n")
            self.process.stdin.flush()
            return int(self.process.stdout.readline())

    def prepare_labels(self, kernel, folder):
        setting = f"__import__('os').environ.__setitem__('TRUTH_FOLDER', {folder!r})"
        kernel.request("", 30, silent=True, expressions={"ready": setting, "left": "__import__('truth_label').take('')"})

    def left(self, kernel, code):
        """What the kernel's namespace holds after a cell."""
        expression = f"__import__('truth_label').take({code!r})"
        reply, _ = kernel.request("", 30, silent=True, expressions={"left": expression})
        found = reply.get("user_expressions", {}).get("left", {})
        text = found.get("data", {}).get("text/plain")
        return json.loads(bytes.fromhex(text.strip("'"))) if text else None

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)


class Broken(Exception):
    """The kernel died or took too long."""


class Kernel:
    def __init__(self, seat, folder, home):
        self.seat = seat
        self.connection, _ = write_connection_file(tempfile.mktemp(".json", "kernel-", home))
        self.pid = seat.fork(self.connection, folder)
        self.client = BlockingKernelClient(connection_file=self.connection)
        self.client.load_connection_file()
        self.client.start_channels(stdin=False, hb=False)
        self.wait_until_ready()

    def wait_until_ready(self):
        end = time.time() + 60
        while time.time() < end:
            msg_id = self.client.kernel_info()
            try:
                while time.time() < end:
                    message = self.client.get_iopub_msg(timeout=0.1)
                    if message["parent_header"].get("msg_id") == msg_id and message["content"].get("execution_state") == "idle":
                        return
            except queue.Empty:
                continue
        raise Broken("The kernel did not start.")

    def request(self, code, timeout, cell_id=None, silent=False, expressions=None):
        """Sends one request; gives its reply and the messages that belong to it, up to idle."""
        content = {
            "code": code, "silent": silent, "store_history": not silent, "user_expressions": expressions or {},
            "allow_stdin": False, "stop_on_error": False,
        }
        message = self.client.session.msg("execute_request", content, metadata={"cellId": cell_id} if cell_id else {})
        self.client.shell_channel.send(message)
        msg_id = message["header"]["msg_id"]
        end = time.time() + timeout
        found = []
        while True:
            try:
                answer = self.client.get_iopub_msg(timeout=max(0.01, min(1, end - time.time())))
            except queue.Empty:
                if time.time() >= end or not is_alive(self.pid):
                    raise Broken("A cell took too long, or the kernel died.") from None
                continue
            if answer["parent_header"].get("msg_id") != msg_id:
                continue
            found.append(answer)
            if answer["content"].get("execution_state") == "idle":
                break
        while True:
            reply = self.client.get_shell_msg(timeout=10)
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply["content"], found

    def open_comm(self, target, data):
        self.comm_id = "truth-" + target
        self.send_comm("comm_open", {"comm_id": self.comm_id, "target_name": target, "data": data})

    def ask_comm(self, data, timeout):
        """Sends one message to the open comm and gives the last answer that comes before idle."""
        return self.send_comm("comm_msg", {"comm_id": self.comm_id, "data": data}, timeout)

    def send_comm(self, kind, content, timeout=10):
        message = self.client.session.msg(kind, content)
        self.client.shell_channel.send(message)
        found = None
        end = time.time() + timeout
        while time.time() < end:
            try:
                answer = self.client.get_iopub_msg(timeout=1)
            except queue.Empty:
                continue
            if answer["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if answer["msg_type"] == "comm_msg":
                found = answer["content"]["data"]
            if answer["content"].get("execution_state") == "idle":
                return found
        raise Broken("A comm did not answer.")

    def close(self):
        self.client.stop_channels()
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        for path in (self.connection, self.connection + ".log", self.connection + ".left"):
            if os.path.exists(path):
                os.remove(path)


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            # A kernel that nobody waits for stays as a zombie.
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
