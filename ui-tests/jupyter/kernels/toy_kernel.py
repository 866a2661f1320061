"""A kernel that repeats the code it is given, in the language that the first argument names."""

import sys

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel


class ToyKernel(Kernel):
    implementation = "toy"
    implementation_version = "1"
    banner = ""
    language_info = {"name": "toy", "mimetype": "text/plain", "file_extension": ".toy"}

    async def do_execute(self, code, silent, *_args, **_kwargs):
        if not silent:
            self.send_response(
                self.iopub_socket, "stream", {"name": "stdout", "text": code + "\n"}
            )
        return {
            "status": "ok",
            "execution_count": self.execution_count,
            "payload": [],
            "user_expressions": {},
        }


ToyKernel.language_info["name"] = sys.argv.pop(1)
IPKernelApp.launch_instance(kernel_class=ToyKernel)
