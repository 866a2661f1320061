// Names without which a cell of R surely stops, and at which of its statements.
import type { Needs, Place } from '../needs';
import { normaliseR } from './normalise';
import { partsIn } from './parts-in';
import type { RNode } from './syntax';

/** What runs parts of itself later, more than once, or not at all. */
const APART: ReadonlySet<RNode['kind']> = new Set([
  'block',
  'for',
  'function',
  'if',
  'repeat',
  'while'
]);

/**
 * A name that one statement alone mentions is missed by that one, where nobody's body asks for it. In which order R comes to the
 * arguments of a call, the called function decides: all of the statement may be done before.
 */
export function needsInR(source: string, statements: readonly RNode[]): Needs {
  const names = new Map<string, Place | null>();
  const mentions = new Map<string, number>();
  for (const statement of statements) {
    const words = new Set<string>();
    const isWhole = noteWords(statement, words);
    const place = isWhole ? placeOf(source, statement) : null;
    for (const word of words) {
      names.set(word, mentions.has(word) ? null : place);
      mentions.set(word, mentions.get(word) ?? statement.from);
    }
  }
  const known = [...names].flatMap(([name, place]) =>
    place ? [[name, place] as const] : []
  );
  return {
    names: new Map(known),
    modules: new Map(),
    mentions,
    calls: new Map()
  };
}

/** Collects names, and texts that may be some; false where not all of it runs where it stands. */
function noteWords(node: RNode, words: Set<string>): boolean {
  let isWhole = !APART.has(node.kind);
  if (node.kind === 'name') {
    words.add(node.name);
  }
  if (node.kind === 'string') {
    words.add(node.text);
  }
  const called = node.kind === 'call' ? [node.callee] : [];
  const target = node.kind === 'assignment' ? [node.target] : [];
  const defaults =
    node.kind === 'function'
      ? node.parameters.flatMap(({ value }) => value ?? [])
      : [];
  for (const part of [...called, ...target, ...defaults, ...partsIn(node)]) {
    isWhole = noteWords(part, words) && isWhole;
  }
  return isWhole;
}

/** Where a statement stands; null for one that shares its line. */
function placeOf(source: string, { from, to }: RNode): Place | null {
  const above = source.slice(0, from);
  const behind = source.slice(to);
  if (/[^\s][^\S\n]*$/.test(above) || /^[^\S\n]*[^\s#]/.test(behind)) {
    return null;
  }
  const normalised = normaliseR(above);
  const line = normalised === '' ? 0 : normalised.split('\n').length;
  return { line, from, before: normaliseR(source.slice(from, to)) };
}
