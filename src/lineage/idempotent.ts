// Code that, run once more, leaves what it left: it tidies what is tidy by then.
import type { CellAnalysis } from '../analysis';
import type { Prepared } from './prepare';
import type { Read } from './version';
import type { World } from './world';

/** Methods that do nothing to what they made, whatever else they are given. */
const TIDYING =
  `strip lstrip rstrip lower upper title capitalize casefold str dt fillna dropna drop_duplicates ffill bfill
  sort_values sort_index round abs astype clip head tail normalize`.split(
    /\s+/
  );
/** Methods that change in place what they are called on, once and for all. */
const SETTING =
  `sort add discard clear dropna fillna drop_duplicates sort_values sort_index ffill bfill setdefault set_xlabel
  set_ylabel set_title set_xlim set_ylim set_xticks set_yticks set_xscale set_yscale set legend grid tight_layout
  suptitle`.split(/\s+/);
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
    places.every(({ range }) => isTidy(lineAt(source, range.from)))
  );
}

/** What the former run of the same code saw, where nothing but that run made what is seen now. */
export function seenBefore(
  world: World,
  { normalised, isAgain, calls }: Prepared,
  read: Read
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
    calls.some(one => (world.get(one)?.carried.length ?? 0) > 0)
  ) {
    return read;
  }
  return (
    maker.reads.find(one => one.name === name && one.path === path) ?? read
  );
}

function lineAt(source: string, at: number): string {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = source.indexOf('\n', at);
  return source.slice(start, end < 0 ? source.length : end);
}

/** One line at the margin that changes something. */
function isTidy(line: string): boolean {
  const text = line
    .replace(/#[^'"]*$/, '')
    .replace(/;\s*$/, '')
    .trimEnd();
  if (/^\s/.test(text)) {
    return false;
  }
  const assigned = /^([\w.]+(?:\[[^\][]*\])*)\s*([|&]?)=\s*([^=].*)$/.exec(
    text
  );
  if (!assigned) {
    return isSetting(text);
  }
  const [, target = '', sign = '', value = ''] = assigned;
  const [name = ''] = /^\w+/.exec(target) ?? [];
  if (sign !== '') {
    return !mentions(value, name);
  }
  return !mentions(value, name) || isTidied(target, value, name);
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.'"])${name}(?!\\w)`).test(text);
}

function isTidied(target: string, value: string, name: string): boolean {
  if (value.startsWith(target)) {
    return isChain(value.slice(target.length), name);
  }
  const made = /^([\w.]+)\((.*)\)$/.exec(value);
  const [, callee = '', given = ''] = made ?? [];
  return (
    MAKING.test(callee) &&
    given.startsWith(target) &&
    /^(?:,.*)?$/.test(given.slice(target.length)) &&
    isConstant(given.slice(target.length))
  );
}

/** `.str.strip().str.title()`. */
function isChain(rest: string, name: string): boolean {
  let left = rest;
  while (left !== '') {
    const step = /^\.(\w+)(\((?:[^()]|\([^()]*\))*\))?/.exec(left);
    const [whole = '', method = '', given = ''] = step ?? [];
    const isFree = /^(?:fillna|dropna)$/.test(method);
    const isFit = TIDYING.includes(method) && (isFree || isConstant(given));
    if (!isFit || (!isFree && mentions(given, name))) {
      return false;
    }
    left = left.slice(whole.length);
  }
  return rest !== '';
}

function isSetting(text: string): boolean {
  const [, name = '', method = '', given = ''] =
    /^(\w+)[\w.[\]'"]*\.(\w+)(\(.*\))$/.exec(text) ?? [];
  return SETTING.includes(method) && !mentions(given, name);
}

/** True when nothing in the arguments hangs on other values. */
function isConstant(given: string): boolean {
  const words = given
    .replace(/'[^']*'|"[^"]*"/g, '')
    .match(/[A-Za-z_]\w*\s*=?/g);
  return (words ?? []).every(
    word => word.endsWith('=') || CONSTANT.test(word.trim())
  );
}
