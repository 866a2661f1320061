"""Runs tasks in real kernels and answers with what each execution showed, reported and left.

Reads one JSON task a line, answers one JSON line a task, in the order in which they end:
{"id", "language": "python" or "r", "data": [path], "probe": source or null, "commId", "label": bool, "timeout": seconds, "kernels": [
  {"cells": [{"cellId", "code", "mayRaise"}], "stopOnError": bool, "seat": 0..2, "branch": bool, "document": [cell]}]}
All kernels of a task share one folder, which starts with copies of `data`, by their names alone, or by what stands after
the last `/./` of a path. A kernel with `branch` gets a copy of that folder, as the kernels without left it. `seat` chooses the process that the kernel is forked
from. `document` is for kernels of ipyflow, which are asked what they think of its cells at the end.
"""
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from nbformat.v4 import output_from_msg

from forked_kernel import Broken, Kernel, Seat
from r_seat import RSeat

SEATS = 3
KEPT = ("stream", "display_data", "execute_result", "error")
# Stands for the throw-away folder in what is kept, so that equal runs show equal paths. It need not exist.
SHOWN_FOLDER = "/home/user/notebook"


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
        result["left"] = kernel.seat.left(kernel, cell["code"])
    return result


def run_kernel(seats, plan, task, folder, home):
    kernel = Kernel(seats.of(task.get("language", "python"), plan.get("seat", 0)), folder, home)
    done = []
    environment = None
    try:
        if task.get("label"):
            kernel.seat.prepare_labels(kernel, folder)
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


class Seats:
    """The processes that kernels are forked from, each started when it is first asked for."""

    KINDS = {"python": Seat, "r": RSeat}

    def __init__(self, home):
        self.home = home
        self.lock = threading.Lock()
        self.started = {}

    def of(self, language, number):
        place = (language, number % SEATS)
        with self.lock:
            if place not in self.started:
                self.started[place] = self.KINDS[language](self.home)
            return self.started[place]

    def close(self):
        for seat in self.started.values():
            seat.close()


def main():
    home = tempfile.mkdtemp("", "retrace-truth-")
    seats = Seats(home)
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
        seats.close()
        shutil.rmtree(home, ignore_errors=True)


main()
