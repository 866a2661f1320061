// Keeps what the user looks at in its place while rows come and go, and follows what is running.
import type { Virtualizer } from '@tanstack/react-virtual';
import * as React from 'react';

import type { Row } from './rows';

/** What the view looked like after it was last scrolled or drawn. */
type Sight = {
  /** The first visible row and how far its top is above the view; null at the very top. */
  readonly anchor: { readonly key: string; readonly offset: number } | null;
  /** The newest run and its last row, if that could be seen; null otherwise. */
  readonly tail: { readonly runKey: string; readonly key: string } | null;
};

/**
 * Holds the first visible row still. A list scrolled to its top stays there and shows what is new. Where the end of
 * the newest run could be seen, it can be seen after the run has grown.
 */
export function useSteadyScroll(
  scroller: React.RefObject<HTMLDivElement>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
  indexOf: ReadonlyMap<string, number>
): void {
  const sight = React.useRef<Sight>({ anchor: null, tail: null });
  const formerRows = React.useRef(rows);
  React.useLayoutEffect(() => {
    const element = scroller.current;
    if (element && formerRows.current !== rows) {
      formerRows.current = rows;
      const { anchor, tail } = sight.current;
      const end = tailIndex(rows);
      const hasGrown =
        tail !== null &&
        rows[0]?.key === tail.runKey &&
        rows[end]?.kind === 'execution' &&
        rows[end].key !== tail.key &&
        indexOf.has(tail.key);
      if (hasGrown && !isReading(element)) {
        virtualizer.scrollToIndex(end, { align: 'auto' });
      } else if (anchor) {
        restore(element, virtualizer, indexOf.get(anchor.key), anchor.offset);
      }
    }
  }, [indexOf, rows, scroller, virtualizer]);
  React.useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const remember = (): void => {
      sight.current = look(element, virtualizer, formerRows.current);
    };
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  });
}

function look(
  element: HTMLElement,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[]
): Sight {
  const top = element.scrollTop;
  const items = virtualizer.getVirtualItems();
  const first = items.find(item => item.end > top);
  const key = first && rows[first.index]?.key;
  const end = tailIndex(rows);
  const last = items.find(item => item.index === end);
  const isEndSeen =
    last !== undefined &&
    last.end > top &&
    last.start < top + element.clientHeight;
  const [runKey, endKey] = [rows[0]?.key, rows[end]?.key];
  return {
    anchor:
      top < 2 || !first || key === undefined
        ? null
        : { key, offset: top - first.start },
    tail:
      isEndSeen && runKey !== undefined && endKey !== undefined
        ? { runKey, key: endKey }
        : null
  };
}

/** The last row of the newest run. */
function tailIndex(rows: readonly Row[]): number {
  const next = rows.findIndex((row, index) => index > 0 && row.level === 1);
  return (next < 0 ? rows.length : next) - 1;
}

/** True while the focus is in a detail: what is read there must not move. */
function isReading(element: HTMLElement): boolean {
  const detail = document.activeElement?.closest('.jp-mod-detail');
  return detail !== null && detail !== undefined && element.contains(detail);
}

function restore(
  element: HTMLElement,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  index: number | undefined,
  offset: number
): void {
  const item =
    index === undefined ? undefined : virtualizer.measurementsCache[index];
  if (item && Math.abs(item.start + offset - element.scrollTop) > 1) {
    element.scrollTop = item.start + offset;
  }
}
