// Methods that syntax and builtins call by no name: which of them code may run, told from its text.

const GOING_THROUGH =
  /\b(?:for|in|iter|next|list|tuple|set|frozenset|dict|deque|Counter|sorted|reversed|sum|min|max|any|all|map|zip|enumerate|filter|reduce|accumulate|chain|join|extend|update|from_iterable|islice|choice|choices|sample|shuffle|array|asarray|stack|DataFrame|Series)\b|\*|,[^=\n]*=|\[/;
const FOLDING =
  /\b(?:sum|fsum|prod|mean|median|average|std|var|cumsum|reduce|accumulate|operator|statistics|math|np|numpy|agg|apply)\b/;
const COMPARING =
  /[=!]=|\{|\b(?:in|index|remove|count|set|frozenset|dict|Counter|unique|nunique|isin|drop_duplicates|value_counts|groupby|assert\w*|case|operator)\b/;
/** What looks for a value among those that are kept under their like. */
const FINDING =
  /\.\s*(?:get|pop|add|discard|setdefault|fromkeys|union|\w*intersection\w*|\w*difference\w*|is(?:subset|superset|disjoint)|add_(?:node|edge)\w*|has_(?:node|edge))\b|[\w\])]\s*\[\s*(?:[A-Z]\w*\s*\(|[a-z_]\w*\s*\])/;
const SORTING =
  /[<>]|\b(?:sort\w*|min|max|argsort|arg(?:min|max)|heap\w*|bisect\w*|insort\w*|nlargest|nsmallest|rank|put|PriorityQueue|operator|groupby|value_counts)\b/;
const TESTING =
  /\b(?:len|bool|if|elif|while|not|and|or|any|all|filter|assert|list|tuple|set|sorted|reversed|choice|choices|sample|shuffle|array|asarray|DataFrame|Series|operator)\b/;
const NUMBERS =
  /\b(?:int|float|complex|bool|range|round|math|np|numpy|hex|bin|oct|chr|pow|divmod|sum|trunc|floor|ceil|format)\b|\[|%|\b[rR]?[fF][rR]?["']/;
const COPYING =
  /\b(?:copy|deepcopy|replace|pickle|dill|joblib|shelve|dumps?|Pool|Process\w*|multiprocessing|clone)\b/;

/** By what stands between the underscores: what code has that runs the method. */
const OPERATORS: readonly (readonly [
  names: string,
  signs: RegExp,
  ...others: RegExp[]
])[] = [
  ['add radd iadd pos', /\+/, FOLDING],
  ['sub rsub isub neg', /-/, FOLDING],
  ['mul rmul imul pow rpow ipow', /\*|\bpow\b/, FOLDING],
  ['truediv rtruediv itruediv floordiv rfloordiv ifloordiv', /\//, FOLDING],
  ['mod rmod imod', /%/, FOLDING],
  ['divmod rdivmod', /\bdivmod\b/, FOLDING],
  ['matmul rmatmul imatmul', /@|\bdot\b/, FOLDING],
  ['and rand iand', /&/, FOLDING],
  ['or ror ior', /\|/, FOLDING],
  ['xor rxor ixor', /\^/, FOLDING],
  ['lshift rlshift ilshift', /<</, FOLDING],
  ['rshift rrshift irshift', />>/, FOLDING],
  ['invert', /~/, FOLDING],
  ['abs', /\b(?:abs|fabs)\b/, FOLDING],
  ['eq ne', COMPARING, FINDING],
  ['hash', /\bhash\b|\[|\b(?:lru_cache|cache)\b/, COMPARING, FINDING],
  ['lt le gt ge', SORTING],
  ['len bool length_hint', TESTING],
  ['contains', /\bin\b|\bcontains\b/],
  ['iter next reversed getitem', GOING_THROUGH],
  ['setitem delitem', /\]|\b(?:update|setdefault|shuffle)\b/],
  ['enter exit aenter aexit', /\bwith\b|[cC]ontext|Stack\b/],
  ['aiter anext await', /\basync\b|\bawait\b|\bgather\b|\brun\w*\b/],
  ['int float complex index round trunc floor ceil', NUMBERS],
  ['copy deepcopy reduce reduce_ex getstate setstate getnewargs', COPYING],
  ['sizeof', /sizeof/]
];

const SIGNS: ReadonlyMap<string, readonly RegExp[]> = new Map(
  OPERATORS.flatMap(([names, ...signs]) =>
    names.split(' ').map(name => [`__${name}__`, signs] as const)
  )
);

/** Tells whether a text may run a method by syntax or through a builtin; of others than these nothing tells that it does not. */
export function operatorsIn(text: string): (method: string) => boolean {
  const known = new Map<string, boolean>();
  return method => {
    let answer = known.get(method);
    if (answer === undefined) {
      answer = SIGNS.get(method)?.some(one => one.test(text)) ?? true;
      known.set(method, answer);
    }
    return answer;
  };
}
