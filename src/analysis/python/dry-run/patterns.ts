// Python's regular expressions as JavaScript's, as far as both find the same: plain ASCII, and no pattern that takes long.

import { Lost } from './values';

/** A pattern that can be run. */
export type Pattern = {
  /** Finds all matches, none of which is empty. */
  readonly expression: RegExp;
  /** Groups by name, counted from 1. */
  readonly names: ReadonlyMap<string, number>;
  readonly groups: number;
  /** How many of its parts may be of many lengths: trying them out takes the text's length to that power. */
  readonly freedom: number;
};

/** Characters that a search may look at in the worst case. */
const MOST = 1e7;

/** Characters that are looked at in the time of one step of a program. */
const AS_A_STEP = 3000;

/** Characters on which both agree. */
const PLAIN = /^[\t\n\f\r\v -~]*$/;

const OUTSIDE: Readonly<Record<string, string>> = {
  '.': '[^\\n]',
  '^': '(?<![^])',
  $: '(?=\\n?(?![^]))',
  A: '(?<![^])',
  Z: '(?![^])'
};

/** Reads a pattern; `ignoresCase` and `isDotAll` are the flags that are known. */
export function patternOf(
  source: string,
  flags: { readonly ignoresCase: boolean; readonly isDotAll: boolean }
): Pattern {
  if (!PLAIN.test(source) || source.length > 400) {
    throw new Lost('pattern');
  }
  const reader = new Reader(source, flags.isDotAll);
  const text = reader.read();
  return {
    expression: expressionOf(text, flags.ignoresCase ? 'gi' : 'g'),
    names: reader.names,
    groups: reader.groups,
    freedom: reader.freedom
  };
}

/** Both refuse some patterns, each in its own words. */
function expressionOf(text: string, flags: string): RegExp {
  try {
    return new RegExp(text, flags);
  } catch {
    throw new Lost('pattern');
  }
}

/** All matches in a text, from left to right; `step` counts what the search may take at worst. */
export function matchesIn(
  { expression, freedom }: Pattern,
  text: string,
  step: (count: number) => void
): readonly RegExpExecArray[] {
  const worst = text.length ** (freedom + 1);
  if (!PLAIN.test(text) || worst > MOST) {
    throw new Lost('pattern');
  }
  step(Math.ceil(worst / AS_A_STEP));
  expression.lastIndex = 0;
  const found = [...text.matchAll(expression)];
  // Where an empty match ends, the two go on differently.
  if (found.some(([whole]) => whole === '')) {
    throw new Lost('pattern');
  }
  return found;
}

type Group = { readonly isOpen: boolean; hasCapture: boolean; isFree: boolean };

/** Goes through a pattern once. */
class Reader {
  readonly names = new Map<string, number>();
  groups = 0;
  freedom = 0;

  constructor(
    private readonly source: string,
    private readonly isDotAll: boolean
  ) {}

  read(): string {
    let made = '';
    while (this.at < this.source.length) {
      made += this.part();
    }
    if (this.open.length > 0) {
      throw new Lost('pattern');
    }
    return made;
  }

  /** One character, class, bracket or quantifier. */
  private part(): string {
    const [sign = ''] = this.take(/[^]/y);
    switch (sign) {
      case '(':
        return this.opening();
      case ')':
        return this.closing();
      case '[':
        return this.one(this.classOf());
      case '\\':
        return this.escaped();
      case '|':
        return this.alternative();
      case '*':
      case '+':
      case '?':
      case '{':
        this.at -= 1;
        return this.quantifier();
      case '^':
      case '$':
        this.last = null;
        return OUTSIDE[sign] ?? '';
      case '.':
        return this.one(this.isDotAll ? '[^]' : '[^\\n]');
      case '}':
      case ']':
      case '/':
        return this.one(`\\${sign}`);
      default:
        return this.one(sign);
    }
  }

  private one(text: string): string {
    this.last = { isOpen: false, hasCapture: false, isFree: false };
    return text;
  }

  private opening(): string {
    const [head = ''] = this.take(/(?:\?(?:P<[A-Za-z_]\w*>|[:=!]))?/y);
    const name = /<([A-Za-z_]\w*)>/.exec(head)?.[1];
    const isCapture = head === '' || name !== undefined;
    if (head === '' && this.source[this.at] === '?') {
      throw new Lost('pattern');
    }
    this.groups += isCapture ? 1 : 0;
    if (name !== undefined) {
      this.names.set(name, this.groups);
    }
    const isLooking = /[=!]$/.test(head);
    this.open.push({ isOpen: isLooking, hasCapture: false, isFree: false });
    this.captures.push(isCapture);
    this.last = null;
    return isCapture ? '(' : `(${head}`;
  }

  private closing(): string {
    const group = this.open.pop();
    const isCapture = this.captures.pop() ?? false;
    const outer = this.open[this.open.length - 1];
    if (!group) {
      throw new Lost('pattern');
    }
    if (outer) {
      outer.hasCapture ||= isCapture || group.hasCapture;
      outer.isFree ||= group.isFree;
    }
    // What looks ahead or behind is not repeated.
    this.last = group.isOpen ? null : group;
    return ')';
  }

  /** Repeats what stands before; not what holds another repetition or alternatives, or a group whose former turns Python keeps. */
  private quantifier(): string {
    const [sign = ''] = this.take(/(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})\??/y);
    const { last } = this;
    if (
      sign === '' ||
      last === null ||
      last.isFree ||
      last.hasCapture ||
      /[*+?{]/.test(this.source[this.at] ?? '')
    ) {
      throw new Lost('pattern');
    }
    const isFree = !/^\{\d+\}$/.test(sign);
    const outer = this.open[this.open.length - 1];
    if (isFree) {
      this.freedom += 1;
      if (outer) {
        outer.isFree = true;
      }
    }
    this.last = null;
    return sign;
  }

  /** A group of alternatives may find one text in several ways, so it is not repeated either. */
  private alternative(): string {
    const group = this.open[this.open.length - 1];
    if (group) {
      group.isFree = true;
    }
    this.last = null;
    return '|';
  }

  private escaped(): string {
    const [sign = ''] = this.take(/[^]/y);
    if (/[bBAZ]/.test(sign)) {
      this.last = null;
      return OUTSIDE[sign] ?? `\\${sign}`;
    }
    if (/[dDwWsSntrfv]/.test(sign) || /[^A-Za-z0-9\s]/.test(sign)) {
      return this.one(/[-#&~"'`%@!<>=:;,_ ]/.test(sign) ? sign : `\\${sign}`);
    }
    throw new Lost('pattern');
  }

  private classOf(): string {
    const [body] = this.take(
      /\^?(?:[^\]\\[&|~]|\\[dDwWsSntrfv]|\\[^A-Za-z0-9\s])+\]/y
    );
    if (/--|-\\[dDwWsS]|\\[dDwWsS]-(?!\])/.test(body)) {
      throw new Lost('pattern');
    }
    return `[${body}`;
  }

  private take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (!found) {
      throw new Lost('pattern');
    }
    this.at += found[0].length;
    return found;
  }

  private at = 0;
  private readonly open: Group[] = [];
  private readonly captures: boolean[] = [];
  /** What a quantifier would repeat; null where it would repeat nothing. */
  private last: Group | null = null;
}
