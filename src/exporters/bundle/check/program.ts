// The program in a bundle that re-runs the script and compares: needs Python, and nothing else.
import { checkBraces } from './braces';
import { checkCells } from './cells';
import { checkErrors } from './errors';
import { checkImages } from './images';
import { checkMoments } from './moments';
import { checkTexts } from './texts';

const HEAD = String.raw`#!/usr/bin/env python3
"""Runs the script of this bundle again and compares what it shows with what was recorded.

    python check.py          builds the recorded environment (with uv where it is installed, else venv and pip)
    python check.py --here   uses the Python that runs this program

Exit code: 0 all that could be compared is the same, but for what hangs on chance or time; 1 something differs; 2 it could
not be run, or nothing could be compared.
"""
import argparse, base64, datetime, hashlib, io, itertools, json, math, os, re, shutil, struct, subprocess, sys, tempfile, time
import tokenize, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ORDER = ["nothing", "identical", "equivalent", "unknown", "varies", "different", "error"]


class CannotRun(Exception):
    """Ends the check with a sentence."""
`;

const MAIN = String.raw`
# ---- files and environment ----------------------------------------------------------------------------------------


def load(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return json.load(file)


def check_files(manifest):
    """Ends the check where a file that the script reads is missing or another one."""
    for entry in manifest["data"]:
        path = os.path.join(HERE, "work", entry["path"])
        about = f"{entry['path']} ({entry['size']} bytes)" if entry["size"] is not None else entry["path"]
        if not os.path.isfile(path):
            if entry.get("isAssumed"):
                continue
            raise CannotRun(f"The file {about} is missing. It is not part of this bundle; put it at {path}.")
        kind, _, wanted = (entry["hash"] or "").partition(":")
        if kind and digest(kind, path) != wanted:
            raise CannotRun(f"The file {about} is not the one that was read: its content differs from the recorded hash.")


def digest(kind, path):
    hasher = hashlib.sha256() if kind == "sha256" else hashlib.blake2b(digest_size=16)
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            hasher.update(block)
    return hasher.hexdigest()


def build_environment(manifest, script):
    """The path of a Python that has what the script needs, at the recorded versions."""
    with open(script, encoding="utf-8") as file:
        head = file.read().partition("\n# ///\n")[0]
    needed = [json.loads(line) for line in re.findall(r'^#     (".*"),$', head, re.M)]
    folder = os.path.join(HERE, ".environment")
    python = os.path.join(folder, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
    uv, version = shutil.which("uv"), manifest["python"]
    if not os.path.exists(python):
        say(f"Building the environment in {folder} …")
        if uv:
            call([uv, "venv", "--quiet", *(["--python", version] if version else []), folder])
        else:
            if version and version != f"{sys.version_info[0]}.{sys.version_info[1]}":
                say(f"Recorded with Python {version}; this is {sys.version.split()[0]}. Install uv to get the recorded one.")
            call([sys.executable, "-m", "venv", folder])
    if needed:
        limits = os.path.join(folder, "constraints.txt")
        with open(os.path.join(HERE, "requirements.txt"), encoding="utf-8") as file:
            pins = [line for line in file if re.match(r"^[A-Za-z0-9._-]+==", line)]
        with open(limits, "w", encoding="utf-8") as file:
            file.writelines(pins)
        pip = [uv, "pip", "install", "--quiet", "--python", python] if uv else [python, "-m", "pip", "install", "--quiet"]
        call([*pip, "-c", limits, *needed])
    return python


def call(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode:
        raise CannotRun("The environment could not be built:\n" + done.stdout.strip())


def replay(python, manifest):
    """What each cell of the script shows when it runs in a copy of the folder."""
    with tempfile.TemporaryDirectory(prefix="retrace-check-") as folder:
        work = os.path.join(os.path.realpath(folder), "work")
        own = [manifest["script"], manifest["notebook"], os.path.splitext(manifest["script"])[0] + "_figures"]
        shutil.copytree(os.path.join(HERE, "work"), work, ignore=lambda folder, names: own if folder == os.path.join(HERE, "work") else [])
        result = os.path.join(folder, "result.json")
        script = os.path.join(work, manifest["script"])
        source = os.path.join(HERE, "work", manifest["script"])
        program = [python, os.path.abspath(__file__), "--run-cells", source, script, result]
        done = subprocess.run(program, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, errors="replace")
        if not os.path.exists(result):
            raise CannotRun("The script ended Python itself:\n" + done.stdout.strip()[-2000:])
        with open(result, encoding="utf-8") as file:
            yield from json.load(file)


# ---- the check ----------------------------------------------------------------------------------------------------


def say(text):
    print(text, flush=True)


def check(options):
    manifest, run = load("manifest.json"), load("run.json")
    check_files(manifest)
    script = os.path.join(HERE, "work", manifest["script"])
    python = sys.executable if options.here else build_environment(manifest, script)
    executions = run["runs"][0]["executions"]
    counts, position = {}, -2
    for cell in replay(python, manifest):
        position += 1
        if position < 0 or (position == 0 and not cell["failure"]):
            continue
        if cell["failure"] and cell["failure"][0] in ("ImportError", "ModuleNotFoundError"):
            raise CannotRun(f"{cell['title']}: a module is missing. {': '.join(cell['failure'])}")
        if cell["failure"] and cell["failure"][1].startswith("Cell ") and cell["failure"][0] == "RuntimeError":
            raise CannotRun(cell["failure"][1])
        if position == 0:
            raise CannotRun(f"The script did not get to its first cell. {': '.join(cell['failure'])}")
        execution, step = executions[position - 1], manifest["steps"][position - 1]
        verdict, reason = judge(execution, cell, step, options.tolerance)
        if verdict == "different" and step["mayDiffer"]:
            verdict, reason = "varies", f"{step['mayDiffer']}; {reason}"
        counts[verdict] = counts.get(verdict, 0) + 1
        say(f"{verdict:<10}  {step['title']}{': ' + reason if reason else ''}")
    unrun = len(executions) - position
    if unrun:
        say(f"unrun       {unrun} cells, because the script ended before them")
    shown = sum(counts.values()) - counts.get("nothing", 0)
    same = counts.get("identical", 0) + counts.get("equivalent", 0)
    say(f"{same} of {shown} cells that showed something show the same.")
    if counts.get("varies"):
        say(f"{counts['varies']} may differ, since they hang on chance or time, and do.")
    if counts.get("unknown"):
        say(f"{counts['unknown']} could not be compared as a whole.")
    if unrun or counts.get("different") or counts.get("error"):
        return 1
    if shown and shown == counts.get("unknown"):
        raise CannotRun("Nothing could be compared.")
    return 0


def main():
    if sys.argv[1:2] == ["--run-cells"]:
        run_cells(*sys.argv[2:5])
    parser = argparse.ArgumentParser(description="Runs the script of this bundle again and compares what it shows with what was recorded.")
    parser.add_argument("--here", action="store_true", help="use the Python that runs this program")
    parser.add_argument("--tolerance", type=float, default=1e-9, help="relative difference up to which numbers count as equal")
    options = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    try:
        code = check(options)
    except CannotRun as problem:
        print(f"check.py: {problem}", file=sys.stderr)
        code = 2
    except (OSError, ValueError, KeyError) as problem:
        print(f"check.py: this bundle is damaged or cannot be read: {problem!r}", file=sys.stderr)
        code = 2
    sys.exit(code)


if __name__ == "__main__":
    main()
`;

/** The whole program; the same for every bundle. */
export const checkProgram = [
  HEAD,
  checkBraces,
  checkMoments,
  checkTexts,
  checkErrors,
  checkImages,
  checkCells,
  MAIN
].join('');
