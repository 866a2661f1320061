// The part of the check program that runs a script cell by cell, and says what each cell should have shown.

/** Python, standard library alone. */
export const checkCells = String.raw`
# ---- running ------------------------------------------------------------------------------------------------------


def split_script(source):
    """(title, number of lines before it, code) for what stands before the first mark and after each."""
    starts = [(0, "")]
    for kind, text, (line, column), _, _ in tokenize.generate_tokens(io.StringIO(source).readline):
        if kind == tokenize.COMMENT and column == 0 and text.startswith("# %% "):
            starts.append((line - 1, text[5:]))
    lines = source.splitlines(keepends=True)
    ends = [line for line, _ in starts[1:]] + [len(lines)]
    return [(title, line, "".join(lines[line:end])) for (line, title), end in zip(starts, ends)]


class Captured:
    """Keeps what is written to standard output and error, by child processes too."""

    def __enter__(self):
        self.files, self.before = [tempfile.TemporaryFile() for _ in (1, 2)], [os.dup(1), os.dup(2)]
        self.switch(self.files[0].fileno(), self.files[1].fileno())
        return self

    def switch(self, out, err):
        sys.stdout.flush()
        sys.stderr.flush()
        os.dup2(out, 1)
        os.dup2(err, 2)

    def __exit__(self, *error):
        self.switch(*self.before)
        texts = []
        for file in self.files:
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace").replace("\r\n", "\n"))
            file.close()
        for copy in self.before:
            os.close(copy)
        self.out, self.err = texts


def run_cells(source, script, target):
    """Runs a script as a program of its own that stands at "script", and writes down what each of its cells showed."""
    import __future__, linecache, traceback, types
    with open(source, encoding="utf-8", newline="") as file:
        text = file.read()
    parts = split_script(text)
    linecache.cache[script] = len(text), None, text.splitlines(keepends=True), script
    module = types.ModuleType("__main__")
    module.__file__ = script
    sys.modules["__main__"], sys.argv, sys.path[0] = module, [script], os.path.dirname(script)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
    features = sum({getattr(__future__, name).compiler_flag for name in __future__.all_feature_names})
    flags, cells, seen = 0, [], set()
    figures = os.path.splitext(script)[0] + "_figures"
    for title, line, text in parts:
        failure, ran_at = None, time.time()
        with Captured() as captured:
            try:
                code = compile("\n" * line + text, script, "exec", flags, dont_inherit=True)
                flags |= code.co_flags & features
                exec(code, module.__dict__)
            except BaseException as error:
                failure = [type(error).__name__, str(error)]
                traceback.print_exc()
        found = sorted(os.listdir(figures)) if os.path.isdir(figures) else []
        new = [os.path.join(figures, name) for name in found if name not in seen]
        seen.update(found)
        cells.append({"title": title, "out": captured.out, "err": captured.err, "figures": new, "failure": failure, "ranAt": ran_at})
        if failure:
            break
    with open(target, "w", encoding="utf-8") as file:
        json.dump(cells, file)
    sys.stdout.flush()
    os._exit(0)


# ---- what was recorded --------------------------------------------------------------------------------------------


def recorded_parts(outputs):
    """The text that a script should print, its figures, its error and whether all of that is known."""
    text, figures, error, is_whole = "", [], None, True
    for output in outputs or []:
        kind, data = output["output_type"], output.get("data", {})
        plain = joined(data.get("text/plain", ""))
        if kind == "stream":
            text += joined(output["text"]) if output["name"] == "stdout" else ""
        elif kind == "error":
            error = (output["ename"], output["evalue"])
        elif "image/png" in data and plain.startswith("<Figure size"):
            figures.append(base64.b64decode(joined(data["image/png"])))
        elif plain:
            text += plain + "\n"
        else:
            is_whole = False
    return text, figures, error, is_whole and outputs is not None


# What %time, %timeit and %memit print.
TIMES = re.compile(r"^(?:CPU times: |Wall time: |peak memory: |.* per loop(?: |$)|The slowest run took ).*\n?", re.M)


def joined(text):
    return text if isinstance(text, str) else "".join(text)


def judge(execution, cell, step, tolerance):
    """The worst verdict over what one cell showed, with a reason."""
    outputs = execution["outputs"]
    if outputs is None or execution.get("outputsHash") or execution.get("outputsArePartial"):
        return "unknown", "not all that it showed was kept"
    text, figures, error, is_whole = recorded_parts(outputs)
    context = Context(tolerance, seconds_of(execution.get("startedAt")), cell["ranAt"])
    if not outputs and not cell["out"].strip() and not cell["figures"] and not cell["failure"]:
        return "nothing", ""
    # The script leaves out what such a magic prints.
    left_out = step.get("showsTimes") and TIMES.search(text)
    verdicts = [compare_text(TIMES.sub("", text) if left_out else text, cell["out"], context)]
    if left_out and verdicts == [("identical", "")]:
        verdicts = [("equivalent", "but for the time that it took")]
    for index, figure in enumerate(figures):
        if index < len(cell["figures"]):
            with open(cell["figures"][index], "rb") as file:
                verdicts.append(compare_images(figure, file.read()))
        else:
            verdicts.append(("different", f"figure {index + 1} is missing"))
    if len(cell["figures"]) > len(figures):
        verdicts.append(("different", f"there are {len(cell['figures'])} figures, and there were {len(figures)}"))
    if error:
        verdicts.append(compare_errors(error, cell["err"], context))
    if cell["failure"]:
        verdicts.append(("error", ": ".join(cell["failure"])))
    if not is_whole:
        verdicts.append(("unknown", "part of what it showed has no text to compare"))
    return max(verdicts, key=lambda each: ORDER.index(each[0]))
`;
