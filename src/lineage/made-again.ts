// Classes that a cell made again: whether code can tell instances of the former class from those of the present one.
import type { ReachedClass } from './reach';

/** Code that asks for the class of what it has. */
const ASKING =
  /\b(?:isinstance|issubclass|pickle|dill|joblib|singledispatch\w*)\b|(?<![.\w])type\s*\(|[(,=]\s*type\s*[,)]|__class__|\bsuper\s*\(\s*\w|\bcase\s+[\w.]+\s*\(|\bis\s+(?:not\s+)?(?!not\b|None\b|True\b|False\b)/;
/** Code that may compare values. */
const COMPARING =
  /[=!]=|[<>]|\b(?:in|index|remove|count|set|frozenset|sort|sorted|min|max|unique|assert\w*)\b/;
/** Code that may look for values under which others are kept. */
const FINDING =
  /\[|\b(?:get|pop|add|discard|setdefault|update|dict|\w*Counter|\w*cache|add_\w+|\w*unique|groupby|map)\b/;
/** What makes values of a data class such as others can be kept under. */
const HASHED = /^\t*@ .*\b(?:frozen|unsafe_hash) = True/m;
/** Classes whose instances are met by their class: errors that are caught, members of which there is one each. */
const MET_BY_CLASS = /(?:Error|Exception|Warning|Exit|Interrupt|Enum|Flag)$/;
/** Lines of a class that keep nothing: its head, its text, `pass`, a field without a value. */
const SILENT = /^\t*(?:class .*:|\w{0,2}["'].*|pass|\.\.\.|\w+ : [^=]*)$/;
/** The same of a data class, whose instances have the fields themselves. */
const FIELD = /^\t*(?:class .*:|\w{0,2}["'].*|pass|\.\.\.|\w+ : .*)$/;
const DATACLASS = /^\t*@ (?:dataclasses \. )?dataclass\b/;
const KEYWORD = /^\t*class [^\n]*[(,] \w+ = /m;
/** What makes a method something that keeps nothing of its calls. */
const PLAIN_DECORATOR =
  /^\t*@ (?:property|staticmethod|classmethod|(?:abc \. )?abstractmethod|\w+ \. (?:setter|getter|deleter))$/;
const OF_CLASS =
  /\bcls \. \w+(?: \[.*?\])* (?:[-+*/%&|^@]|\/\/|\*\*)?=|\bcls \. \w+ \. (?:append|add|update|setdefault|pop)\b/;
/** A collection of the class's own, which all instances share. */
const COLLECTION = /^\t*\w+ = [[{]/;
/** Defaults that a call may change. */
const KEEPING_DEFAULT = /^\t*(?:async )?def .* = (?:\[|\{|\w+ \()/;

/**
 * True where classes of one name that different executions made are not alike for who uses them, though their code may be the
 * same: the code asks for the class, or the class keeps something itself.
 */
export function areToldApart(
  classes: readonly ReachedClass[],
  texts: ReadonlySet<string>
): boolean {
  return (
    some(texts, ASKING) ||
    classes.some(
      one =>
        keepsSomething(one) ||
        (isDataClass(one) && some(texts, COMPARING)) ||
        (isHashed(one) && some(texts, FINDING))
    )
  );
}

function some(texts: ReadonlySet<string>, meant: RegExp): boolean {
  return [...texts].some(text => meant.test(text));
}

function isDataClass({ carried }: ReachedClass): boolean {
  return DATACLASS.test(carried.definition.parts?.text ?? '');
}

function isHashed(one: ReachedClass): boolean {
  return (
    isDataClass(one) && HASHED.test(one.carried.definition.parts?.text ?? '')
  );
}

function keepsSomething(one: ReachedClass): boolean {
  const { name, parts } = one.carried.definition;
  const { bases = [], text = '', methods = [] } = parts ?? {};
  const [known, silent] = isDataClass(one)
    ? [DATACLASS, FIELD]
    : [SILENT, SILENT];
  return (
    KEYWORD.test(text) ||
    bases.some(base => MET_BY_CLASS.test(base)) ||
    statementsOf(text).some(line => !silent.test(line) && !known.test(line)) ||
    methods.some(
      method =>
        OF_CLASS.test(method.text) ||
        COLLECTION.test(method.text) ||
        method.updates.some(update => update.name === name) ||
        method.text
          .split('\n')
          .some(
            line =>
              KEEPING_DEFAULT.test(line) ||
              (/^\t*@/.test(line) && !PLAIN_DECORATOR.test(line))
          )
    )
  );
}

/** The lines of a class, each text of several lines as an empty one. */
function statementsOf(text: string): readonly string[] {
  return text
    .replace(/("""|''')[\s\S]*?\1/g, '""')
    .split('\n')
    .filter(line => line.trim() !== '');
}
