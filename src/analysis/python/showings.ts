// What a cell prints, ends with, and makes texts of.

import type { Showing, ShownName } from '../showing';

import { stringContent } from './access';
import { openNames } from './plain-parts';
import type { Syntax } from './syntax';
import { callOf, lastStatement, textOf, type Call } from './syntax-words';

const PRINTING = /^(?:print|display)$/;
const SHOWING = /^p?print$|^display$/;
/** Builtins, and the like, that make a text of a value. */
const WRITING = /^(?:str|repr|ascii|pformat|format)$/;
/** Methods that make a text of what they belong to. */
const TELLING =
  /^(?:to_(?:string|html|latex|markdown)|__(?:str|repr|format)__)$/;
const FORMATTING = /^format(?:_map)?$/;
const OF_ARRAYS = /^array(?:2string|_str|_repr)$/;
/** Where options hold for the statements inside alone. */
const SETTING = /^(?:option_context|printoptions)$/;
const TEXTS = /^(?:String|FormatString|ContinuedString)$/;
const CONTAINERS =
  /^(?:Array|Tuple|Dictionary|Set)(?:Comprehension)?Expression$|^(?:Parenthesized|Comprehension)Expression$/;

/** A node below a statement at the margin, and the options that are set around it. */
type Looked = {
  readonly node: Syntax;
  readonly options: readonly string[];
  readonly at: number;
};

/** Looks through the tree of a cell. */
export function showingOf(source: string, root: Syntax): Showing {
  const printed: { name: string; options: readonly string[] }[] = [];
  const open: ShownName[] = [];
  const texts = new Set<number>();
  let isTold = false;
  const pending: Looked[] = root.children.map(node => ({
    node,
    options: [],
    at: node.from
  }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, options, at } = next;
    const call = callOf(source, node);
    const only = call && printedAlone(call);
    if (only) {
      printed.push({ name: textOf(source, only), options });
    } else {
      const made = textsMadeBy(source, node, call);
      made?.forEach(one => open.push(...openNames(source, one)));
      isTold ||= call !== null && isTelling(call);
      if (made && !(call?.owner === null && SHOWING.test(call.word))) {
        texts.add(at);
      }
    }
    const inside =
      node.name === 'WithStatement'
        ? [...options, ...optionsSetBy(source, node)]
        : options;
    for (const child of node.children) {
      if (child.children.length > 0) {
        pending.push({ node: child, options: inside, at });
      }
    }
  }
  const hangsOnMode = mayShowMore(source, root);
  return { printed, open, texts, isTold, hangsOnMode, ...endOf(source, root) };
}

/** `x` of `print(x)`. */
function printedAlone({ word, owner, given }: Call): Syntax | null {
  const [only, ...others] = given;
  return owner === null &&
    PRINTING.test(word) &&
    others.length === 0 &&
    only?.name === 'VariableName'
    ? only
    : null;
}

/** True for a call that makes a text as tables and arrays do. */
function isTelling({ word, owner }: Call): boolean {
  return OF_ARRAYS.test(word) || (owner !== null && TELLING.test(word));
}

/** The expressions of which a node makes texts; null where it makes none. */
function textsMadeBy(
  source: string,
  node: Syntax,
  call: Call | null
): readonly Syntax[] | null {
  if (node.name === 'FormatReplacement') {
    const [, value] = node.children;
    const isFormed = node.children.some(({ name }) => name === 'FormatSpec');
    return isFormed || !value ? [] : [value];
  }
  if (node.name === 'BinaryExpression') {
    const [left, sign, right] = node.children;
    const isFilled =
      TEXTS.test(left?.name ?? '') &&
      sign !== undefined &&
      textOf(source, sign) === '%';
    return isFilled && right ? [right] : null;
  }
  if (!call) {
    return null;
  }
  const { word, owner, given } = call;
  const [first, ...others] = given;
  if (owner === null) {
    const isMapped =
      word === 'map' &&
      first !== undefined &&
      /^(?:str|repr)$/.test(textOf(source, first));
    return isMapped
      ? others
      : SHOWING.test(word) || WRITING.test(word) || OF_ARRAYS.test(word)
        ? given
        : null;
  }
  return TELLING.test(word)
    ? [owner, ...given]
    : FORMATTING.test(word)
      ? [...(TEXTS.test(owner.name) ? [] : [owner]), ...given]
      : OF_ARRAYS.test(word)
        ? given
        : null;
}

/** The last words of the options that a `with` sets: `max_rows` of `"display.max_rows"`. */
function optionsSetBy(source: string, { children }: Syntax): readonly string[] {
  return children.flatMap(child => {
    const call = callOf(source, child);
    if (!call?.list || !SETTING.test(call.word)) {
      return [];
    }
    const list = call.list.children;
    const keywords = list
      .filter((_, at) => list[at + 1]?.name === 'AssignOp')
      .map(one => textOf(source, one));
    const named = call.given.flatMap(one => {
      const content = stringContent(textOf(source, one));
      return content?.split('.').pop() ?? [];
    });
    return [...keywords, ...named];
  });
}

/** True for an expression above the end that may give something, and for an assignment at the end. */
function mayShowMore(source: string, { children }: Syntax): boolean {
  const end = children[children.length - 1];
  return children.some(node =>
    node === end
      ? /Assign/.test(node.name)
      : node.name === 'ExpressionStatement' && !prints(source, node)
  );
}

/** True for a call that shows something, and gives nothing. */
function prints(source: string, { children: [only] }: Syntax): boolean {
  const call = only && callOf(source, only);
  return Boolean(call && call.owner === null && SHOWING.test(call.word));
}

/** What stands at the end of the cell, where that is an expression. */
function endOf(
  source: string,
  root: Syntax
): Pick<Showing, 'ending' | 'container'> {
  const end = lastStatement(root);
  const [only, ...others] =
    end?.name === 'ExpressionStatement' ? end.children : [];
  const isTuple = others.some(({ name }) => name === ',');
  return {
    ending:
      only?.name === 'VariableName' && others.length === 0
        ? textOf(source, only)
        : null,
    container:
      end && only && (isTuple || CONTAINERS.test(only.name))
        ? openNames(source, end)
        : null
  };
}
