// Sets and dicts as Python writes them, with their items sorted.

/** Which braces are sorted. */
export type BraceKind = 'set' | 'dict';

type Frame = {
  readonly open: string;
  items: string[];
  /** Where the present item begins. */
  parts: string[];
  hasColon: boolean;
};

const CLOSING: { readonly [open: string]: string } = {
  '{': '}',
  '[': ']',
  '(': ')'
};

/** Nothing that is printed is nested deeper. */
const DEPTH_LIMIT = 100;

/** Braces behind these are no literals: format strings, LaTeX, code. */
const NO_LITERAL = /[\w\\}^$]/;

/** The text with the items of its sets, or of its dicts, in one order. What is not balanced stays as it is. */
export function withSortedBraces(text: string, kind: BraceKind): string {
  const out: string[] = [];
  let done = 0;
  for (;;) {
    const at = text.indexOf('{', done);
    if (at < 0) {
      break;
    }
    out.push(text.slice(done, at));
    const read = NO_LITERAL.test(text[at - 1] ?? '')
      ? { end: at + 1, sorted: '{' }
      : readBraces(text, at, kind);
    out.push(read.sorted);
    done = read.end;
  }
  out.push(text.slice(done));
  return out.join('');
}

/** Reads from an opening brace to its partner, or as far as the text makes sense. */
function readBraces(
  text: string,
  start: number,
  kind: BraceKind
): { readonly end: number; readonly sorted: string } {
  const stack: Frame[] = [];
  let at = start;
  for (; at < text.length;) {
    const character = text[at] ?? '';
    const frame = stack[stack.length - 1];
    if (CLOSING[character]) {
      if (stack.length === DEPTH_LIMIT) {
        break;
      }
      stack.push({ open: character, items: [], parts: [], hasColon: false });
      at += 1;
    } else if (frame && character === CLOSING[frame.open]) {
      stack.pop();
      const whole = closed(frame, kind);
      at += 1;
      const outer = stack[stack.length - 1];
      if (!outer) {
        return { end: at, sorted: whole };
      }
      outer.parts.push(whole);
    } else if (!frame || '}])'.includes(character)) {
      break;
    } else if (character === ',') {
      endItem(frame);
      at += 1;
    } else {
      const end = endOfPart(text, at);
      if (end < 0) {
        break;
      }
      const part = text.slice(at, end);
      frame.hasColon ||= part.includes(':') && !/^['"]/.test(part);
      frame.parts.push(part);
      at = end;
    }
  }
  const end = Math.max(at, start + 1);
  return { end, sorted: text.slice(start, end) };
}

/** Behind a quoted text, or before the next character that matters; -1 for a quote that is not closed on its line. */
function endOfPart(text: string, at: number): number {
  const quote = text[at] ?? '';
  if (quote !== '"' && quote !== "'") {
    let end = at + 1;
    while (end < text.length && !'{}[](),"\''.includes(text[end] ?? '')) {
      end += 1;
    }
    return end;
  }
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text[end];
    if (character === '\\') {
      end += 1;
    } else if (character === quote) {
      return end + 1;
    } else if (character === '\n') {
      return -1;
    }
  }
  return -1;
}

function endItem(frame: Frame): void {
  frame.items.push(frame.parts.join(''));
  frame.parts = [];
}

function closed(frame: Frame, kind: BraceKind): string {
  const { open } = frame;
  const end = CLOSING[open] ?? '';
  endItem(frame);
  const isWanted = open === '{' && frame.hasColon === (kind === 'dict');
  if (!isWanted) {
    return `${open}${frame.items.join(',')}${end}`;
  }
  const items = frame.items
    .map(item => item.trim().replace(/\s*\n\s*/g, ' '))
    .filter(item => item !== '')
    .sort();
  return `${open}${items.join(', ')}${end}`;
}
