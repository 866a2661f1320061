// The part of the check program that compares figures pixel by pixel, as `compare/compare-pixels` does.

/** Python, standard library alone. */
export const checkImages = String.raw`
# ---- figures -------------------------------------------------------------------------------------------------------

# Squared distance of two colours, weighted as an eye sees them, up to which no eye tells them apart.
SEEN = 35215 * 0.02 ** 2
PIXEL_LIMIT = 16_000_000


def compare_images(recorded, shown):
    if recorded == shown:
        return "identical", ""
    try:
        size, pixels = decode_png(recorded)
        other_size, other_pixels = decode_png(shown)
    except (ValueError, zlib.error, struct.error, IndexError, TypeError) as error:
        return "different", f"the figure is another file, and could not be read: {error}"
    if size != other_size:
        return "different", f"the figure has {other_size[0]} x {other_size[1]} pixels, and had {size[0]} x {size[1]}"
    if pixels == other_pixels:
        return "equivalent", "but for how the figure is packed"
    far = sum(1 for at in differing_pixels(pixels, other_pixels, size[0]) if distance(pixels, other_pixels, at) > SEEN)
    if far == 0:
        return "equivalent", "but for shades that no eye tells apart"
    return "different", f"{far} of the figure's {size[0] * size[1]} pixels differ"


def differing_pixels(pixels, others, width):
    row = width * 4
    for start in range(0, len(pixels), row):
        if pixels[start:start + row] != others[start:start + row]:
            for at in range(start, start + row, 4):
                if pixels[at:at + 4] != others[at:at + 4]:
                    yield at


def distance(pixels, others, at):
    red, green, blue = (over(pixels, at, channel) - over(others, at, channel) for channel in range(3))
    y = red * 0.29889531 + green * 0.58662247 + blue * 0.11448223
    i = red * 0.59597799 - green * 0.2741761 - blue * 0.32180189
    q = red * 0.21147017 - green * 0.52261711 + blue * 0.31114694
    return 0.5053 * y * y + 0.299 * i * i + 0.1957 * q * q


def over(pixels, at, channel):
    """One channel as it looks on white."""
    return 255 + (pixels[at + channel] - 255) * pixels[at + 3] / 255


def decode_png(data):
    """Width and height, and the bytes of RGBA pixels."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("not a PNG file")
    at, packed, header, palette, opacity = 8, b"", None, b"", b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunk = data[at + 8:at + 8 + length]
        at += 12 + length
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", chunk)
        elif kind == b"IDAT":
            packed += chunk
        elif kind == b"PLTE":
            palette = chunk
        elif kind == b"tRNS":
            opacity = chunk
    width, height, depth, colour, _, _, interlace = header
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colour)
    if depth != 8 or samples is None or interlace or (opacity and colour != 3):
        raise ValueError("a kind of PNG that is not read here")
    stride = width * samples
    if not 0 < width * height <= PIXEL_LIMIT:
        raise ValueError(f"it has {width} x {height} pixels")
    inflater = zlib.decompressobj()
    raw = inflater.decompress(packed, (stride + 1) * height + 1)
    if len(raw) != (stride + 1) * height:
        raise ValueError("its data are not of the size that its header tells")
    rows, before = bytearray(), bytearray(stride)
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1:start + 1 + stride])
        unfilter(raw[start], line, before, samples)
        rows += line
        before = line
    return (width, height), as_rgba(rows, colour, palette, opacity)


def as_rgba(rows, colour, palette, opacity):
    if colour == 6:
        return bytes(rows)
    pixels = bytearray(b"\xff" * (len(rows) // {0: 1, 2: 3, 3: 1, 4: 2}[colour] * 4))
    if colour == 3:
        colours = [palette[3 * index:3 * index + 3] + bytes(opacity[index:index + 1] or b"\xff") for index in range(len(palette) // 3)]
        return b"".join(colours[index] for index in rows)
    step = {0: 1, 2: 3, 4: 2}[colour]
    for channel in range(3):
        pixels[channel::4] = rows[channel if colour == 2 else 0::step]
    if colour == 4:
        pixels[3::4] = rows[1::2]
    return bytes(pixels)


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
