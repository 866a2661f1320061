"""Runs cells in several kernels by turns, cell by cell, so that a busy machine slows all alike.

Reads one JSON object {"kernels", "before", "cells", "rounds"}: each kernel is {"argv", "install"}, the command
that starts it, with "{connection_file}" in it, and code that is run in silence before all else or null. Prints one list: for each cell
its rounds, for each round the kernels' [wall, processor] in milliseconds. A first round, in which modules are loaded, is
left out. The processor time is that of the whole kernel process, until 30 ms after the kernel is idle again, so that what
the probe does beside the cells counts as well. Linux only: it asks the clock of another process.
"""
import json
import os
import sys
import tempfile
import time

# No startup files and no history of the person who measures; threads of libraries would wait for each other.
os.environ["IPYTHONDIR"] = tempfile.mkdtemp(prefix="retrace-bench-")
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from jupyter_client import KernelManager  # noqa: E402

REST = 0.03


class Kernel:
    def __init__(self, argv, install):
        self.manager = KernelManager()
        self.manager.kernel_spec.argv = argv
        self.manager.start_kernel(cwd=tempfile.mkdtemp(prefix="retrace-bench-"))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        # The number under which the system keeps the processor time of another process.
        self.clock = (~self.manager.provisioner.pid << 3) | 2
        if install:
            self.run(install, silent=True)

    def processor(self):
        return time.clock_gettime(self.clock) * 1000

    def run(self, code, silent=False):
        """(wall, processor) in milliseconds."""
        content = {
            "code": code,
            "silent": silent,
            "store_history": not silent,
            "user_expressions": {},
            "allow_stdin": False,
            "stop_on_error": False,
        }
        message = self.client.session.msg("execute_request", content, metadata={"cellId": "cell"})
        processor, begun = self.processor(), time.perf_counter()
        self.client.shell_channel.send(message)
        while True:
            found = self.client.get_iopub_msg(timeout=300)
            if found["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if found["msg_type"] == "error":
                raise SystemExit(code + "\n" + found["content"]["evalue"])
            if found["content"].get("execution_state") == "idle":
                break
        wall = (time.perf_counter() - begun) * 1000
        self.client.get_shell_msg(timeout=60)
        time.sleep(REST)
        return wall, self.processor() - processor

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def main():
    task = json.load(sys.stdin)
    kernels = []
    try:
        for kernel in task["kernels"]:
            kernels.append(Kernel(**kernel))
        # What the probe learns beside the cells when it is installed is no cell's doing.
        time.sleep(1.5)
        for kernel in kernels:
            for cell in task["before"]:
                kernel.run(cell)
        found = [[] for _ in task["cells"]]
        for turn in range(task["rounds"] + 1):
            # Each is the first in its turn: the others find files and memory warm.
            first = turn % len(kernels)
            for place, cell in enumerate(task["cells"]):
                taken = {kernel: kernel.run(cell) for kernel in kernels[first:] + kernels[:first]}
                if turn > 0:
                    found[place].append([taken[kernel] for kernel in kernels])
    finally:
        for kernel in kernels:
            kernel.end()
    json.dump(found, sys.stdout)


main()
