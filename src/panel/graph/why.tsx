// Why a cell's output would not come out again: the way from the cause to the output, below its finding.
import * as React from 'react';

import type { DependenceGraph, GraphNode } from '../../lineage';
import type { CellId } from '../../model';
import { DisclosureButton, PanelButton } from '../button';
import { commandIds } from '../command-ids';
import type { IPanelHost } from '../host';

import { Canvas } from './canvas';
import { layoutGraph, type GraphLayout } from './layout';
import { graphIcon } from './icon';
import { Legend } from './legend';
import { tidied } from './parts';
import { READABLE } from './picture';
import { nodeLabel, partingText } from './words';

export type WhyProps = {
  /** The cell whose output is explained, unless another is asked for. */
  readonly cellId: CellId;
  /** The cell whose picture somebody asks for here; undefined for none. */
  readonly asked: CellId | undefined;
  readonly host: IPanelHost;
};

/** A button, and the picture that it opens. */
export function WhyView(props: WhyProps): JSX.Element | null {
  const { asked, host } = props;
  const { translator } = host.locale;
  const [shown, setShown] = React.useState<CellId | null>(asked ?? null);
  const root = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (asked !== undefined) {
      setShown(asked);
    }
  }, [asked]);
  React.useEffect(() => {
    root.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  const isOpen = shown !== null;
  return (
    <>
      <DisclosureButton
        className="jp-RetraceWhy-toggle"
        text={translator.__('Why?')}
        isOpen={isOpen}
        onToggle={() => setShown(isOpen ? null : props.cellId)}
      />
      {isOpen && (
        <div className="jp-RetraceWhy" ref={root}>
          <WhyPicture
            cellId={shown}
            host={host}
            onLeave={() =>
              root.current?.parentElement
                ?.querySelector<HTMLElement>('.jp-RetraceWhy-toggle')
                ?.focus()
            }
          />
        </div>
      )}
    </>
  );
}

/** Longest lines of code in a node, to be tried until the picture fits: the panel is narrow. */
const CODE_COLUMNS = [32, 22, 16];

type PictureProps = {
  readonly cellId: CellId;
  readonly host: IPanelHost;
  onLeave(): void;
};

function WhyPicture(props: PictureProps): JSX.Element {
  const { cellId, host } = props;
  const { translator } = host.locale;
  const room = React.useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const text = JSON.stringify(host.why(cellId));
  const drawn = React.useMemo(() => {
    const graph: ReturnType<IPanelHost['why']> = JSON.parse(text);
    return graph && drawing(tidied(graph), host, width);
  }, [host, text, width]);
  return (
    <>
      <div className="jp-RetraceWhy-room" ref={room} />
      {drawn && drawn.graph.nodes.length > 0 ? (
        <Drawn {...props} {...drawn} />
      ) : (
        <p>
          {translator.__(
            'There is nothing to draw: no other cell is involved.'
          )}
        </p>
      )}
    </>
  );
}

type Drawing = {
  readonly graph: DependenceGraph;
  readonly layout: GraphLayout;
};

/** A sentence, the picture, what its lines mean, and the way to the whole graph. */
function Drawn(props: PictureProps & Drawing): JSX.Element {
  const { cellId, graph, host, layout, onLeave } = props;
  const { translator } = host.locale;
  const [focusId, setFocusId] = React.useState<string | null>(null);
  const target = graph.nodes.find(node => node.cellId === cellId);
  const kinds = (['happened', 'fresh', 'both'] as const).filter(when =>
    graph.edges.some(edge => edge.when === when)
  );
  return (
    <>
      <p>{partingText(graph, translator)}</p>
      <Canvas
        graph={graph}
        layout={layout}
        label={translator.__(
          'The way from the cause to %1',
          target ? nodeLabel(target, translator) : translator.__('the output')
        )}
        translator={translator}
        scale={null}
        showsWay={false}
        showsText={false}
        opensOnClick={true}
        focusId={focusId}
        onFocus={setFocusId}
        onOpen={node => openNode(node, host)}
        onLeave={onLeave}
      />
      <Legend kinds={kinds} translator={translator} />
      {host.hasCommand(commandIds.showGraph) && (
        <PanelButton
          icon={graphIcon}
          text={translator.__('Whole notebook')}
          caption={translator.__('Show the notebook’s dependence graph')}
          onClick={() => host.execute(commandIds.showGraph, {})}
        />
      )}
    </>
  );
}

function drawing(
  graph: DependenceGraph,
  { locale: { translator } }: IPanelHost,
  room: number
): Drawing {
  const isWhole = graph.nodes.length <= WHOLE;
  const layouts = CODE_COLUMNS.map(codeColumns =>
    layoutGraph(graph, { translator, codeColumns, shelfWidth: 0, isWhole })
  );
  const fitting = layouts.find(({ width }) => width * READABLE <= room);
  const layout = fitting ?? layouts[layouts.length - 1] ?? NO_LAYOUT;
  return { graph, layout };
}

const NO_LAYOUT = { width: 0, height: 0, nodes: [], edges: [], folded: [] };

/** Width of an element, in steps. */
function useWidth(element: React.RefObject<HTMLElement>): number {
  const [width, setWidth] = React.useState(0);
  React.useLayoutEffect(() => {
    const node = element.current;
    const observer = new ResizeObserver(() =>
      setWidth(Math.floor((node?.clientWidth ?? 0) / 10) * 10)
    );
    if (node) {
      observer.observe(node);
    }
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Up to this many nodes all edges are drawn with their names. */
const WHOLE = 40;

/** To the cell, or to what ran where the cell is gone. */
function openNode(
  { cellId, executionId, index }: GraphNode,
  host: IPanelHost
): void {
  if (index === null && executionId !== null) {
    host.goToExecution(executionId);
  } else if (cellId !== null) {
    host.goToCell(cellId);
  }
}
