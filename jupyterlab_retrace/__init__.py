"""Carries the prebuilt JupyterLab extension; there is no server part."""

try:
    from ._version import __version__
except ImportError:  # a checkout that no package was built from
    __version__ = "dev"


def _jupyter_labextension_paths():
    """Tells `jupyter labextension develop` what to install, and under which name."""
    return [{"src": "labextension", "dest": "jupyterlab-retrace"}]
