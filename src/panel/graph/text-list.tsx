// A dependence graph in words: what assistive technology reads, and everybody who prefers it.
import * as React from 'react';

import type { DependenceGraph, GraphNode } from '../../lineage';
import type { Translator } from '../../model';
import { PanelButton } from '../button';
import { goToIcon } from '../icons';
import { nodeTexts } from './words';

export type TextListProps = {
  readonly graph: DependenceGraph;
  readonly translator: Translator;
  readonly label: string;
  /** Begin of each item's id. */
  readonly idBase: string;
  /** True to show it to everybody; else it is there for assistive technology alone. */
  readonly isShown: boolean;
  onOpen(node: GraphNode): void;
};

/** The id of an item, by its place. */
export const itemId = (idBase: string, place: number): string =>
  `${idBase}-${place}`;

/** One item a node, in the order of the document, with what it reads and from where. */
export function TextList(props: TextListProps): JSX.Element {
  const { graph, idBase, isShown, label, translator } = props;
  const texts = React.useMemo(
    () => nodeTexts(graph, translator),
    [graph, translator]
  );
  return (
    <ul
      className={`jp-RetraceGraph-text${isShown ? '' : ' jp-mod-unseen'}`}
      aria-label={label}
    >
      {graph.nodes.map((node, place) => {
        const [name, ...reads] = texts.get(node.id) ?? [''];
        return (
          <li key={node.id} id={itemId(idBase, place)}>
            <p>
              <strong>{name}</strong>
              {': '}
              <code>{node.firstLine}</code>
              {isShown && (
                <PanelButton
                  icon={goToIcon}
                  caption={
                    node.index === null
                      ? translator.__('Show in run history')
                      : translator.__('Go to this cell')
                  }
                  onClick={() => props.onOpen(node)}
                />
              )}
            </p>
            {reads.length > 0 && (
              <ul>
                {reads.map(read => (
                  <li key={read}>{read}</li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
