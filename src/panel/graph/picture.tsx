// A dependence graph as a drawing. What it says is said again by the text list beside it.
import * as React from 'react';

import type { DependenceGraph, GraphEdge } from '../../lineage';
import type { Translator } from '../../model';
import { verdictShapes } from '../marks/icons';
import { edgeLabel, type GraphLayout, type PlacedNode } from './layout';
import { relativesOf } from './parts';
import { directWay, headPath, linePath } from './path';
import type { Point } from './place';
import { EDGE_LABEL_HEIGHT, edgeLabelWidth, NODE } from './sizes';
import { allNames, nodeTexts } from './words';

export type PictureProps = {
  readonly graph: DependenceGraph;
  readonly layout: GraphLayout;
  /** What the drawing is, in one phrase. */
  readonly label: string;
  readonly translator: Translator;
  /** The node with the focus. */
  readonly focusId: string | null;
  /** True to step back from whatever does not hang together with the focused node. */
  readonly showsWay: boolean;
  /** Size of a unit in pixels; null to fit the width that there is. */
  readonly scale: number | null;
  readonly svg?: React.Ref<SVGSVGElement>;
  /** Names the focused node's element, so that it can be brought into view. */
  readonly focused: React.Ref<SVGGElement>;
  onClick(nodeId: string): void;
  onDoubleClick?(nodeId: string): void;
};

/** Lowest scale at which texts can still be read. */
export const READABLE = 0.72;

/** Edges below, nodes above, labels on top. */
export function Picture(props: PictureProps): JSX.Element {
  const { focusId, graph, label, layout, scale, showsWay } = props;
  const way = React.useMemo(
    () => (showsWay && focusId !== null ? wayOf(graph, focusId) : null),
    [focusId, graph, showsWay]
  );
  const { height, width } = layout;
  const texts = React.useMemo(
    () => nodeTexts(graph, props.translator),
    [graph, props.translator]
  );
  const lines = React.useMemo(
    () => linesOf(layout, focusId, props.translator),
    [focusId, layout, props.translator]
  );
  const size =
    scale === null
      ? {
          width: '100%',
          maxWidth: width,
          minWidth: width * READABLE,
          height: 'auto',
          aspectRatio: `${width} / ${height}`
        }
      : { width: width * scale, height: height * scale };
  return (
    <svg
      className={`jp-RetraceGraph-picture${way ? ' jp-mod-way' : ''}`}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      style={size}
      ref={props.svg}
      onClick={event => {
        const id = nodeAt(event);
        if (id !== null) {
          props.onClick(id);
        }
      }}
      onDoubleClick={event => {
        const id = nodeAt(event);
        if (id !== null) {
          props.onDoubleClick?.(id);
        }
      }}
    >
      {lines.map(line => (
        <EdgeView
          key={line.key}
          line={line}
          isOnWay={way !== null && isOnWay(line.edge, way)}
        />
      ))}
      {layout.nodes.map(placed => (
        <NodeView
          key={placed.node.id}
          placed={placed}
          focused={placed.node.id === focusId ? props.focused : undefined}
          text={texts.get(placed.node.id)?.join('\n') ?? ''}
          isOnWay={way !== null && way.has(placed.node.id)}
        />
      ))}
      {lines.map(
        line =>
          line.labelAt && (
            <EdgeLabel
              key={line.key}
              at={line.labelAt}
              edge={line.edge}
              label={line.label}
              isOnWay={way !== null && isOnWay(line.edge, way)}
            />
          )
      )}
    </svg>
  );
}

type Line = {
  readonly edge: GraphEdge;
  readonly key: string;
  readonly points: readonly Point[];
  readonly label: string;
  readonly labelAt: Point | null;
  /** All names. */
  readonly title: string;
};

/** The edges that are drawn now: folded ones only at the node with the focus. */
function linesOf(
  { edges, folded, nodes }: GraphLayout,
  focusId: string | null,
  translator: Translator
): readonly Line[] {
  const places = new Map(nodes.map(placed => [placed.node.id, placed]));
  const drawn = edges.map(placed => ({
    ...placed,
    ...(placed.label === '' && touches(placed.edge, focusId)
      ? labelOnWay(placed.edge, placed.points, translator)
      : {}),
    title: allNames(placed.edge.names, translator)
  }));
  const unfolded = folded
    .filter(edge => touches(edge, focusId))
    .flatMap(edge => {
      const from = places.get(edge.from);
      const to = places.get(edge.to);
      const points = from && to ? directWay(from, to) : [];
      const isInto = edge.to === focusId;
      return {
        edge,
        key: `folded ${edge.from} ${edge.to} ${edge.when}`,
        points,
        title: allNames(edge.names, translator),
        label: isInto ? edgeLabel(edge, translator) : '',
        labelAt: isInto ? pointNear(points) : null
      };
    });
  return [...drawn, ...unfolded];
}

/** Where a long line leaves its source: there it is not yet among others. */
function pointNear([start, bend]: readonly Point[]): Point | null {
  return start && bend
    ? { x: start.x, y: start.y + Math.sign(bend.y - start.y) * 16 }
    : null;
}

function labelOnWay(
  edge: GraphEdge,
  points: readonly Point[],
  translator: Translator
): Pick<Line, 'label' | 'labelAt'> {
  const middle = points[Math.floor(points.length / 2)] ?? null;
  return { label: edgeLabel(edge, translator), labelAt: middle };
}

const touches = ({ from, to }: GraphEdge, nodeId: string | null): boolean =>
  from === nodeId || to === nodeId;

/** The node itself and all that it hangs on or that hangs on it. */
function wayOf(graph: DependenceGraph, nodeId: string): Way {
  const { down, up } = relativesOf(graph, nodeId);
  const has = (id: string): boolean =>
    id === nodeId || up.has(id) || down.has(id);
  return { nodeId, up, down, has };
}

type Way = ReturnType<typeof relativesOf> & {
  readonly nodeId: string;
  has(id: string): boolean;
};

function isOnWay({ from, to }: GraphEdge, way: Way): boolean {
  const isUp = (id: string): boolean => id === way.nodeId || way.up.has(id);
  const isDown = (id: string): boolean => id === way.nodeId || way.down.has(id);
  return (isUp(from) && isUp(to)) || (isDown(from) && isDown(to));
}

const onWay = (is: boolean): string => (is ? ' jp-mod-onWay' : '');

const EdgeView = React.memo(function EdgeView(props: {
  readonly line: Line;
  readonly isOnWay: boolean;
}): JSX.Element {
  const { isOnWay: is, line } = props;
  const { edge, points, title } = line;
  return (
    <g className={`jp-RetraceGraph-edge jp-mod-${edge.when}${onWay(is)}`}>
      <title>{title}</title>
      <path className="jp-RetraceGraph-line" d={linePath(points)} />
      <path className="jp-RetraceGraph-head" d={headPath(points)} />
    </g>
  );
});

function EdgeLabel(props: {
  readonly at: Point;
  readonly edge: GraphEdge;
  readonly label: string;
  readonly isOnWay: boolean;
}): JSX.Element {
  const { at, edge, isOnWay: is, label } = props;
  const width = edgeLabelWidth(label) - 4;
  const height = EDGE_LABEL_HEIGHT;
  return (
    <g className={`jp-RetraceGraph-label jp-mod-${edge.when}${onWay(is)}`}>
      <rect
        x={at.x - width / 2}
        y={at.y - height / 2}
        width={width}
        height={height}
        rx={3}
      />
      <text x={at.x} y={at.y + 4} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

const NodeView = React.memo(function NodeView(props: {
  readonly placed: PlacedNode;
  /** What it is and what it reads. */
  readonly text: string;
  readonly isOnWay: boolean;
  /** Set for the node with the focus. */
  readonly focused: React.Ref<SVGGElement> | undefined;
}): JSX.Element {
  const { focused, placed, text } = props;
  const { code, height, label, node, width, x, y } = placed;
  const place = node.index === null ? ' jp-mod-gone' : '';
  const mark = focused ? ' jp-mod-focused' : '';
  const left = NODE.inset + (node.verdict ? NODE.icon + NODE.iconGap : 0);
  return (
    <g
      className={`jp-RetraceGraph-node jp-mod-${node.verdict ?? 'none'}${place}${mark}${onWay(props.isOnWay)}`}
      transform={`translate(${x} ${y})`}
      ref={focused}
      data-node={node.id}
    >
      <title>{text}</title>
      <rect width={width} height={height} rx={4} />
      {node.verdict && (
        <path
          className="jp-RetraceGraph-verdict"
          fillRule="evenodd"
          transform={`translate(${NODE.inset} 6) scale(${NODE.icon / 16})`}
          d={verdictShapes[node.verdict]}
        />
      )}
      <text className="jp-RetraceGraph-name" x={left} y={NODE.labelLine}>
        {label}
      </text>
      <text className="jp-RetraceGraph-code" x={NODE.inset} y={NODE.codeLine}>
        {code}
      </text>
    </g>
  );
});

/** The node under the pointer. */
function nodeAt({ target }: React.MouseEvent): string | null {
  const node = target instanceof Element ? target.closest('[data-node]') : null;
  return node?.getAttribute('data-node') ?? null;
}
