// What has changed in a cell since an execution of it.
import * as React from 'react';

import type { Translator } from '../../model';
import type { Locale } from '../runs/words';
import { lineDiff, type DiffLine, type Fold } from './line-diff';

/** Names of two texts and of what there is to say about them. */
export type ChangesWords = {
  /** Name for assistive technology. */
  readonly label: string;
  /** What to say of equal texts. */
  readonly equal: string;
  /** What to say when one of them is not known. */
  readonly lost: string;
};

/** Lines that only the execution had are removed, lines that only the cell has now are added. */
export function ChangesView(props: {
  /** Code as it ran; null when it is not known. */
  readonly code: string | null;
  /** What the cell holds now; null when the cell is gone. */
  readonly present: string | null;
  readonly locale: Locale;
  /** What else two texts are called than the code as it ran and the cell now. */
  readonly words?: ChangesWords;
}): JSX.Element {
  const { code, locale, present, words } = props;
  const { translator } = locale;
  const diff = React.useMemo(
    () => (code === null || present === null ? null : lineDiff(code, present)),
    [code, present]
  );
  if (diff?.kind === 'lines') {
    return (
      <LinesView
        lines={diff.lines}
        label={
          words?.label ??
          translator.__('Changes from the code as it ran to the cell now')
        }
        translator={translator}
      />
    );
  }
  return (
    <div className="jp-RetraceDetail-quiet">
      {words
        ? diff === null
          ? words.lost
          : diff.kind === 'equal'
            ? words.equal
            : translator.__('They are too different to compare line by line.')
        : code === null
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
