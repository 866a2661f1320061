// The part of the check program that compares what was recorded with what a new run showed.

/** Python, standard library alone. */
export const checkCompare = String.raw`
# ---- comparing ----------------------------------------------------------------------------------------------------

# Words that tell how long the code itself took; a time of which nothing says so counts.
TOOK = (
    r"\b(?:elapsed|took|runtime"
    r"|(?:wall|cpu|run|running|execution|elapsed|total|training|fit(?:ting)?|inference|computation|computing|processing|prediction|loading|compilation)[ _-]?times?"
    r"|(?:done|finished|completed|ran|loaded|built|trained|fitted|processed|executed|computed)(?: \w{1,20}){0,4} in)\b"
)
AMOUNT = (
    r"(?:\d[\d.,]{0,30} ?(?:ns|[uµμ]s|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b ?){1,4}"
    r"|\d{1,4}:\d\d(?::\d\d)?(?:\.\d{1,9})?\b|\d{1,9}\.\d{1,20}\b"
)


def always(recorded, shown, tolerance):
    return True


def are_random(recorded, shown, tolerance):
    return recorded[14] in "1467" and shown[14] in "1467"


def are_close(recorded, shown, tolerance):
    return recorded[0].isspace() == shown[0].isspace() and math.isclose(float(recorded), float(shown), rel_tol=tolerance)


# What may differ, the pattern of it, and whether two of it mean the same. The rest has to be equal, blanks and all.
SPANS = [
    ("how long something took", r"(?P<span>^(?:CPU times|Wall time): .{1,200}$|^[\d.,]{1,12} ?(?:ns|[uµμ]s|ms|s|min)(?: \d{1,3} ?s)? (?:±|\+-) .{1,80} per loop .{1,120}$)", always),
    ("how long something took", TOOK + r"[^\n\w]{0,20}(?:(?:time|was|is|of|about|only|for)[^\n\w]{1,5}){0,2}(?P<span>" + AMOUNT + ")", always),
    ("rates of progress bars", r"(?P<span>\[(?:\d{1,5}:)?\d\d:\d\d(?:<|, )[^\]\n]{0,80}\]|\b\d{1,9}(?:\.\d{1,9})? ?(?:it/s|s/it|[kMG]?i?B/s|[mµμun]?s/(?:step|epoch|sample))(?!\w))", always),
    ("random identifiers", r"(?<![\w-])(?P<span>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-])", are_random),
    ("memory addresses", r"(?:\bat |<(?:environment|bytecode|pointer): )(?P<span>0x[0-9a-f]{4,16})\b", always),
    ("temporary paths", r"(?<![\w./\\:])(?P<span>(?:/private)?/(?:tmp|var/tmp|var/folders|dev/shm)/[^\s'\"<>|:*?,;()\[\]{}]+)", always),
    ("the last digits of numbers", r"(?P<span>(?:(?<![ \t])[ \t]{1,40})?(?<![\w.])(?<![\w.][+-])(?<!\d:)[+-]?(?:\d{1,400}\.\d{0,400}(?:e[+-]?\d{1,4})?|\.\d{1,400}(?:e[+-]?\d{1,4})?|\d{1,400}e[+-]?\d{1,4}))(?![\w.]|:\d)", are_close),
]
SPANS = [(what, re.compile(pattern, re.I | re.M), accepts) for what, pattern, accepts in SPANS]
FIRST_MARK = 0xFDD0


def as_shown(text):
    """The text as a screen shows it, without colours and what a carriage return writes over; sets are sorted."""
    text = re.sub("\x1b\\[[0-9;]*m", "", text)
    lines = [line_shown(line) if "\r" in line else line for line in text.split("\n")]
    return re.sub(r"\{[^{}:\n]*\}", as_set, "\n".join(lines)).rstrip("\n")


def line_shown(line):
    shown = ""
    for part in line.split("\r"):
        shown = part + shown[len(part):]
    return shown.rstrip()


def as_set(match):
    return "{" + ", ".join(sorted(match[0][1:-1].split(", "))) + "}"


def compare_text(recorded, shown, tolerance):
    """A verdict and what to say about it."""
    if recorded == shown:
        return "identical", ""
    recorded, shown = as_shown(recorded), as_shown(shown)
    if recorded == shown:
        return "identical", ""
    rules = rules_between(recorded, shown, tolerance)
    if rules is not None:
        return "equivalent", "but for " + ", ".join(rules)
    pairs = zip(recorded.split("\n") + [""], shown.split("\n") + [""])
    first = next(((a, b) for a, b in pairs if a != b and rules_between(a, b, tolerance) is None), (recorded, shown))
    return "different", f"recorded {short(first[0])}, now {short(first[1])}"


def rules_between(recorded, shown, tolerance):
    """What two texts differ in and may; None where they differ in more."""
    needed = []
    for index, (what, pattern, accepts) in enumerate(SPANS):
        mark = chr(FIRST_MARK + index)
        if mark in recorded or mark in shown:
            return None
        recorded, found = without_spans(recorded, pattern, mark)
        shown, twins = without_spans(shown, pattern, mark)
        for span, twin in zip(found, twins):
            if span != twin:
                if not accepts(span, twin, tolerance):
                    return None
                if what not in needed:
                    needed.append(what)
    return needed if recorded == shown else None


def without_spans(text, pattern, mark):
    found = []

    def taken(match):
        found.append(match["span"])
        return match.string[match.start():match.start("span")] + mark + match.string[match.end("span"):match.end()]

    return pattern.sub(taken, text), found


def compare_errors(error, written, tolerance):
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
    verdict, reason = compare_text(message, shown, tolerance)
    return verdict, reason and f"{name}: {reason}"


def short(text):
    text = repr(text)
    return text if len(text) <= 90 else text[:89] + "…"


def compare_images(recorded, shown):
    if recorded == shown:
        return "identical", ""
    try:
        size, pixels = decode_png(recorded)
        other_size, other_pixels = decode_png(shown)
    except (ValueError, zlib.error, struct.error, IndexError) as error:
        return "unknown", f"the figure is another file, and could not be read: {error}"
    if size != other_size:
        return "different", f"the figure has {other_size[0]} x {other_size[1]} pixels, and had {size[0]} x {size[1]}"
    if pixels == other_pixels:
        return "identical", ""
    far = sum(abs(a - b) > 16 for a, b in zip(pixels, other_pixels)) / len(pixels)
    if far <= 0.005:
        return "equivalent", f"{far:.2%} of the figure's pixels differ"
    return "different", f"{far:.1%} of the figure's pixels differ"


def decode_png(data):
    """Width, height and bytes of RGB or RGBA pixels."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("not a PNG file")
    at, packed, header = 8, b"", None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunk = data[at + 8:at + 8 + length]
        at += 12 + length
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", chunk)
        elif kind == b"IDAT":
            packed += chunk
    width, height, depth, colour, _, _, interlace = header
    samples = {0: 1, 2: 3, 4: 2, 6: 4}.get(colour)
    if depth != 8 or samples is None or interlace:
        raise ValueError("a kind of PNG that is not read here")
    raw, stride = zlib.decompress(packed), width * samples
    rows, before = bytearray(), bytearray(stride)
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1:start + 1 + stride])
        unfilter(raw[start], line, before, samples)
        rows += line
        before = line
    return (width, height), bytes(rows)


def unfilter(kind, line, above, step):
    for i in range(len(line) if kind else 0):
        left = line[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = above[i]
        elif kind == 3:
            guess = (left + above[i]) // 2
        else:
            distances = [(abs(above[i] - corner), 0, left), (abs(left - corner), 1, above[i]), (abs(left + above[i] - 2 * corner), 2, corner)]
            guess = min(distances)[2]
        line[i] = (line[i] + guess) & 255
`;
