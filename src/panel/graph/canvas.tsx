// A picture that is walked with the keyboard, with its text alternative.
import * as React from 'react';

import type { DependenceGraph, GraphNode } from '../../lineage';
import type { Translator } from '../../model';
import type { GraphLayout } from './layout';
import { nodeTowards } from './navigation';
import { isFlagged } from './parts';
import { Picture } from './picture';
import { itemId, TextList } from './text-list';

export type CanvasProps = {
  readonly graph: DependenceGraph;
  readonly layout: GraphLayout;
  /** What the drawing is, in one phrase. */
  readonly label: string;
  readonly translator: Translator;
  readonly scale: number | null;
  readonly showsWay: boolean;
  /** True to show the text in the picture's place. */
  readonly showsText: boolean;
  /** True when a single click goes to the cell; else a double click does. */
  readonly opensOnClick: boolean;
  readonly focusId: string | null;
  readonly svg?: React.Ref<SVGSVGElement>;
  onFocus(nodeId: string | null): void;
  /** Goes to the node's cell or execution. */
  onOpen(node: GraphNode): void;
  /** The user wants to be elsewhere. */
  onLeave(): void;
};

/** Arrow keys walk along edges, Enter goes to the cell, Escape leaves. */
export function Canvas(props: CanvasProps): JSX.Element {
  const { focusId, graph, label, layout, showsText, translator } = props;
  const idBase = React.useId();
  const focused = React.useRef<SVGGElement>(null);
  const listLabel = translator.__('%1, as text', label);
  React.useEffect(() => {
    focused.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focusId, layout]);
  const list = (
    <TextList
      graph={graph}
      translator={translator}
      label={listLabel}
      idBase={idBase}
      isShown={showsText}
      onOpen={props.onOpen}
    />
  );
  if (showsText) {
    return list;
  }
  const nodeOf = (id: string | null): GraphNode | undefined =>
    graph.nodes.find(node => node.id === id);
  const open = (id: string | null): void => {
    const node = nodeOf(id);
    if (node) {
      props.onOpen(node);
    }
  };
  const place = graph.nodes.findIndex(node => node.id === focusId);
  return (
    <div
      className="jp-RetraceGraph-canvas"
      role="application"
      aria-label={label}
      aria-roledescription={translator.__('dependence graph')}
      aria-activedescendant={place < 0 ? undefined : itemId(idBase, place)}
      tabIndex={0}
      data-lm-suppress-shortcuts="true"
      onFocus={() => {
        if (place < 0) {
          const first = graph.nodes.find(isFlagged) ?? graph.nodes[0];
          props.onFocus(first?.id ?? null);
        }
      }}
      onKeyDown={event => {
        if (event.ctrlKey || event.metaKey || event.altKey) {
          return;
        }
        const next = nodeTowards(layout, focusId, event.key);
        if (event.key === 'Enter') {
          open(focusId);
        } else if (event.key === 'Escape') {
          props.onLeave();
        } else if (next !== null) {
          props.onFocus(next);
        } else if (!event.key.startsWith('Arrow')) {
          return;
        }
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Picture
        {...props}
        focused={focused}
        onClick={id => {
          props.onFocus(id);
          if (props.opensOnClick) {
            open(id);
          }
        }}
        onDoubleClick={props.opensOnClick ? undefined : open}
      />
      {list}
    </div>
  );
}
