// What has changed in a cell since an execution of it.
import * as React from 'react';

import type { Translator } from '../../model';
import type { IPanelHost } from '../host';
import { lineDiff, type DiffLine, type Fold } from './line-diff';

/** Lines that only the execution had are removed, lines that only the cell has now are added. */
export function ChangesView(props: {
  /** Code as it ran; null when it is not known. */
  readonly code: string | null;
  /** What the cell holds now; null when the cell is gone. */
  readonly present: string | null;
  readonly host: IPanelHost;
}): JSX.Element {
  const { code, host, present } = props;
  const { translator } = host.locale;
  const diff = React.useMemo(
    () => (code === null || present === null ? null : lineDiff(code, present)),
    [code, present]
  );
  if (diff?.kind === 'lines') {
    return (
      <LinesView
        lines={diff.lines}
        label={translator.__('Changes from the code as it ran to the cell now')}
        translator={translator}
      />
    );
  }
  return (
    <div className="jp-RetraceDetail-quiet">
      {code === null
        ? translator.__('The code of this execution is not known.')
        : diff === null
          ? translator.__('There is no cell in the notebook to compare with.')
          : diff.kind === 'equal'
            ? translator.__('The cell still holds exactly this code.')
            : translator.__(
                'The cell now holds code that is too different to compare line by line.'
              )}
    </div>
  );
}

/** Lines of two texts below each other, with what only one of them has marked. */
export function LinesView(props: {
  readonly lines: readonly (DiffLine | Fold)[];
  readonly label: string;
  readonly translator: Translator;
}): JSX.Element {
  const { label, lines, translator } = props;
  return (
    <div
      className="jp-RetraceChanges"
      role="table"
      tabIndex={0}
      aria-label={label}
    >
      {lines.map((line, index) => (
        <LineView key={index} line={line} translator={translator} />
      ))}
    </div>
  );
}

const SIGNS = { added: '+', removed: '−', same: ' ' };

function LineView(props: {
  readonly line: DiffLine | Fold;
  readonly translator: Translator;
}): JSX.Element {
  const { line, translator } = props;
  if (line.kind === 'fold') {
    return (
      <div className="jp-RetraceChanges-fold" role="row">
        <span role="cell">
          {translator._n('%1 equal line', '%1 equal lines', line.count)}
        </span>
      </div>
    );
  }
  const names = {
    added: translator.__('added'),
    removed: translator.__('removed'),
    same: translator.__('equal')
  };
  return (
    <div className={`jp-RetraceChanges-line jp-mod-${line.kind}`} role="row">
      <span className="jp-RetraceChanges-number" role="cell">
        {line.beforeNumber ?? ''}
      </span>
      <span className="jp-RetraceChanges-number" role="cell">
        {line.afterNumber ?? ''}
      </span>
      <span
        className="jp-RetraceChanges-sign"
        role="cell"
        aria-label={names[line.kind]}
      >
        {SIGNS[line.kind]}
      </span>
      <bdi className="jp-RetraceChanges-text" role="cell" dir="ltr">
        {line.text}
      </bdi>
    </div>
  );
}
