// The part of the check program that compares errors.

/** Python, standard library alone. */
export const checkErrors = String.raw`
# ---- errors --------------------------------------------------------------------------------------------------------


def compare_errors(error, written, context):
    """Compares the recorded error with the line in which the script told how the cell ended: its kind and what it says."""
    name, message = error
    told = list(re.finditer(rf"^\[[^\n]*?: (?:[\w.]+\.)?{re.escape(name)}(?:: |(?=\]$))", written, re.M))
    if not told:
        return "different", f"it failed with {name}, and did not now"
    lines, message = written[told[-1].end():].split("\n"), message.rstrip()
    ends = [count for count, line in enumerate(lines) if line.endswith("]") and count >= message.count("\n")]
    shown = "\n".join(lines[:ends[0] + 1])[:-1] if ends else "\n".join(lines)
    if name in ("SyntaxError", "IndentationError", "TabError"):
        message = re.sub(r" \([^()\n]*, line \d+\)$", "", message)
    if ". Did you " not in message:
        shown = re.sub(r"\. (?:Did you|Or did you) .*$", "", shown)
    verdict, reason = compare_text(message, shown, context)
    return verdict, reason and f"{name}: {reason}"
`;
