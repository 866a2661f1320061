// The part of the Python probe that tells from a cell's text which names it mentions, and which of them it binds.

/**
 * Defines `mentioned(source)`, `mentioned_in_order(source)`, `names_all(source)`, `is_assigned(source, name)`, `surely_assigned(source)`, `changed_in_text(source)` and
 * `replaced_at_once(source)`. Crude on purpose: they decide what is read and what is told apart, the analysis of the page decides what the cell does.
 */
export const mentionsSource = String.raw`
IDENTIFIER = re.compile(r'[^\W\d]\w*')
SOURCE_LIMIT = 1 << 16

# Calls that take names or code as texts, and lines that are not Python's.
CODE_IN_TEXTS = re.compile(
    r'(?<![\w.])(?:exec|eval|compile|globals|locals|vars|setattr|getattr|delattr|get_ipython|sqldf)\s*\(|\.(?:eval|evaluate|query|sql|timeit|repeat|run|run_\w+|runctx|ex|ev|push)\s*\(|@\w|(?:^|=)\s*[%!]|\?\s*$', re.M
)
FORMATTED = frozenset('fFtT')

def folded(names):
    # The interpreter takes some letters for others.
    return [name if name.isascii() else normalize('NFKC', name) for name in names]

def words_of(source, is_code_in_texts):
    if is_code_in_texts:
        return IDENTIFIER.findall(source)
    found = []
    for prefix, long, short, double, single, name, _ in pieces_of_code(source):
        if name is not None:
            found.append(name)
        elif prefix and not FORMATTED.isdisjoint(prefix):
            text = long or short or double or single or ''
            if text.count('{') != text.count('}'):
                # Quotes of its own kind stand in it: where it ends is not told here.
                return IDENTIFIER.findall(source)
            found.extend(IDENTIFIER.findall(text))
    return found

# What brings in other code: of modules, or of tasks that go on meanwhile.
LETS_IN = frozenset(('import', '__import__', 'await', 'async'))

@once
def words_in(source):
    # (names in the code, the same in order, whether they are all that it can do something to by itself).
    start = source[:SOURCE_LIMIT]
    is_code_in_texts = CODE_IN_TEXTS.search(start) is not None
    words = words_of(start, is_code_in_texts)
    names = frozenset(words if source.isascii() else folded(words))
    are_all = not is_code_in_texts and len(source) <= SOURCE_LIMIT and '%' not in source and '!' not in source and LETS_IN.isdisjoint(names) and EVALUATORS.isdisjoint(names)
    return names, tuple(sorted(names)), are_all

def mentioned(source):
    # Names in the code, without those in plain texts and comments.
    return words_in(source)[0]

def mentioned_in_order(source):
    return words_in(source)[1]

def names_all(source):
    # Whether the names in the code are all that it can do something to by itself.
    return words_in(source)[2]

LINE_START = re.compile(r'(?:async\s+)?(?:for|with)\b')
ASSIGNMENT = re.compile(r'\s*([^\W\d]\w*)\s*=(?!=)')

# A line at the left edge and what follows further in.
STATEMENT = re.compile(r'^[^\s)\]}#].*(?:\n(?:[ \t)\]}#].*|))*', re.M)

# Comments, texts and brackets.
MARKS = re.compile(r'#[^\n]*|("""|\x27\x27\x27)(?:[^\\]|\\.)*?\1|"(?:[^"\\\n]|\\.)*"|\x27(?:[^\x27\\\n]|\\.)*\x27|[()\[\]{}]', re.S)
LOOPED = re.compile(r'\bfor\b([^:\n]{1,200}?)\bin\b')

@once
def outside_calls(source):
    # The code without comments and texts, and without what stands in the brackets of calls and subscripts.
    found = []
    depth = end = 0
    for match in MARKS.finditer(source):
        start = match.start()
        mark = match.group()
        before = source[start - 1:start]
        if not depth:
            found.append(source[end:start])
        if mark in '([{' and (depth or before.isalnum() or before in ('_', ')', ']')):
            depth += 1
            if depth == 1:
                found.append('._')
        elif mark in ')]}' and depth:
            depth -= 1
        elif not depth and len(mark) == 1:
            found.append(mark)
        end = match.end()
    found.append(source[end:])
    return ''.join(found)

def is_assigned(source, name):
    # It only decides between "rebound" and "changed in place" for a container at the same address.
    source = source[:SOURCE_LIMIT]
    word = r'(?<![\w.])' + re.escape(name) + r'(?!\w)'
    code = outside_calls(source)
    target = word + r'\s*[)\]]?\s*(?:,[^=<>!\n]{0,200})?=(?!=)|^[ \t]*' + word + r'\s*:[^=\n]{0,200}=(?!=)|\bas\s+' + word
    return re.search(word + r'\s*:=', source) is not None or re.search(target, code, re.M) is not None or any([re.search(word, part) for part in LOOPED.findall(code)])

@once
def surely_assigned(source):
    # Names that are assigned at the top level, or in a loop or a with block there: not in a function or under a condition.
    found = set()
    opening = ''
    for line in outside_calls(source[:SOURCE_LIMIT]).split('\n'):
        is_top = line[:1] not in (' ', '\t', ')', ']', '}', '#', '')
        if is_top:
            opening = line
        match = ASSIGNMENT.match(line)
        if match and (is_top or LINE_START.match(opening)):
            found.add(match.group(1))
    return frozenset(found)

# Targets with parts, targets of operators, and methods whose purpose it is; in code of which calls and subscripts are taken out.
CHANGED = re.compile(
    r'(?<![\w.])([^\W\d]\w*)(?:(?:\s*\.\s*\w+)+(?=\s*(?:,[^=<>!\n;]{0,200})?(?:[-+*/%@&|^]|//|\*\*|<<|>>)?=(?!=))|(?=\s*(?:[-+*/%@&|^]|//|\*\*|<<|>>)=)'
    r'|(?:\.\w+)*?\.(?:append|extend|fill|insert|itemset|partition|pop|put|remove|resize|set_params|setdefault|sort|update)\._)'
)

@once
def changed_in_text(source):
    # Names whose values the text of a cell changes in place.
    return frozenset(CHANGED.findall(outside_calls(source[:SOURCE_LIMIT])))

@once
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
