// Methods of a cell's own classes that nothing in the cell can call: it names them nowhere and hands no instance to others.

import { builtinNames } from './builtins';
import type { LogicalLine } from './logical-lines';
import { itemBefore } from './neighbours';
import { BASE } from './scope';
import { wordSet } from './word-set';

/** Bases that call none of their heirs' methods by themselves. */
const QUIET_BASES = wordSet('object ABC Exception Generic Protocol');
/** Names by which code calls what no name in it tells. */
const REACHING = wordSet(
  'getattr methodcaller attrgetter eval exec globals vars locals'
);
/** Words before brackets that are no callables. */
const KEYWORDS = wordSet(
  'and as assert await case del elif except for from if in is lambda match not or raise return super while with yield'
);
/** Methods that keep what they are handed, and call nothing of it. */
const KEEPING = wordSet('append add extend insert setdefault');

/** Tells of the methods of a cell's classes whether none of its code can call them. */
export function dormantIn(
  lines: readonly LogicalLine[]
): (method: string) => boolean {
  let known: ReadonlySet<string> | null | undefined;
  return method => {
    known = known === undefined ? membersNamed(lines) : known;
    return (
      known !== null &&
      method !== BASE &&
      !method.startsWith('_') &&
      !known.has(method)
    );
  };
}

/** The names after dots; null where others may call methods that the cell does not name. */
function membersNamed(
  lines: readonly LogicalLine[]
): ReadonlySet<string> | null {
  const own = ownNames(lines);
  const holders = holdersIn(lines, own);
  const found = new Set<string>();
  for (const line of lines) {
    const isClass = line[0]?.text === 'class';
    for (const [at, { kind, text }] of line.entries()) {
      const isMember = itemBefore(line, at)?.text === '.';
      const isNamed = kind === 'name';
      const isForeign =
        (isNamed && isClass && at > 1 && isForeignBase(text, own)) ||
        (isNamed &&
          line[at + 1]?.text === '(' &&
          isForeignCall(text, isMember, own) &&
          handsOver(line, at + 1, holders));
      if (kind === 'magic' || REACHING.has(text) || isForeign) {
        return null;
      }
      if (isMember) {
        found.add(text);
      }
    }
  }
  return found;
}

function isForeignBase(name: string, own: ReadonlySet<string>): boolean {
  return !own.has(name) && !QUIET_BASES.has(name);
}

/** True for a callable that is neither the cell's own nor a builtin. */
function isForeignCall(
  name: string,
  isMember: boolean,
  own: ReadonlySet<string>
): boolean {
  const isKnown = isMember
    ? KEEPING.has(name)
    : KEYWORDS.has(name) || builtinNames.has(name);
  return !isKnown && !own.has(name);
}

/** The functions and classes that the cell defines. */
function ownNames(lines: readonly LogicalLine[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) {
    line.forEach(({ text }, at) => {
      if (text === 'def' || text === 'class') {
        found.add(line[at + 1]?.text ?? '');
      }
    });
  }
  return found;
}

/** Names that may hold instances: those of the classes, and all that is assigned, or gone through, beside such a name. */
function holdersIn(
  lines: readonly LogicalLine[],
  own: ReadonlySet<string>
): ReadonlySet<string> {
  const holders = new Set(own);
  for (const line of lines) {
    if (!line.some(({ text }) => holders.has(text))) {
      continue;
    }
    let isTarget = line.some(({ text, depth }) => text === '=' && depth === 0);
    for (const { kind, text, depth } of line) {
      isTarget =
        (isTarget && !(text === '=' && depth === 0) && text !== 'in') ||
        text === 'for';
      if (isTarget && kind === 'name') {
        holders.add(text);
      }
    }
  }
  return holders;
}

/** True where a name that may hold an instance stands within the brackets that open at a place. */
function handsOver(
  line: LogicalLine,
  open: number,
  holders: ReadonlySet<string>
): boolean {
  const depth = line[open]?.depth ?? 0;
  for (let at = open + 1; at < line.length; at += 1) {
    const token = line[at];
    if (!token || (token.depth <= depth && token.text === ')')) {
      return false;
    }
    if (token.kind === 'name' && holders.has(token.text)) {
      return true;
    }
  }
  return false;
}
