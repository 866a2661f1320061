// Places of columns that stand in the source as constants: `df.iloc[:, [0, 2]]`, `df.iloc[:, 1:3]`.

import type { Syntax } from './syntax';
import { items, spreads, textOf } from './syntax-words';

/** What stands for more columns than anybody tells. */
const MOST = 1000;

/** The places, counted from 0; null where not all are told. */
export function placesOf(
  source: string,
  nodes: readonly Syntax[]
): readonly number[] | null {
  const [first, ...others] = nodes;
  const sign = nodes.findIndex(({ name }) => name === ':');
  if (sign >= 0) {
    return sliceOf(source, nodes, sign);
  }
  if (!first || others.length > 0) {
    return null;
  }
  const isList = first.name === 'ArrayExpression' && !spreads(first);
  const places = (isList ? items(first) : [first]).map(node =>
    placeOf(source, node)
  );
  return places.every(place => place !== null) ? places : null;
}

function sliceOf(
  source: string,
  nodes: readonly Syntax[],
  sign: number
): readonly number[] | null {
  const [before, more] = nodes.slice(0, sign);
  const [after, rest] = nodes.slice(sign + 1);
  const from = before ? placeOf(source, before) : 0;
  const to = after ? placeOf(source, after) : null;
  if (more || rest || from === null || to === null || to > MOST) {
    return null;
  }
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

function placeOf(source: string, node: Syntax): number | null {
  const text = textOf(source, node);
  return node.name === 'Number' && /^\d+$/.test(text) ? Number(text) : null;
}
