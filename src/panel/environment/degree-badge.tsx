// The degree of reproducibility as a badge.
import * as React from 'react';

import type { Degree, Level } from '../../facts';
import type { Translator } from '../../model';
import { degreeMeaning, degreeText } from './words';

/** Its colour goes with its word and the number of its bars; a button where it leads somewhere. */
export function DegreeBadge(props: {
  readonly degree: Degree;
  readonly translator: Translator;
  readonly tabIndex?: number;
  onClick?(): void;
}): JSX.Element {
  const { degree, onClick, tabIndex, translator } = props;
  const word = degreeText(degree, translator);
  const name = translator.__('Degree of reproducibility: %1', word);
  const content = (
    <>
      <Bars level={degree.reached} />
      {word}
    </>
  );
  const shared = {
    className: `jp-RetraceLevel jp-mod-${degree.reached ?? 'none'}`,
    title: `${name}. ${degreeMeaning(degree, translator)}`
  };
  return onClick ? (
    <button
      type="button"
      {...shared}
      aria-label={name}
      tabIndex={tabIndex}
      onClick={event => {
        event.stopPropagation();
        onClick();
      }}
    >
      {content}
    </button>
  ) : (
    <span {...shared}>{content}</span>
  );
}

/** None, one, two or three full bars. */
function Bars({ level }: { readonly level: Level | null }): JSX.Element {
  const full = level === null ? 0 : { low: 1, medium: 2, high: 3 }[level];
  return (
    <svg viewBox="0 0 12 10" width="12" height="10" aria-hidden="true">
      {[0, 1, 2].map(bar => (
        <rect
          key={bar}
          className={bar < full ? 'jp-mod-full' : 'jp-mod-empty'}
          x={bar * 4 + 0.5}
          y={6.5 - bar * 3}
          width="3"
          height={3 + bar * 3}
        />
      ))}
    </svg>
  );
}
