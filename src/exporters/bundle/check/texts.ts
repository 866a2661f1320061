// The part of the check program that compares texts: the rules of `compare/rules`, for what a script prints.

/** Python, standard library alone. */
export const checkTexts = String.raw`
# ---- texts ---------------------------------------------------------------------------------------------------------


class Context:
    """What is known of the two sides of a comparison: how far numbers may differ, and when each ran, in seconds."""

    def __init__(self, tolerance, recorded_at, ran_at):
        self.tolerance, self.recorded_at, self.ran_at = tolerance, recorded_at, ran_at


# Words that tell how long the code itself took; a time of which nothing says so counts.
TOOK = (
    r"\b(?:elapsed|took|runtime"
    r"|(?:wall|cpu|run|running|execution|elapsed|total|training|fit(?:ting)?|inference|computation|computing|processing|prediction|loading|compilation)[ _-]?times?"
    r"|(?:done|finished|completed|ran|loaded|built|trained|fitted|processed|executed|computed)(?: \w{1,20}){0,4} in)\b"
)
AMOUNT = (
    r"(?:\d[\d.,]{0,30} ?(?:ns|[uµμ]s|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b ?){1,4}"
    r"|\d{1,4}:\d\d(?::\d\d)?(?:\.\d{1,9})?\b"
)
TEMPORARY = re.compile(r"^(?:/private)?/(?:tmp|var/tmp|var/folders|dev/shm)/|\\(?:Temp|tmp)\\|ipykernel_\d", re.I | re.A)
COPY = re.compile(r"^.*retrace-(?:replay-[\w.-]*|check-[\w.-]*[\\/]work)", re.A)


def always(recorded, shown, context):
    return True


def are_random(recorded, shown, context):
    return recorded[14] in "1467" and shown[14] in "1467"


def are_close(recorded, shown, context):
    return recorded[0].isspace() == shown[0].isspace() and math.isclose(float(recorded), float(shown), rel_tol=context.tolerance)


def are_temporary(recorded, shown, context):
    if is_in_copy(recorded, shown) or is_in_copy(shown, recorded):
        return True
    ending = [re.search(r"\.\w{1,8}\Z|\Z", path, re.A)[0] for path in (recorded, shown)]
    return bool(TEMPORARY.search(recorded) and TEMPORARY.search(shown)) and ending[0] == ending[1]


def is_in_copy(copy, original):
    """Whether the first is, in the copy that this program made, what the second is in the folder."""
    if not COPY.search(copy):
        return False
    below = COPY.sub("", copy)
    return COPY.sub("", original) == below if COPY.search(original) else original.endswith(below)


# What may differ, the pattern of it, whether two of it mean the same, and whether capitals count. The rest has to be equal.
SPANS = [
    ("where a warning came from", r"(?P<span>^(?:[A-Za-z]:)?[^\s:][^\n:]{0,400}:\d{1,7}: (?=[\w.]{0,80}Warning\b))", always, True),
    ("rates of progress bars", r"(?P<span>\[(?:\d{1,5}:)?\d\d:\d\d(?:<|, )[^\]\n]{0,80}\])", always, False),
    ("rates of progress bars", r"(?P<span>\b\d{1,6}s(?= \d{1,9}(?:\.\d{1,9})?[mµμun]?s/(?:step|epoch|sample)\b))", always, False),
    ("rates of progress bars", r"(?P<span>\b\d{1,9}(?:\.\d{1,9})? ?(?:it/s|s/it|[kMG]?i?B/s|[mµμun]?s/(?:step|epoch|sample))(?!\w))", always, False),
    ("rates of progress bars", r"\beta:? {1,3}(?P<span>(?:\d{1,4}:)?\d{1,2}:\d\d\b)", always, False),
    ("how long something took", r"(?P<span>^(?:CPU times|Wall time): [^\n]{1,200}$)", always, False),
    ("how long something took", r"(?P<span>^[\d.,]{1,12} ?(?:ns|[uµμ]s|ms|s|min)(?: \d{1,3} ?s)? (?:±|\+-) [^\n]{1,80} per loop [^\n]{1,120}$)", always, False),
    ("how long something took", r"(?P<span>^\d{1,9} loops, best of \d{1,4}: [\d.]{1,12} [^\n]{1,20} per loop$)", always, False),
    ("how long something took", TOOK + r"[^\n\w]{0,20}(?:(?:time|was|is|of|about|only|for)[^\n\w]{1,5}){0,2}(?P<span>" + AMOUNT + ")", always, False),
    ("how long something took", TOOK + r"[ \t]{0,4}(?:\((?:s|sec|seconds|ms)\))?[ \t]{0,4}[:=][ \t]{0,10}(?P<span>\d{1,9}\.\d{1,20}\b)", always, False),
    ("the day and time of the run", "(?P<span>" + MOMENTS + ")", are_own_moments, False),
    ("random identifiers", r"(?<![\w-])(?P<span>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-])", are_random, False),
    ("memory addresses", r"(?:\bat |<(?:environment|bytecode|pointer): )(?P<span>0x[0-9a-f]{4,16})\b", always, False),
    ("memory addresses", r"<[\w.]{1,40}\.\.\.(?P<span>x?[0-9a-f]{6,13})(?=>)", always, False),
    ("temporary paths", r"(?P<span>(?<![\w./\\:])(?:/|[A-Za-z]:[\\/])[^\s'\"<>|:*?,;()\[\]{}]+|<ipython-input-[\w-]+>)", are_temporary, True),
    ("process ids and local ports", r"\b(?:pid|process id)\b[ =:]{1,3}(?P<span>\d{1,8}\b)", always, False),
    ("process ids and local ports", r"(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1?\]):(?P<span>\d{5}\b)", always, False),
    ("counts of cells", r"\b(?:In|Out) ?\[(?P<span>\d{1,7})(?=\])", always, True),
    ("the last digits of numbers", r"(?P<span>(?:(?<![ \t])[ \t]{1,40})?(?<![\w.])(?<![\w.][+-])(?<!\d:)[+-]?(?:\d{1,400}\.\d{0,400}(?:e[+-]?\d{1,4})?|\.\d{1,400}(?:e[+-]?\d{1,4})?|\d{1,400}e[+-]?\d{1,4}))(?![\w.]|:\d)", are_close, False),
]
SPANS = [(what, re.compile(pattern, re.A | re.M | (0 if exact else re.I)), accepts) for what, pattern, accepts, exact in SPANS]
FIRST_MARK = 0xFDD0
# Longer texts are compared line by line, and longer lines as they are.
TEXT_LIMIT, LINE_LIMIT = 1 << 18, 1 << 19


def without_colours(text):
    return re.sub("\x1b(?:\\[[0-9;:?]*[A-Za-z]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\))", "", text)


def not_overwritten(text):
    return "\n".join(line_shown(line) if "\r" in line or "\b" in line else line for line in text.split("\n"))


def line_shown(line):
    shown = ""
    for part in line.split("\r"):
        kept = []
        for character in part:
            if character != "\b":
                kept.append(character)
            elif kept:
                kept.pop()
        shown = "".join(kept) + shown[len(kept):]
    return shown.rstrip()


def without_slowest(text):
    return re.sub(r"^The slowest run took [\d.]{1,20} times longer than the fastest\.[^\n]{0,200}\n", "", text, flags=re.A | re.M)


FORMS = [
    ("colours of a terminal", without_colours),
    ("text that was overwritten", not_overwritten),
    ("the order of a set", sets_sorted),
    ("the order of a dict", dicts_sorted),
    ("a remark of %timeit about its slowest run", without_slowest),
]


def compare_text(recorded, shown, context):
    """A verdict and what to say about it."""
    if recorded == shown:
        return "identical", ""
    if max(len(recorded), len(shown)) <= TEXT_LIMIT:
        rules = rules_between(recorded, shown, context)
    else:
        rules = rules_between_lines(recorded.split("\n"), shown.split("\n"), context)
    if rules is not None:
        return "equivalent", "but for " + ", ".join(rules)
    lines = itertools.zip_longest(formed(recorded)[0].split("\n"), formed(shown)[0].split("\n"))
    first = next(((a, b) for a, b in lines if a is None or b is None or not are_equal_lines(a, b, context)), (recorded, shown))
    return "different", f"recorded {short(first[0])}, now {short(first[1])}"


def rules_between_lines(recorded, shown, context):
    """The same for long texts, of which each line has to have its like."""
    if len(recorded) != len(shown):
        return None
    needed = []
    for a, b in zip(recorded, shown):
        rules = [] if a == b else None if max(len(a), len(b)) > LINE_LIMIT else rules_between(a, b, context)
        if rules is None:
            return None
        needed += [rule for rule in rules if rule not in needed]
    return needed


def are_equal_lines(a, b, context):
    return a == b or rules_between(a, b, context) is not None


def formed(text):
    """The text as a screen shows it, with sets and dicts in one order, and what that took."""
    needed = []
    for what, form in FORMS:
        before, text = text, form(text)
        if text != before:
            needed.append(what)
    return text, needed


def rules_between(recorded, shown, context):
    """What two texts differ in and may; None where they differ in more."""
    (recorded, here), (shown, there) = formed(recorded), formed(shown)
    needed = here + [what for what in there if what not in here]
    if recorded == shown:
        return needed
    if re.search("[\ufdd0-\ufdef]", recorded + shown):
        return None
    for index, (what, pattern, accepts) in enumerate(SPANS):
        mark = chr(FIRST_MARK + index)
        recorded, found = without_spans(recorded, pattern, mark)
        shown, twins = without_spans(shown, pattern, mark)
        for span, twin in zip(found, twins):
            if span != twin:
                if not accepts(span, twin, context):
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


def short(text):
    if text is None:
        return "nothing"
    text = repr(text)
    return text if len(text) <= 90 else text[:89] + "…"
`;
