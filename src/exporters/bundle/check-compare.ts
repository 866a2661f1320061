// The part of the check program that compares what was recorded with what a new run showed.

/** Python, standard library alone. */
export const checkCompare = String.raw`
# ---- comparing ----------------------------------------------------------------------------------------------------

VOLATILE = [
    (re.compile(r"\x1b\[[0-9;]*m"), ""),
    (re.compile(r"0x[0-9a-fA-F]{6,}"), "0x"),
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "<uuid>"),
    (re.compile(r"\d+:\d\d:\d\d(\.\d+)?"), "0:00:00"),
    (re.compile(r"\d[\d.,]*(?:e[+-]?\d+)?\s*(?:ns|[uµμ]s|ms|s|secs?|seconds?|min|minutes?)\b"), "0 s"),
    (re.compile(r"(?:/private)?/(?:tmp|var/folders)/[^\s'\",)]*"), "<temporary path>"),
]
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|nan|inf")


def as_shown(text):
    """The text as a screen shows it: what a carriage return writes over is gone, and so are spaces at line ends."""
    return "\n".join(line.rstrip("\r").rsplit("\r", 1)[-1].rstrip() for line in text.split("\n")).rstrip("\n")


def compare_text(recorded, shown, tolerance):
    """A verdict and what to say about it."""
    recorded, shown = as_shown(recorded), as_shown(shown)
    if recorded == shown:
        return "identical", ""
    for pattern, stand_in in VOLATILE:
        recorded, shown = pattern.sub(stand_in, recorded), pattern.sub(stand_in, shown)
    if recorded == shown:
        return "equivalent", "but for addresses, times, identifiers or temporary paths"
    if numbers_agree(recorded, shown, tolerance):
        return "equivalent", f"numbers agree within {tolerance:g}"
    pairs = zip(recorded.split("\n") + [""], shown.split("\n") + [""])
    first = next(((a, b) for a, b in pairs if a != b), (recorded, shown))
    return "different", f"recorded {short(first[0])}, now {short(first[1])}"


def numbers_agree(recorded, shown, tolerance):
    if [words.split() for words in NUMBER.split(recorded)] != [words.split() for words in NUMBER.split(shown)]:
        return False
    numbers = zip(NUMBER.findall(recorded), NUMBER.findall(shown))
    return all(a == b or math.isclose(float(a), float(b), rel_tol=tolerance, abs_tol=tolerance * 1e-3) for a, b in numbers)


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
