// The part of the check program that puts sets and dicts into one order, as `compare/rules/brace-order` does.

/** Python, standard library alone. */
export const checkBraces = String.raw`
# ---- sets and dicts ------------------------------------------------------------------------------------------------

CLOSING = {"{": "}", "[": "]", "(": ")"}
DEPTH_LIMIT = 100


def sets_sorted(text):
    return sorted_braces(text, False)


def dicts_sorted(text):
    return sorted_braces(text, True)


def sorted_braces(text, wants_dicts):
    """The text with the items of its sets, or of its dicts, in one order. What is not balanced stays as it is."""
    out, done = [], 0
    while True:
        at = text.find("{", done)
        if at < 0:
            return "".join(out) + text[done:]
        out.append(text[done:at])
        # Braces behind these are no literals: format strings, LaTeX, code.
        if at and re.match(r"[\w\\}^$]", text[at - 1], re.A):
            done, whole = at + 1, "{"
        else:
            done, whole = read_braces(text, at, wants_dicts)
        out.append(whole)


def read_braces(text, start, wants_dicts):
    """Where the braces that open here end, or the text stops making sense, and the text up to there."""
    stack, at = [], start
    while at < len(text):
        character, frame = text[at], stack[-1] if stack else None
        if character in CLOSING:
            if len(stack) == DEPTH_LIMIT:
                break
            stack.append({"open": character, "items": [], "parts": [], "has_colon": False})
            at += 1
        elif frame and character == CLOSING[frame["open"]]:
            stack.pop()
            whole = closed(frame, wants_dicts)
            at += 1
            if not stack:
                return at, whole
            stack[-1]["parts"].append(whole)
        elif not frame or character in "}])":
            break
        elif character == ",":
            end_item(frame)
            at += 1
        else:
            end = end_of_part(text, at)
            if end < 0:
                break
            part = text[at:end]
            frame["has_colon"] = frame["has_colon"] or (":" in part and part[0] not in "'\"")
            frame["parts"].append(part)
            at = end
    end = max(at, start + 1)
    return end, text[start:end]


def end_of_part(text, at):
    """Behind a quoted text, or before the next character that matters; -1 for a quote that is not closed on its line."""
    quote = text[at]
    if quote in "'\"":
        end = re.compile(r"(?:\\[^\n]|\\\n|[^\\\n" + quote + "])*" + quote).match(text, at + 1)
        return end.end() if end else -1
    return re.compile(r"[^{}\[\](),'\"]+").match(text, at).end()


def end_item(frame):
    frame["items"].append("".join(frame["parts"]))
    frame["parts"] = []


def closed(frame, wants_dicts):
    opening, end = frame["open"], CLOSING[frame["open"]]
    end_item(frame)
    if opening != "{" or frame["has_colon"] != wants_dicts:
        return opening + ",".join(frame["items"]) + end
    items = sorted(re.sub(r"\s*\n\s*", " ", item.strip()) for item in frame["items"])
    return opening + ", ".join(item for item in items if item) + end
`;
