// A layout that is made in steps, so that a large notebook does not hold up the page.
import * as React from 'react';

import type { DependenceGraph } from '../../lineage';
import { layoutInSteps, type GraphLayout, type LayoutOptions } from './layout';

/** Longest stretch of layout between two breaths, in milliseconds, but for its last step. */
const SLICE_MS = 24;

/** A graph with its layout; the former one while the next is being made. Null until the first is ready. */
export function useLayout(
  graph: DependenceGraph,
  options: LayoutOptions
): { readonly graph: DependenceGraph; readonly layout: GraphLayout } | null {
  const [drawn, setDrawn] = React.useState<ReturnType<typeof useLayout>>(null);
  const { codeColumns, isWhole, shelfWidth, translator } = options;
  React.useEffect(() => {
    const steps = layoutInSteps(graph, {
      codeColumns,
      isWhole,
      shelfWidth,
      translator
    });
    let timer: number | undefined;
    const work = (): void => {
      const end = performance.now() + SLICE_MS;
      let step = steps.next();
      while (!step.done && performance.now() < end) {
        step = steps.next();
      }
      if (step.done) {
        setDrawn({ graph, layout: step.value });
      } else {
        timer = window.setTimeout(work, 0);
      }
    };
    work();
    return () => window.clearTimeout(timer);
  }, [codeColumns, graph, isWhole, shelfWidth, translator]);
  return drawn;
}
