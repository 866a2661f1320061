// Settings of plots that code gives constants, and places of modules: whoever gives the same comes to the same, whatever else the code does.
import type { Effect, Range } from '../analysis';

/** A setting, and what it is given. */
export type Setting = {
  /** What of the state it replaces. */
  readonly part: string;
  readonly value: string;
};

const ITEM = /^[\w.]*\brcParams\[\s*(?:'([\w.]+)'|"([\w.]+)")\s*\]$/;
const VALUE = /^\s*=(?!=)\s*([^\n;#]+?)\s*(?:[;#][^\n]*)?(?:\n|$)/;
const CALL = /^([\w.]+)\s*\(([^]*)\)$/;
/** Texts, numbers and words that stand for themselves, and names of arguments. */
const CONSTANTS =
  /[bru]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<![\w.])\d[\w.]*|(?<![\w.])\.\d+|\b(?:True|False|None)\b|\b\w+\s*=(?!=)/g;
const SIGNS = /^[\s,()[\]{}:+-]*$/;
/** How R attaches a package, whose name stands there as a text or by itself. */
const ATTACHED =
  /^(?:library|require)\s*\(\s*(?:([\w.]+)|"([\w.]+)"|'([\w.]+)')\s*\)$/;
/** What sets all of its part, whatever it is given. */
const WHOLE = /^(?:set|set_theme|set_style|set_context|set_palette)$/;

/** The setting at a place at the margin, or the one that is asked for; undefined where it hangs on more than constants. */
export function settingAt(
  source: string,
  { state, action }: Pick<Effect, 'state' | 'action'>,
  { from, to }: Range
): Setting | undefined {
  const code = source.slice(from, to);
  const [, single, double] = ITEM.exec(code) ?? [];
  const key = single ?? double;
  if (state === 'plotting' && action === 'read' && key !== undefined) {
    return { part: partOf(key), value: '' };
  }
  const isAtMargin = from === 0 || source[from - 1] === '\n';
  const isTold = state === 'plotting' || state === 'path';
  if (!isTold || action !== 'update' || !isAtMargin) {
    return undefined;
  }
  const [, bare, ...quoted] = (state === 'path' && ATTACHED.exec(code)) || [];
  const attached = bare ?? quoted[0] ?? quoted[1];
  if (attached !== undefined) {
    return { part: `library ${attached}`, value: '' };
  }
  if (key !== undefined) {
    const value = VALUE.exec(source.slice(to))?.[1];
    return value !== undefined && isConstant(value)
      ? { part: partOf(key), value: unspaced(value) }
      : undefined;
  }
  const [, callee, given] = CALL.exec(code) ?? [];
  if (callee === undefined || given === undefined || !isConstant(given)) {
    return undefined;
  }
  const word = callee.replace(/^.*\./, '').replace(/^set_theme$/, 'set');
  return WHOLE.test(word)
    ? { part: word, value: unspaced(given) }
    : { part: `${callee}(${unspaced(given)})`, value: '' };
}

const partOf = (key: string): string => `rcParams ${key}`;

function isConstant(text: string): boolean {
  return SIGNS.test(text.replace(CONSTANTS, ''));
}

const unspaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
