// The part of the check program that reads dates and times of day, as `compare/rules/date-time` does.

/** Python, standard library alone. */
export const checkMoments = String.raw`
# ---- dates ---------------------------------------------------------------------------------------------------------

HOUR, DAY = 3600.0, 86400.0
NEAR, QUARTER = 1.5 * DAY, HOUR / 4
MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
NAMED = (
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?:([a-z]{3})[a-z]{0,6} {1,2}(\d{1,2}),?|(\d{1,2}) ([a-z]{3})[a-z]{0,6})"
    r"(?: (\d{4}))?(?: (\d\d:\d\d:\d\d))?(?: [a-z]{3,4})?(?: (\d{4}))?\b"
)
MOMENTS = "|".join([
    NAMED,
    r"(?<![a-z\d.-])\d{4}[-/]\d\d[-/]\d\d(?:[T _]\d\d[:h-]\d\d(?:[:m-]\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?(?![a-z\d-])",
    r"(?<![a-z\d.-])\d{8}[_-]\d{6}(?!\d)",
    r"(?<![\w./-])\d{1,2}[./]\d{1,2}[./]\d{4}(?: \d\d:\d\d(?::\d\d)?)?(?![\w/-])",
    r"\bdate(?:time)?\(\d{4}(?:, \d{1,6}){2,6}",
    r"(?<![\w.,-])1[5-9]\d{8}(?:\.\d{1,9})?(?![\w.,]\d)(?!\d)",
    r"(?<![\w.:])\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?(?![\w:])",
])


def moment_of(text):
    """What kind of moment a text is, and the seconds of every way to read it; None for what is no date after all."""
    named = re.match("(?:" + NAMED + r")\Z", text, re.I | re.A)
    if named:
        return from_names(named)
    numbers = [int(digits) for digits in re.findall(r"\d+", text, re.A)] + [0, 0, 0]
    if re.match(r"1[5-9]\d{8}(?:\.|\Z)", text, re.A):
        return "date", [float(numbers[0])]
    if re.match(r"\d{8}[_-]", text, re.A):
        return moment_of(re.sub(r"^(\d{4})(\d\d)(\d\d).(\d\d)(\d\d)", r"\1-\2-\3 \4:\5:", text, flags=re.A))
    if re.match(r"\d{1,2}:", text, re.A):
        return "clock", [(numbers[0] * 60 + numbers[1]) * 60.0 + numbers[2]]
    first, second, third = numbers[:3]
    if re.match(r"\d{1,2}[./]", text, re.A):
        return dated([(third, second, first), (third, first, second)], numbers[3:])
    return dated([(first, second, third)], numbers[3:])


def from_names(named):
    month_first, day_last, day_first, month_last, early, time, late = named.groups()
    place, year = MONTHS.find((month_first or month_last or "").lower()), early or late
    if place < 0 or place % 3 or year is None:
        return None
    clock = [int(part) for part in (time or "0:0:0").split(":")]
    return dated([(int(year), place // 3 + 1, int(day_last or day_first))], clock)


def dated(dates, clock):
    hour, minute, second = (list(clock) + [0, 0, 0])[:3]
    values = [
        days_before(year, month) * DAY + (day - 1) * DAY + hour * HOUR + minute * 60 + second
        for year, month, day in dates if 1 <= month <= 12 and 1 <= day <= 31 and 100 <= year <= 9999
    ]
    return ("date", values) if values else None


def days_before(year, month):
    return datetime.date(year, month, 1).toordinal() - datetime.date(1970, 1, 1).toordinal()


def are_own_moments(recorded, shown, context):
    """Dates of the own run of each side, and times of day as far from its start; other dates count."""
    first, second = moment_of(recorded), moment_of(shown)
    if first is None or second is None or first[0] != second[0]:
        return False
    ran, now = context.recorded_at, context.ran_at
    if first[0] == "clock":
        if ran is None or now is None:
            return False
        rest = (first[1][0] - ran - (second[1][0] - now)) % DAY
        return min(rest, DAY - rest) < QUARTER
    if ran is not None and now is not None:
        return is_near(first, ran) and is_near(second, now)
    return now is not None and is_near(second, now) and is_before(first, now)


def is_near(moment, time):
    return any(abs(value - time) <= NEAR for value in moment[1])


def is_before(moment, time):
    oldest = days_before(2011, 1) * DAY
    return any(oldest <= value <= time + NEAR for value in moment[1])


def seconds_of(time):
    """Seconds since 1970 of an ISO time; None where there is none."""
    try:
        found = datetime.datetime.fromisoformat(re.sub(r"Z$", "+00:00", time or ""))
    except ValueError:
        return None
    return found.timestamp() if found.tzinfo else found.replace(tzinfo=datetime.timezone.utc).timestamp()
`;
