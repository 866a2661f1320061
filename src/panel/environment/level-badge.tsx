// The degree of reproducibility as a badge.
import * as React from 'react';

import type { Level } from '../../facts';
import type { Translator } from '../../model';
import { levelMeaning, levelText } from './words';

/** Its colour goes with its word and the number of its bars; a button where it leads somewhere. */
export function LevelBadge(props: {
  readonly level: Level | null;
  readonly translator: Translator;
  readonly tabIndex?: number;
  onClick?(): void;
}): JSX.Element {
  const { level, onClick, tabIndex, translator } = props;
  const word = levelText(level, translator);
  const name = translator.__('Degree of reproducibility: %1', word);
  const content = (
    <>
      <Bars level={level} />
      {word}
    </>
  );
  const shared = {
    className: `jp-RetraceLevel jp-mod-${level ?? 'none'}`,
    title: `${name}. ${levelMeaning(level, translator)}`
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
