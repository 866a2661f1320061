"""A JupyterLab for tests: no token, Galata's own extension, the port that the tests were given, kernels of our own."""

import os
from pathlib import Path

from jupyterlab.galata import configure_jupyter_server

os.environ["JUPYTER_PATH"] = os.pathsep.join(
    filter(None, [str(Path(__file__).parent / "jupyter"), os.environ.get("JUPYTER_PATH")])
)

configure_jupyter_server(c)  # noqa: F821
c.ServerApp.port = int(os.environ.get("RETRACE_UI_PORT", "8898"))  # noqa: F821
c.ServerApp.allow_root = True  # noqa: F821
# A name that browsers do not count as safe, unlike localhost.
c.ServerApp.local_hostnames = ["localhost", "retrace.test"]  # noqa: F821
c.FileContentsManager.delete_to_trash = False  # noqa: F821
# Floods of output are dropped also where a machine is too slow to reach the usual limit of messages in a second.
c.ZMQChannelsWebsocketConnection.iopub_msg_rate_limit = 300  # noqa: F821
c.ServerApp.log_level = "ERROR"  # noqa: F821
c.LabApp.log_level = "ERROR"  # noqa: F821
