// What the dependence graph view says while there is nothing to draw.
import * as React from 'react';

import type { Translator } from '../../model';
import { graphIcon } from './icon';
import type { GraphSubject } from './subject';

/** A title and a sentence. */
export function EmptyGraph(props: {
  readonly subject: GraphSubject | null;
  readonly translator: Translator;
}): JSX.Element {
  const [title, rest] = emptyWords(props.subject, props.translator);
  return (
    <div className="jp-RetraceEmpty" role="status">
      <graphIcon.react tag="span" className="jp-RetraceEmpty-icon" />
      <p className="jp-RetraceEmpty-title">{title}</p>
      <p>{rest}</p>
    </div>
  );
}

function emptyWords(
  subject: GraphSubject | null,
  translator: Translator
): readonly [string, string] {
  if (!subject) {
    return [
      translator.__('No notebook open'),
      translator.__(
        'Open a notebook to see which of its cells read from which.'
      )
    ];
  }
  if (!subject.isAnalysed) {
    return [
      translator.__('This language is not read'),
      translator.__(
        'Which cell reads from which is known for Python notebooks alone.'
      )
    ];
  }
  if (!subject.graph) {
    return [
      translator.__('Nothing known yet'),
      translator.__('The graph appears once the notebook has been read.')
    ];
  }
  return subject.hasRun
    ? [
        translator.__('No dependences'),
        translator.__('No cell of this notebook holds code.')
      ]
    : [
        translator.__('Nothing has run yet'),
        translator.__('Write and run a cell, and it appears here.')
      ];
}
