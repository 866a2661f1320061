// What the lines of a picture mean.
import * as React from 'react';

import type { GraphEdge } from '../../lineage';
import type { Translator } from '../../model';
import { headPath, linePath } from './path';
import { whenMeaning } from './words';

const SAMPLE = [
  { x: 1, y: 6 },
  { x: 31, y: 6 }
];

/** One line for each kind of edge: dashed or solid, thick or thin, and in words. */
export function Legend(props: {
  readonly kinds: readonly GraphEdge['when'][];
  readonly translator: Translator;
}): JSX.Element {
  return (
    <ul className="jp-RetraceGraph-legend">
      {props.kinds.map(when => (
        <li key={when}>
          <svg viewBox="0 0 32 12" width={32} height={12} aria-hidden="true">
            <g className={`jp-RetraceGraph-edge jp-mod-${when}`}>
              <path className="jp-RetraceGraph-line" d={linePath(SAMPLE)} />
              <path className="jp-RetraceGraph-head" d={headPath(SAMPLE)} />
            </g>
          </svg>
          {whenMeaning(when, props.translator)}
        </li>
      ))}
    </ul>
  );
}
