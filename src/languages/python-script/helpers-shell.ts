// Python helpers that do what IPython's shell lines and file magics do.

export const SHELL_HELPERS = {
  expand: `
def _retrace_expand(text):
    """Replaces {expression} and $name in a command as IPython does; where that fails, the text stays as it is."""
    import re
    pattern = r"(\\{\\{|\\}\\})|\\{([^{}]+)\\}|(\\$\\$)|\\$([A-Za-z_][\\w.]*)"

    def value(match):
        if match[1] or match[3]:
            return match[0][0]
        return str(eval(match[2] or match[4], globals()))

    try:
        return re.sub(pattern, value, text)
    except Exception:
        return text`,
  shell_lines: `
def _retrace_shell_lines(command):
    """Runs a shell command; returns what it prints, as a list of lines."""
    import subprocess
    done = subprocess.run(command, shell=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.splitlines()`,
  shell: `
def _retrace_shell(command):
    """Runs a shell command and prints what it prints."""
    for line in _retrace_shell_lines(command):
        print(line)`,
  script: `
def _retrace_script(program, source):
    """Gives a program its source to run, and prints what it prints."""
    import subprocess
    done = subprocess.run(program, input=source, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    print(done.stdout, end="")
    print(done.stderr, end="", file=_retrace_sys.stderr)
    done.check_returncode()`,
  cd: `
def _retrace_cd(path, is_quiet=False):
    """Changes the working directory, as %cd does."""
    _retrace_os.chdir(_retrace_os.path.expanduser(path))
    if not is_quiet:
        print(_retrace_os.getcwd())`,
  set_env: `
def _retrace_set_env(name, value):
    """Sets an environment variable, as %env does."""
    _retrace_os.environ[name] = value
    print(f"env: {name}={value}")`,
  run_file: `
def _retrace_run_file(command):
    """Runs a Python file as %run does; returns the names that it leaves."""
    import runpy, shlex
    before, _retrace_sys.argv = _retrace_sys.argv, shlex.split(command)
    try:
        names = runpy.run_path(_retrace_sys.argv[0], run_name="__main__")
    finally:
        _retrace_sys.argv = before
    return {name: value for name, value in names.items() if not name.startswith("__")}`,
  write_file: `
def _retrace_write_file(path, text, mode="w"):
    """Writes a file, as %%writefile does."""
    path = _retrace_os.path.expanduser(path)
    exists = _retrace_os.path.exists(path)
    print("Appending to" if mode == "a" else "Overwriting" if exists else "Writing", path)
    with open(path, mode, encoding="utf-8") as file:
        file.write(text)`,
  append_file: `
def _retrace_append_file(path, text):
    """Adds to a file, as %%writefile -a does."""
    _retrace_write_file(path, text, "a")`
} as const;
