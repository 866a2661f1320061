// What pictures and lists of dependences say, in words.
import type {
  DependenceGraph,
  GraphEdge,
  GraphNode,
  Verdict
} from '../../lineage';
import { assertNever, type Translator } from '../../model';

/** How many names a label gives before it counts the rest. */
const SHOWN = 3;

/** `cell 3`, `deleted cell`, `another client`. */
export function nodeLabel(
  { cellId, index }: GraphNode,
  translator: Translator
): string {
  if (index !== null) {
    return translator.__('cell %1', index + 1);
  }
  return cellId === null
    ? translator.__('another client')
    : translator.__('deleted cell');
}

/** The same within a sentence: `cell 3`, `a deleted cell`, `another client`. */
function nodePhrase(node: GraphNode, translator: Translator): string {
  return node.index === null && node.cellId !== null
    ? translator.__('a deleted cell')
    : nodeLabel(node, translator);
}

/** What a fresh run would do to the output, in two or three words; empty for what is no cell of the document. */
export function verdictText(
  verdict: Verdict | null,
  translator: Translator
): string {
  switch (verdict) {
    case null:
      return '';
    case 'same':
      return translator.__('would come out again');
    case 'differs':
      return translator.__('would differ');
    case 'fails':
      return translator.__('would fail');
    case 'random':
      return translator.__('random');
    case 'unknown':
      return translator.__('could not be told');
    case 'unrun':
      return translator.__('has not run');
    default:
      return assertNever(verdict);
  }
}

/** At most three names and the number of the others: `a, b, c +2`. */
export function namesLabel(
  names: readonly string[],
  translator: Translator
): string {
  const shown = names.slice(0, SHOWN).map(name => nameText(name, translator));
  const rest = names.length - shown.length;
  const label = shown.join(', ');
  return rest > 0 ? translator.__('%1 +%2', label, rest) : label;
}

/** All names, for a tooltip or a sentence. */
export function allNames(
  names: readonly string[],
  translator: Translator
): string {
  return names.map(name => nameText(name, translator)).join(', ');
}

/** What an edge's own label adds to its names; empty where what happened is what would happen. */
export function whenLabel(
  when: GraphEdge['when'],
  translator: Translator
): string {
  switch (when) {
    case 'both':
      return '';
    case 'happened':
      return translator.__('happened');
    case 'fresh':
      return translator.__('fresh run');
    default:
      return assertNever(when);
  }
}

/** The lines of a legend. */
export function whenMeaning(
  when: GraphEdge['when'],
  translator: Translator
): string {
  switch (when) {
    case 'both':
      return translator.__('Both');
    case 'happened':
      return translator.__('What happened');
    case 'fresh':
      return translator.__('What a fresh run would do');
    default:
      return assertNever(when);
  }
}

/** One line of the text alternative: `reads a, b from cell 2`. */
function edgeText(
  { names, when }: GraphEdge,
  source: GraphNode,
  translator: Translator
): string {
  const what = allNames(names, translator);
  const from = nodePhrase(source, translator);
  switch (when) {
    case 'both':
      return translator.__('reads %1 from %2', what, from);
    case 'happened':
      return translator.__(
        'read %1 from %2, which a fresh run would not do',
        what,
        from
      );
    case 'fresh':
      return translator.__('would read %1 from %2 in a fresh run', what, from);
    default:
      return assertNever(when);
  }
}

/** Each node with what it reads, one statement each, by its id; the first statement names the node. */
export function nodeTexts(
  { edges, nodes }: DependenceGraph,
  translator: Translator
): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const texts = new Map(
    nodes.map(node => [node.id, [nodeTitle(node, translator)]])
  );
  for (const edge of edges) {
    const source = byId.get(edge.from);
    if (source) {
      texts.get(edge.to)?.push(edgeText(edge, source, translator));
    }
  }
  return texts;
}

/** `cell 3, would differ`. */
function nodeTitle(node: GraphNode, translator: Translator): string {
  const verdict = verdictText(node.verdict, translator);
  const label = nodeLabel(node, translator);
  return verdict === '' ? label : translator.__('%1, %2', label, verdict);
}

/** One sentence above a picture: where what happened and what would happen part. */
export function partingText(
  graph: DependenceGraph,
  translator: Translator
): string {
  const labels = new Map(
    graph.nodes.map(node => [node.id, nodePhrase(node, translator)])
  );
  const labelOf = (id: string): string => capitalised(labels.get(id) ?? '');
  const happened = graph.edges.find(({ when }) => when === 'happened');
  const first = happened ?? graph.edges.find(({ when }) => when === 'fresh');
  if (!first) {
    return translator.__(
      'Every name came from where a fresh run would find it; what parts is named above.'
    );
  }
  const reader = labelOf(first.to);
  const what = namesLabel(first.names, translator);
  const from = labels.get(first.from) ?? '';
  if (!happened) {
    return translator.__(
      '%1 would read “%2” from %3 in a fresh run, and did not.',
      reader,
      what,
      from
    );
  }
  const instead = graph.edges.find(
    ({ names, to, when }) =>
      when === 'fresh' &&
      to === first.to &&
      names.some(name => first.names.includes(name))
  );
  return instead
    ? translator.__(
        '%1 read “%2” from %3; a fresh run would take it from %4.',
        reader,
        what,
        from,
        labels.get(instead.from) ?? ''
      )
    : translator.__(
        '%1 read “%2” from %3; a fresh run would not.',
        reader,
        what,
        from
      );
}

/** The size of a graph in one sentence. */
export function sizeText(
  { edges, nodes }: DependenceGraph,
  translator: Translator
): string {
  const parted = edges.filter(({ when }) => when !== 'both').length;
  const size = translator.__(
    '%1, %2',
    translator._n('%1 cell', '%1 cells', nodes.length),
    translator._n('%1 dependence', '%1 dependences', edges.length)
  );
  return parted === 0
    ? size
    : translator.__(
        '%1, %2',
        size,
        translator._n(
          '%1 not as in a fresh run',
          '%1 not as in a fresh run',
          parted
        )
      );
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}

/** A name as it stands in code, or a word for the ambient state that a pseudo-name stands for. */
function nameText(name: string, translator: Translator): string {
  const file = /^@file:(.*)$/s.exec(name)?.[1];
  if (file !== undefined) {
    return translator.__(
      'file %1',
      file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)
    );
  }
  switch (name) {
    case '@random':
      return translator.__('random numbers');
    case '@plotting':
      return translator.__('plot settings');
    case '@display':
      return translator.__('display options');
    case '@directory':
      return translator.__('working directory');
    case '@environment':
      return translator.__('environment variables');
    case '@path':
      return translator.__('import path');
    case '@warnings':
      return translator.__('warning filters');
    case '@logging':
      return translator.__('settings of the log');
    default:
      return name.startsWith('@') ? name.slice(1) : name;
  }
}
