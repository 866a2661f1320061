"""Runs cells in a real kernel and prints, for each, the messages that belong to it.

Reads {"cells": [{"code": ..., "silent": ..., "cellId": ...}, ...], "kernel": NAME} from standard input; prints one JSON list, with one
list of [channel, message type, content] for each cell. In place of a cell may stand a message to a comm, {"type": ..., "content": ...}.
"""
import json
import queue
import sys
import time

from jupyter_client import KernelManager

# Seconds: far more than anything takes, on a machine that has much else to do as well.
PATIENCE = 300


def collect(client, msg_id, waiting, limit):
    found = []
    end = time.time() + limit
    while waiting and time.time() < end:
        for channel in ("iopub", "shell"):
            try:
                message = getattr(client, f"get_{channel}_msg")(timeout=0.05)
            except queue.Empty:
                continue
            # What the probe learns late comes under an earlier request.
            is_late = message["msg_type"] == "comm_msg"
            if message["parent_header"].get("msg_id") != msg_id and not is_late:
                continue
            found.append([channel, message["msg_type"], message["content"]])
            if message["msg_type"] == "execute_reply":
                waiting.discard("reply")
            if message["content"].get("execution_state") == "idle":
                waiting.discard("idle")
    return found


def send_to_comm(client, asked):
    message = client.session.msg(asked["type"], asked["content"])
    client.shell_channel.send(message)
    return message["header"]["msg_id"]


def send(client, cell):
    silent = bool(cell.get("silent"))
    content = {
        "code": cell["code"],
        "silent": silent,
        "store_history": not silent,
        "user_expressions": {},
        "allow_stdin": False,
        "stop_on_error": not silent,
    }
    metadata = {"cellId": cell["cellId"]} if cell.get("cellId") else {}
    message = client.session.msg("execute_request", content, metadata=metadata)
    client.shell_channel.send(message)
    return message["header"]["msg_id"]


def start(name, tries=3):
    """Starts a kernel. Where others start one at the same time, they may take its ports: then it ends at once, and another is tried."""
    manager = KernelManager(kernel_name=name)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE)
        return manager, client
    except RuntimeError:
        has_ended = not manager.is_alive()
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        if not has_ended or tries == 1:
            raise
    return start(name, tries - 1)


def main():
    asked = json.load(sys.stdin)
    cells = asked["cells"]
    manager, client = start(asked.get("kernel", "python3"))
    try:
        results = []
        for cell in cells:
            if "type" in cell:
                results.append(collect(client, send_to_comm(client, cell), {"idle"}, PATIENCE))
                continue
            msg_id = send(client, cell)
            results.append([["sent", "execute_request", {"msg_id": msg_id}], *collect(client, msg_id, {"idle", "reply"}, PATIENCE)])
        print(json.dumps(results, default=str))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


main()
