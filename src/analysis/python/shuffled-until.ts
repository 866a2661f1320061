// Loops that shuffle something until it is in order: what comes of them hangs on no draw.

import type { Effect } from '../effect';

import { childNamed, type Syntax } from './syntax';
import { callOf, statementsOf, textOf } from './syntax-words';

/** The effects; draws by which a loop does nothing but bring what it shuffles into its one order stay in the loop. */
export function withSorted(
  source: string,
  root: Syntax,
  effects: readonly Effect[]
): readonly Effect[] {
  return /\bshuffle\b/.test(source) && /\bwhile\b/.test(source)
    ? effects.map(effect =>
        effect.state === 'random' &&
        effect.action === 'draw' &&
        isUntilSorted(source, root, effect.range.from)
          ? { ...effect, into: [], staysInside: true }
          : effect
      )
    : effects;
}

/** True for a draw of a loop that does no more than to shuffle what is not in order yet. */
function isUntilSorted(source: string, root: Syntax, at: number): boolean {
  let node: Syntax | undefined = root;
  let loop: Syntax | undefined;
  while (node && node.children.length > 0) {
    loop = node.name === 'WhileStatement' ? node : loop;
    node = node.children.find(({ from, to }) => from <= at && at < to);
  }
  const [, condition] = loop?.children ?? [];
  const body = loop && childNamed(loop, 'Body');
  const [, only, ...others] = body ? statementsOf(body) : [];
  const call = callOf(source, only?.children[0]);
  const [shuffled] = call?.given ?? [];
  return (
    condition !== undefined &&
    others.length === 0 &&
    only?.name === 'ExpressionStatement' &&
    call?.word === 'shuffle' &&
    call.given.length === 1 &&
    shuffled?.name === 'VariableName' &&
    asksForOrder(textOf(source, condition), textOf(source, shuffled))
  );
}

/** How code asks whether `#` is not in order, without the brackets around it. */
const UNSORTED: readonly RegExp[] = [
  /^(?:np\.|numpy\.)?any\(#\[:-1\]>#\[1:\]\)$/,
  /^(?:np\.|numpy\.)?any\(#\[1:\]<#\[:-1\]\)$/,
  /^\(#\[:-1\]>#\[1:\]\)\.any\(\)$/,
  /^(?:list\(#\)|#)!=sorted\(#\)$/,
  /^sorted\(#\)!=(?:list\(#\)|#)$/,
  /^not(?:list\(#\)|#)==sorted\(#\)$/,
  /^notall\(#\[(\w+)\]<=#\[\1\+1\]for\1inrange\(len\(#\)-1\)\)$/,
  /^not(?:\w+\.)?_?(?:is|in)_?(?:sorted|order|ordered)\(#\)$/i,
  /^(?:\w+\.)?_?(?:is|in)_?(?:sorted|order|ordered)\(#\)==False$/i
];

function asksForOrder(condition: string, name: string): boolean {
  const asked = condition
    .replace(new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'g'), '#')
    .replace(/\s+/g, '')
    .replace(/^\((.*)\)$/, (whole, inner: string) =>
      /^[^()]*\)/.test(inner) ? whole : inner
    );
  return UNSORTED.some(one => one.test(asked));
}
