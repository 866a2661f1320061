// The part of the Python probe that tells from a cell's text which names it mentions, and which of them it binds.

/**
 * Defines `mentioned(source)`, `is_assigned(source, name)`, `surely_assigned(source)` and `replaced_at_once(source)`. Crude on purpose:
 * they decide what is read and what is told apart, the analysis of the page decides what the cell does.
 */
export const mentionsSource = String.raw`
IDENTIFIER = re.compile(r'[^\W\d]\w*')
SOURCE_LIMIT = 1 << 16

read_last = [None, frozenset()]

# Calls that take names or code as texts, and lines that are not Python's.
CODE_IN_TEXTS = re.compile(
    r'(?<![\w.])(?:exec|eval|compile|globals|locals|vars|setattr|getattr|delattr|get_ipython|sqldf)\s*\(|\.(?:eval|evaluate|query|sql|timeit|repeat|run_\w+|ex|ev|push)\s*\(|@\w|(?:^|=)\s*[%!]|\?\s*$', re.M
)
FORMATTED = frozenset('fFtT')

def words_of(source):
    if CODE_IN_TEXTS.search(source):
        return IDENTIFIER.findall(source)
    found = []
    for prefix, long, short, double, single, name, _ in pieces_of_code(source):
        if name is not None:
            found.append(name)
        elif prefix and not FORMATTED.isdisjoint(prefix):
            found.extend(IDENTIFIER.findall(long or short or double or single or ''))
    return found

def mentioned(source):
    # Names in the code, without those in plain texts and comments. Asked several times for the same cell.
    if read_last[0] is not source:
        read_last[:] = [source, frozenset(words_of(source[:SOURCE_LIMIT]))]
    return read_last[1]

LINE_START = re.compile(r'(?:async\s+)?(?:for|with)\b')
ASSIGNMENT = re.compile(r'\s*([^\W\d]\w*)\s*=(?!=)')

# A line at the left edge and what follows further in.
STATEMENT = re.compile(r'^[^\s)\]}#].*(?:\n(?:[ \t)\]}#].*|))*', re.M)

def is_assigned(source, name):
    # Crude on purpose: it only decides between "rebound" and "changed in place" for a container at the same address.
    word = r'(?<![\w.])' + re.escape(name) + r'(?!\w)'
    pattern = word + r'\s*(?:,[^=\n]{0,200})?(?::[^=\n]{0,200})?=(?!=)|' + word + r'\s*:=|\bfor\b[^:\n]{0,200}?' + word + r'[^:\n]{0,200}\bin\b|\bas\s+' + word
    return re.search(pattern, source[:SOURCE_LIMIT]) is not None

def surely_assigned(source):
    # Names that are assigned at the top level, or in a loop or a with block there: not in a function or under a condition.
    found = set()
    opening = ''
    for line in source[:SOURCE_LIMIT].split('\n'):
        is_top = line[:1] not in (' ', '\t', ')', ']', '}', '#', '')
        if is_top:
            opening = line
        match = ASSIGNMENT.match(line)
        if match and (is_top or LINE_START.match(opening)):
            found.add(match.group(1))
    return found

def replaced_at_once(source):
    # Names that a statement at the top level binds before anything else in the cell mentions them.
    seen, found = set(), set()
    if '"""' in source or '\x27\x27\x27' in source or '\\\n' in source:
        return found
    for text in STATEMENT.findall(source[:SOURCE_LIMIT]):
        names = IDENTIFIER.findall(text)
        match = ASSIGNMENT.match(text)
        if any([text.count(opening) != text.count(closing) for opening, closing in ('()', '[]', '{}')]):
            # A line in brackets, or a bracket in a text: it cannot be told where a statement ends.
            return set()
        if match and match.group(1) not in seen and match.group(1) not in names[1:]:
            found.add(match.group(1))
        seen.update(names)
    return found
`;
