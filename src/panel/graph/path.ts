// The outlines of lines and arrowheads.
import type { PlacedNode } from './layout';
import type { Point } from './place';

/** Length of an arrowhead. */
const HEAD = 8;

/** A line through points, its corners rounded; it ends where the arrowhead begins. */
export function linePath(points: readonly Point[]): string {
  const ends = shortenedEnd(points);
  const [start, ...rest] = ends;
  const last = rest[rest.length - 1];
  if (!start || !last) {
    return '';
  }
  let path = `M${at(start)}`;
  rest.slice(0, -1).forEach((corner, index) => {
    const next = rest[index + 1] ?? last;
    const isLast = index === rest.length - 2;
    path += `Q${at(corner)} ${at(isLast ? next : middle(corner, next))}`;
  });
  return rest.length === 1 ? `${path}L${at(last)}` : path;
}

/** A triangle at the end of a line, along its last stretch. */
export function headPath(points: readonly Point[]): string {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  if (!tip || !before) {
    return '';
  }
  const { x, y } = direction(before, tip);
  const back = { x: tip.x - x * HEAD, y: tip.y - y * HEAD };
  const left = { x: back.x - (y * HEAD) / 2, y: back.y + (x * HEAD) / 2 };
  const right = { x: back.x + (y * HEAD) / 2, y: back.y - (x * HEAD) / 2 };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

/** A way from one box to another for an edge that the layout left out: by the side on which there is room. */
export function directWay(from: PlacedNode, to: PlacedNode): readonly Point[] {
  const isDown = to.y >= from.y;
  const start = {
    x: from.x + from.width / 2,
    y: isDown ? from.y + from.height : from.y
  };
  const end = {
    x: to.x + to.width / 2,
    y: isDown ? to.y : to.y + to.height
  };
  const bend = Math.min(60, Math.abs(end.y - start.y) / 2) * (isDown ? 1 : -1);
  return [
    start,
    { x: start.x, y: start.y + bend },
    { x: end.x, y: end.y - bend },
    end
  ];
}

function shortenedEnd(points: readonly Point[]): readonly Point[] {
  const tip = points[points.length - 1];
  const before = points[points.length - 2];
  if (!tip || !before) {
    return points;
  }
  const { x, y } = direction(before, tip);
  const cut = HEAD - 1;
  return [...points.slice(0, -1), { x: tip.x - x * cut, y: tip.y - y * cut }];
}

function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

const middle = (a: Point, b: Point): Point => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2
});

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

const round = (value: number): number => Math.round(value * 10) / 10;
