"""Starts kernels fast: imports ipykernel once, and forks for each kernel that is asked for.

Nothing but the kernel's own machinery is imported before the fork, so a kernel is as fresh as one that was started
from nothing. Each process of this script has its own hash seed and its own memory layout, as two restarts have.
Reads one JSON object a line: {"connection": path, "folder": path}; answers with the process id of the kernel.
"""
import gc
import json
import os
import signal
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import truth_label  # noqa: E402,F401
sys.path.remove(HERE)
sys.path[:] = [entry for entry in sys.path if entry not in ("", HERE)]

KERNEL_CLASS = None
if "--ipyflow" in sys.argv:
    from ipyflow.kernel.kernel import IPyflowKernel as KERNEL_CLASS

import ipykernel.ipkernel  # noqa: E402,F401
import ipykernel.kernelapp  # noqa: E402
import ipykernel.zmqshell  # noqa: E402,F401


def become_kernel(request):
    os.setsid()
    os.chdir(request["folder"])
    nothing = os.open(os.devnull, os.O_RDWR)
    log = os.open(request["connection"] + ".log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for target, source in ((0, nothing), (1, log), (2, log)):
        os.dup2(source, target)
    sys.stdin = open(0)
    sys.path.insert(0, "")
    sys.argv = ["ipykernel_launcher"]
    options = ["-f", request["connection"], "--HistoryManager.enabled=False", "--InteractiveShell.colors=nocolor"]
    application = ipykernel.kernelapp.IPKernelApp.instance()
    if KERNEL_CLASS is not None:
        application.kernel_class = KERNEL_CLASS
    application.parent_handle = os.getppid()
    application.initialize(options)
    application.start()


def main():
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.freeze()
    for line in iter(sys.stdin.readline, ""):
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                become_kernel(request)
            finally:
                os._exit(1)
        print(child, flush=True)


main()
