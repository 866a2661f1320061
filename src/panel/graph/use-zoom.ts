// Zooming and panning of a picture in a scrolling frame.
import * as React from 'react';

import { READABLE } from './picture';

const LEAST = 0.15;
const MOST = 2;
/** One step of a button or a key. */
const STEP = 1.25;

type Size = { readonly width: number; readonly height: number };

/** What a view does with its frame. */
export type Zoom = {
  /** Pixels for a unit of the picture. */
  readonly scale: number;
  zoomIn(): void;
  zoomOut(): void;
  /** Makes the whole picture visible. */
  fit(): void;
};

/** Ctrl and the wheel zoom around the pointer, dragging pans; a picture opens as wide as the frame. */
export function useZoom(
  frame: React.RefObject<HTMLElement>,
  size: Size | null
): Zoom {
  const [chosen, setChosen] = React.useState<number | null>(null);
  const opened = useOpeningScale(frame, size);
  const scale = chosen ?? opened;
  const anchor = React.useRef<{ x: number; y: number; from: number } | null>(
    null
  );
  const zoomTo = React.useCallback(
    (next: number, at?: { readonly x: number; readonly y: number }) => {
      const node = frame.current;
      if (node) {
        const middle = { x: node.clientWidth / 2, y: node.clientHeight / 2 };
        anchor.current = { ...(at ?? middle), from: scale };
        setChosen(Math.min(MOST, Math.max(LEAST, next)));
      }
    },
    [frame, scale]
  );
  React.useLayoutEffect(() => {
    const node = frame.current;
    const held = anchor.current;
    if (node && held) {
      const factor = scale / held.from;
      node.scrollLeft = (node.scrollLeft + held.x) * factor - held.x;
      node.scrollTop = (node.scrollTop + held.y) * factor - held.y;
      anchor.current = null;
    }
  }, [frame, scale]);
  useWheel(frame, scale, zoomTo);
  useDrag(frame);
  return {
    scale,
    zoomIn: () => zoomTo(scale * STEP),
    zoomOut: () => zoomTo(scale / STEP),
    fit: () => {
      const node = frame.current;
      if (node && size) {
        setChosen(
          Math.max(
            LEAST,
            Math.min(
              1,
              node.clientWidth / size.width,
              node.clientHeight / size.height
            )
          )
        );
      }
    }
  };
}

/** As wide as the frame, but never smaller than can be read, nor larger than life. */
function useOpeningScale(
  frame: React.RefObject<HTMLElement>,
  size: Size | null
): number {
  const [scale, setScale] = React.useState(1);
  const width = size?.width ?? 0;
  React.useLayoutEffect(() => {
    const room = frame.current?.clientWidth ?? 0;
    if (width > 0 && room > 0) {
      setScale(Math.max(READABLE, Math.min(1, room / width)));
    }
  }, [frame, width]);
  const isKnown = width > 0;
  // What is wider than the frame opens at its middle: its left end is often empty.
  React.useLayoutEffect(() => {
    const node = frame.current;
    if (node && isKnown) {
      node.scrollLeft = (node.scrollWidth - node.clientWidth) / 2;
    }
  }, [frame, isKnown, scale]);
  return scale;
}

function useWheel(
  frame: React.RefObject<HTMLElement>,
  scale: number,
  zoomTo: (
    scale: number,
    at: { readonly x: number; readonly y: number }
  ) => void
): void {
  React.useEffect(() => {
    const node = frame.current;
    const onWheel = (event: WheelEvent): void => {
      if (node && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        const { left, top } = node.getBoundingClientRect();
        const at = { x: event.clientX - left, y: event.clientY - top };
        zoomTo(scale * Math.exp(-event.deltaY / 400), at);
      }
    };
    // React's own listeners are passive: they could not keep the page from zooming.
    node?.addEventListener('wheel', onWheel, { passive: false });
    return () => node?.removeEventListener('wheel', onWheel);
  }, [frame, scale, zoomTo]);
}

function useDrag(frame: React.RefObject<HTMLElement>): void {
  React.useEffect(() => {
    const node = frame.current;
    let last: { x: number; y: number } | null = null;
    const onDown = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (
        event.button === 0 &&
        event.pointerType === 'mouse' &&
        target?.closest('svg') &&
        !target.closest('[data-node]')
      ) {
        last = { x: event.clientX, y: event.clientY };
      }
    };
    const onMove = (event: PointerEvent): void => {
      if (node && last && event.buttons & 1) {
        node.classList.add('jp-mod-dragging');
        node.scrollLeft -= event.clientX - last.x;
        node.scrollTop -= event.clientY - last.y;
        last = { x: event.clientX, y: event.clientY };
      }
    };
    const onUp = (): void => {
      last = null;
      node?.classList.remove('jp-mod-dragging');
    };
    node?.addEventListener('pointerdown', onDown);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    return () => {
      node?.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
    };
  }, [frame]);
}
