// Code that, run once more, leaves what it left: it tidies what is tidy by then.
import type { CellAnalysis } from '../analysis';
import type { Circumstances } from './observation';
import type { Prepared } from './prepared';
import type { Read } from './version';
import type { World } from './world';

/** Methods that do nothing to what they made, whatever else they are given. */
const TIDYING =
  `strip lstrip rstrip lower upper title capitalize casefold fillna dropna drop_duplicates ffill bfill round abs
  astype clip normalize`.split(/\s+/);
/** Chains of two that tidy as one of them does. */
const PAIRS =
  /^(?:(?:\.str)?\.strip\(\)(?:\.str)?\.(?:lower|upper|title|capitalize)\(\)|\.dropna\(\)\.drop_duplicates\(\))$/;
/** What a gap is filled with that is none after it: the target itself stands before it. */
const FILLING = /^\.(?:mean|median|min|max)\(\)\)$/;
/** What does its work bit by bit. */
const LIMITED = /\blimit\w*\s*=/;
const CALL = /[\w\])]\s*\(/;
/** Methods that change in place what they are called on, once and for all. */
const SETTING =
  `sort add discard clear dropna fillna drop_duplicates ffill bfill setdefault set_xlabel set_ylabel set_title
  set_xlim set_ylim set_xticks set_yticks set_xscale set_yscale set legend suptitle`.split(
    /\s+/
  );
const MAKING =
  /^(?:sorted|list|set|tuple|dict|str|int|float|bool|frozenset|abs|round|(?:pd|pandas)\.to_(?:datetime|numeric|timedelta)|np\.(?:sort|abs|unique|round|asarray|array))$/;
/** States that give something else with every look. */
const CHANCE = /^(?:random|entropy|clock|network|packages)$/;
/** Words that mean the same wherever they stand. */
const CONSTANT =
  /^(?:int|float|str|bool|True|False|None|and|or|not|in|is|lambda)$/;

/** True when a second run changes nothing that the first has changed, as long as nobody else did in between. */
export function isIdempotent(
  source: string,
  { updates, bindings, references, effects }: CellAnalysis
): boolean {
  const read = new Set(references.map(({ name }) => name));
  const places = [
    ...updates.filter(({ certainty }) => certainty !== 'possible'),
    ...bindings.filter(({ name }) => read.has(name))
  ];
  return (
    places.length > 0 &&
    !effects.some(({ state }) => CHANCE.test(state)) &&
    places.every(({ name, range }) => isTidy(lineAt(source, range.from), name))
  );
}

/**
 * What the former run of the same code saw, where nothing but that run made what is seen now. `left` is what the kernel told
 * of the values behind the present run: where the former left another one, it was not tidied, unless the present run itself left
 * the value as it was.
 */
export function seenBefore(
  world: World,
  { normalised, isAgain, calls }: Prepared,
  read: Read,
  { left, unchanged }: Pick<Circumstances, 'left' | 'unchanged'>
): Read {
  const { version, parts, name, path } = read;
  const part = path === null ? undefined : parts.get(path);
  const isWhole = parts.size === 0;
  const maker = part && parts.size === 1 ? part.step : version?.baseStep;
  if (
    !maker ||
    maker.prepared.normalised !== normalised ||
    !(part ?? isWhole) ||
    !isAgain() ||
    (!unchanged.includes(name) &&
      isOther(maker.execution?.report?.values[name], left?.[name])) ||
    calls.some(one => (world.get(one)?.carried.length ?? 0) > 0)
  ) {
    return read;
  }
  return (
    maker.reads.find(one => one.name === name && one.path === path) ?? read
  );
}

function isOther(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function lineAt(source: string, at: number): string {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = source.indexOf('\n', at);
  return source.slice(start, end < 0 ? source.length : end);
}

/** One line at the margin that changes the name, and is all of its statement. */
function isTidy(line: string, changed: string): boolean {
  const text = line
    .replace(/#[^'"]*$/, '')
    .replace(/;\s*$/, '')
    .trimEnd();
  const isWhole = isBalanced(text) && !/;|\\$|'''|"""/.test(text);
  const [name = ''] = /^\w+/.exec(text) ?? [];
  if (!isWhole || name !== changed) {
    return false;
  }
  const assigned = /^([\w.]+(?:\[[^\][]*\])*)\s*([|&]?)=\s*([^=].*)$/.exec(
    text
  );
  if (!assigned) {
    return isSetting(text);
  }
  const [, target = '', sign = '', value = ''] = assigned;
  if (CALL.test(target)) {
    return false;
  }
  const isPlain = !mentions(value, name) && !CALL.test(value);
  return isPlain || (sign === '' && isTidied(target, value));
}

function isBalanced(text: string): boolean {
  const plain = text.replace(/'[^']*'|"[^"]*"/g, '');
  const count = (sign: string): number => plain.split(sign).length;
  return ['()', '[]', '{}'].every(
    ([open = '', close = '']) => count(open) === count(close)
  );
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.'"])${name}(?!\\w)`).test(text);
}

function isTidied(target: string, value: string): boolean {
  if (value.startsWith(target)) {
    return isStep(target, value.slice(target.length));
  }
  const made = /^([\w.]+)\((.*)\)$/.exec(value);
  const [, callee = '', given = ''] = made ?? [];
  const rest = given.slice(target.length);
  return (
    MAKING.test(callee) &&
    given.startsWith(target) &&
    /^(?:,.*)?$/.test(rest) &&
    !/\breturn_/.test(rest) &&
    isConstant(rest)
  );
}

/** `.str.strip()`: one method, or two that are known to go together. */
function isStep(target: string, rest: string): boolean {
  if (PAIRS.test(rest)) {
    return true;
  }
  const step = /^(?:\.(?:str|dt))?\.(\w+)\((.*)\)$/.exec(rest);
  const [, method = '', given = ''] = step ?? [];
  if (/^(?:head|tail)$/.test(method)) {
    return /^\d*$/.test(given);
  }
  const isFilled =
    method === 'fillna' &&
    given.startsWith(target) &&
    FILLING.test(`${given.slice(target.length)})`);
  return TIDYING.includes(method) && (isFilled || isConstant(given));
}

function isSetting(text: string): boolean {
  const [, name = '', method = '', given = ''] =
    /^(\w+)[\w.[\]'"]*\.(\w+)\((.*)\)$/.exec(text) ?? [];
  return (
    SETTING.includes(method) &&
    !mentions(given, name) &&
    !CALL.test(given) &&
    !LIMITED.test(given)
  );
}

/** True when nothing in the arguments hangs on other values. */
function isConstant(given: string): boolean {
  if (LIMITED.test(given) || CALL.test(given)) {
    return false;
  }
  const words = given
    .replace(/'[^']*'|"[^"]*"/g, '')
    .match(/[A-Za-z_]\w*\s*=?/g);
  return (words ?? []).every(
    word => word.endsWith('=') || CONSTANT.test(word.trim())
  );
}
