"""A process that kernels of R are forked from, and how these are asked what their cells left."""
import json
import os
import subprocess
import threading

HERE = os.path.dirname(os.path.abspath(__file__))


class RSeat:
    def __init__(self, home):
        self.lock = threading.Lock()
        (their_end, requests), (answers, their_other) = os.pipe(), os.pipe()
        environment = {**os.environ, "TMPDIR": home, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        arguments = [f"/dev/fd/{their_end}", f"/dev/fd/{their_other}", os.path.join(HERE, "truth_label.R")]
        with open(os.path.join(home, "r.log"), "a") as log:
            self.process = subprocess.Popen(
                ["R", "--slave", "--vanilla", "-f", os.path.join(HERE, "zygote.R"), "--args", *arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, pass_fds=(their_end, their_other),
            )
        os.close(their_end)
        os.close(their_other)
        self.requests, self.answers = os.fdopen(requests, "w"), os.fdopen(answers)

    def fork(self, connection, folder):
        request = {"connection": connection, "folder": folder, "label": connection + ".left"}
        with self.lock:
            self.requests.write(json.dumps(request) + "\n")
            self.requests.flush()
            return int(self.answers.readline())

    def prepare_labels(self, kernel, folder):
        self.left(kernel, "")

    def left(self, kernel, code):
        """What the kernel holds after a cell; it is written to a file, since R's kernels answer no expressions."""
        path = kernel.connection + ".left"
        kernel.request(f".truth_label$take({json.dumps(code, ensure_ascii=False)})", 30, silent=True)
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
        os.remove(path)
        return found

    def close(self):
        self.requests.close()
        self.process.wait(10)
