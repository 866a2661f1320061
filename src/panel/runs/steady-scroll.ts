// Keeps what the user looks at in its place while rows come and go above it.
import type { Virtualizer } from '@tanstack/react-virtual';
import * as React from 'react';

import type { Row } from './rows';

type Anchor = {
  readonly key: string;
  /** Pixels between the row's top and the top of the view. */
  readonly offset: number;
};

/** Holds the first visible row still; a list scrolled to its top stays there and shows what is new. */
export function useSteadyScroll(
  scroller: React.RefObject<HTMLDivElement>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: readonly Row[],
  indexOf: ReadonlyMap<string, number>
): void {
  const anchor = React.useRef<Anchor | null>(null);
  const formerRows = React.useRef(rows);
  React.useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    if (formerRows.current !== rows && anchor.current) {
      const { key, offset } = anchor.current;
      const index = indexOf.get(key);
      const item =
        index === undefined ? undefined : virtualizer.measurementsCache[index];
      const top = item ? item.start + offset : element.scrollTop;
      if (Math.abs(top - element.scrollTop) > 1) {
        element.scrollTop = top;
      }
    }
    formerRows.current = rows;
  }, [indexOf, rows, scroller, virtualizer]);
  React.useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const remember = (): void => {
      const top = element.scrollTop;
      const first = virtualizer.getVirtualItems().find(item => item.end > top);
      const key = first && formerRows.current[first.index]?.key;
      anchor.current =
        top < 2 || !first || key === undefined
          ? null
          : { key, offset: top - first.start };
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, virtualizer]);
}
