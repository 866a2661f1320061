"""Runs tasks in real kernels and answers with what each execution showed, reported and left.

Reads one JSON task a line, answers one JSON line a task, in the order in which they end:
{"id", "data": [path], "probe": source or null, "commId", "label": bool, "timeout": seconds, "kernels": [
  {"cells": [{"cellId", "code", "mayRaise"}], "stopOnError": bool, "seat": 0..2, "branch": bool, "document": [cell]}]}
All kernels of a task share one folder, which starts with copies of `data`, by their names alone, or by what stands after
the last `/./` of a path. A kernel with `branch` gets a copy of that folder, as the kernels without left it. `seat` chooses the process that the kernel is forked
from. `document` is for kernels of ipyflow, which are asked what they think of its cells at the end.
"""
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file
from nbformat.v4 import output_from_msg

HERE = os.path.dirname(os.path.abspath(__file__))
SEATS = 3
KEPT = ("stream", "display_data", "execute_result", "error")
# Stands for the throw-away folder in what is kept, so that equal runs show equal paths. It need not exist.
SHOWN_FOLDER = "/home/user/notebook"


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


class Broken(Exception):
    """The kernel died or took too long."""


class Kernel:
    def __init__(self, seat, folder, home):
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
        for path in (self.connection, self.connection + ".log"):
            if os.path.exists(path):
                os.remove(path)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def outputs_of(messages, folder):
    outputs = []
    clears = False
    for message in messages:
        kind, content = message["msg_type"], message["content"]
        if kind == "clear_output":
            clears = bool(content.get("wait"))
            outputs = outputs if clears else []
        elif kind == "update_display_data":
            shown = (content.get("transient") or {}).get("display_id")
            for output, display_id in outputs:
                if display_id is not None and display_id == shown:
                    output["data"] = content["data"]
        elif kind in KEPT:
            outputs, clears = ([] if clears else outputs), False
            output = json.loads(json.dumps(output_from_msg(message)).replace(folder, SHOWN_FOLDER))
            last = outputs[-1][0] if outputs else None
            if kind == "stream" and last and last["output_type"] == "stream" and last["name"] == output["name"]:
                last["text"] += output["text"]
            else:
                outputs.append((output, (content.get("transient") or {}).get("display_id")))
    return [output for output, _ in outputs]


def reports_of(messages, comm_id):
    return [
        message["content"]["data"]
        for message in messages
        if message["msg_type"] == "comm_msg" and message["content"].get("comm_id") == comm_id
    ]


def stamp(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + ".%03dZ" % (seconds % 1 * 1000)


def execute(kernel, cell, task, folder):
    started = time.time()
    reply, messages = kernel.request(cell["code"], task.get("timeout", 30), cell.get("cellId"))
    result = {
        "status": "ok" if reply["status"] == "ok" else "error",
        "executionCount": reply.get("execution_count"),
        "startedAt": stamp(started),
        "finishedAt": stamp(time.time()),
        "outputs": outputs_of(messages, folder),
    }
    reports = [data for data in reports_of(messages, task.get("commId")) if data.get("kind") == "report"]
    if reports:
        result["report"] = reports[-1]
    if task.get("label"):
        expression = f"__import__('truth_label').take({cell['code']!r})"
        reply, _ = kernel.request("", 30, silent=True, expressions={"left": expression})
        found = reply.get("user_expressions", {}).get("left", {})
        text = found.get("data", {}).get("text/plain")
        result["left"] = json.loads(bytes.fromhex(text.strip("'"))) if text else None
    return result


def run_kernel(seats, plan, task, folder, home):
    kernel = Kernel(seats[plan.get("seat", 0) % SEATS], folder, home)
    done = []
    environment = None
    try:
        if task.get("label"):
            setting = f"__import__('os').environ.__setitem__('TRUTH_FOLDER', {folder!r})"
            kernel.request("", 30, silent=True, expressions={"ready": setting, "left": "__import__('truth_label').take('')"})
        if task.get("probe"):
            _, messages = kernel.request(task["probe"], 30, silent=True)
            hellos = [data for data in reports_of(messages, task.get("commId")) if data.get("kind") == "hello"]
            environment = hellos[-1] if hellos else None
        flow = Ipyflow(kernel, plan["document"]) if plan.get("document") else None
        for cell in plan["cells"]:
            result = execute(kernel, cell, task, folder)
            done.append(result)
            if flow:
                flow.ran(cell)
            if result["status"] == "error" and plan.get("stopOnError") and not cell.get("mayRaise"):
                break
        suspects = flow.suspects() if flow else None
    finally:
        kernel.close()
    return {"executions": done, "environment": environment, "suspects": suspects}


class Ipyflow:
    """Speaks ipyflow's own protocol, as its front end does after each execution."""

    def __init__(self, kernel, document):
        self.kernel = kernel
        self.document = document
        self.contents = {cell["cellId"]: cell["code"] for cell in document}
        kernel.open_comm("ipyflow", {"interface": "jupyterlab", "exec_schedule": "hybrid_dag_liveness_based"})

    def ran(self, cell):
        contents = {**self.contents, cell["cellId"]: cell["code"]}
        self.contents = {cell["cellId"]: contents[cell["cellId"]] for cell in self.document}
        self.ask(cell["cellId"])

    def suspects(self):
        self.contents = {cell["cellId"]: cell["code"] for cell in self.document}
        last = self.ask(None) or {}
        return {
            "stale": sorted({*last.get("waiting_cells", []), *last.get("ready_cells", [])}),
            "unsafe": sorted(last.get("unsafe_order_cells", {})),
            "known": sorted(last.get("executed_cells", [])),
            "success": bool(last.get("success")),
        }

    def ask(self, executed):
        cells = {
            cell["cellId"]: {"index": index, "content": self.contents[cell["cellId"]], "type": "code"}
            for index, cell in enumerate(self.document)
        }
        request = {"type": "compute_exec_schedule", "cell_metadata_by_id": cells, "is_reactively_executing": False}
        if executed:
            request["executed_cell_id"] = executed
        return self.kernel.ask_comm(request, 30)


def place_in(folder, path):
    place = os.path.join(folder, path.split("/./")[-1] if "/./" in path else os.path.basename(path))
    os.makedirs(os.path.dirname(place), exist_ok=True)
    shutil.copy(path, place)


def run_task(seats, task, home):
    top = tempfile.mkdtemp("", "task-", home)
    try:
        folder = os.path.join(top, "0")
        os.mkdir(folder)
        for path in task.get("data", []):
            place_in(folder, path)
        kernels = []
        for index, plan in enumerate(task["kernels"]):
            place = folder
            if plan.get("branch"):
                place = os.path.join(top, str(index + 1))
                shutil.copytree(folder, place, symlinks=True)
            kernels.append(run_kernel(seats, plan, task, place, home))
        return {"id": task["id"], "kernels": kernels}
    except Broken as error:
        return {"id": task["id"], "problem": str(error)}
    finally:
        shutil.rmtree(top, ignore_errors=True)


def main():
    home = tempfile.mkdtemp("", "retrace-truth-")
    seats = [Seat(home) for _ in range(SEATS)]
    writing = threading.Lock()

    def work(line):
        task = json.loads(line)
        try:
            answer = run_task(seats, task, home)
        except Exception as error:
            answer = {"id": task["id"], "problem": f"{type(error).__name__}: {error}"}
        with writing:
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()

    try:
        with ThreadPoolExecutor(int(os.environ.get("TRUTH_WORKERS", "2"))) as pool:
            for line in iter(sys.stdin.readline, ""):
                pool.submit(work, line)
            # Nobody waits for what is left when the one who asked has gone.
            pool.shutdown(cancel_futures=True)
    finally:
        for seat in seats:
            seat.process.stdin.close()
            seat.process.wait(10)
        shutil.rmtree(home, ignore_errors=True)


main()
