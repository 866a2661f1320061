// Which names of an expression decide whether display options shape a text of it.

import type { ShownName } from '../showing';

import type { Syntax } from './syntax';
import { callOf, isItem, rootOf, textOf } from './syntax-words';

/** Calls that give no frame and no array; what is made a text is looked at by itself. */
const PLAIN =
  /^(?:len|sum|round|int|float|bool|type|abs|min|max|any|all|isinstance|id|hash|str|repr|format|ascii|ord|chr)$/;
/** What of a value is plain whatever the value. */
const PARTS = /^(?:shape|size|ndim|empty|__name__)$/;
/** What comes to one number for an array, for a series, and for a column of a frame. */
const REDUCING =
  /^(?:mean|sum|std|var|min|max|median|any|all|nunique|item|argmin|argmax)$/;

/** The names, without those of parts and results that are plain for sure. */
export function openNames(source: string, root: Syntax): readonly ShownName[] {
  const found: ShownName[] = [];
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const { children } = node;
    const reduced = reducedIn(source, node);
    if (node.name === 'VariableName') {
      found.push({ name: textOf(source, node), isReduced: false });
    } else if (reduced?.name === 'VariableName') {
      found.push({ name: textOf(source, reduced), isReduced: true });
    } else if (!reduced && !isPlain(source, node)) {
      pending.push(
        ...children.filter((_, at) => children[at + 1]?.name !== 'AssignOp')
      );
    }
  }
  return found;
}

/** True for texts, whose fields are looked at by themselves, for sizes and names, and for calls of builtins that give such. */
function isPlain(source: string, node: Syntax): boolean {
  const call = callOf(source, node);
  const [owner, sign, last] = node.children;
  return (
    node.name === 'FormatString' ||
    (call?.owner === null && PLAIN.test(call.word)) ||
    (call?.word === 'tolist' && wordOf(source, call.owner) === 'columns') ||
    (sign?.name === '.' &&
      PARTS.test(textOf(source, last ?? node)) &&
      rootOf(source, owner) !== null)
  );
}

/** `x` of `x.mean()`, `x["a"]` of `x["a"].mean()`. */
function reducedIn(source: string, node: Syntax): Syntax | null {
  const call = callOf(source, node);
  if (!call?.owner || !REDUCING.test(call.word) || call.given.length > 0) {
    return null;
  }
  const { owner } = call;
  const isColumn =
    isItem(owner) &&
    owner.children[0]?.name === 'VariableName' &&
    owner.children[2]?.name === 'String';
  return owner.name === 'VariableName' || isColumn ? owner : null;
}

function wordOf(source: string, node: Syntax | null): string {
  const [, sign, last] = node?.children ?? [];
  return sign?.name === '.' && last ? textOf(source, last) : '';
}
