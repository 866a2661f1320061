// The cells of two runs: which differ, and how.
import * as React from 'react';

import type { CellDifference } from '../../facts';
import { assertNever, type Output, type Translator } from '../../model';
import { DisclosureButton, PanelButton } from '../button';
import { ChangesView } from '../execution/changes';
import { durationOf, durationText, type Locale } from '../runs/words';
import type { ComparisonModel } from './model';
import { outputText } from './output-text';

type CellsProps = {
  readonly cells: readonly CellDifference[];
  readonly model: ComparisonModel;
  readonly locale: Locale;
};

/** The numbers of runs in which nothing ran: there is no cell to compare. */
export function EmptyRunsView(props: {
  readonly numbers: readonly number[];
  readonly locale: Locale;
}): JSX.Element {
  const { locale, numbers } = props;
  return (
    <>
      {numbers.map(number => (
        <p key={number} className="jp-RetraceSection-empty">
          {locale.translator.__('Nothing has run in run %1.', number)}
        </p>
      ))}
    </>
  );
}

/** Cells that differ in code or output; the others on demand. */
export function CellsView(props: CellsProps): JSX.Element {
  const { cells, locale } = props;
  const { translator } = locale;
  const [showsSame, setShowsSame] = React.useState(false);
  const different = cells.filter(differs);
  const same = cells.length - different.length;
  return (
    <>
      {different.length === 0 && (
        <p className="jp-RetraceSection-empty">
          {cells.length === 0
            ? translator.__('No cell ran in either run.')
            : translator.__(
                'No cell has other code, and no output differs that could be compared.'
              )}
        </p>
      )}
      <ul className="jp-RetraceCells">
        {(showsSame ? cells : different).map(cell => (
          <CellView key={cell.cellId} {...props} cell={cell} />
        ))}
      </ul>
      {same > 0 && !showsSame && (
        <PanelButton
          className="jp-mod-framed"
          text={translator._n(
            'Show %1 equal cell',
            'Show %1 equal cells',
            same
          )}
          onClick={() => setShowsSame(true)}
        />
      )}
    </>
  );
}

function differs({ hasSameOutputs, kind }: CellDifference): boolean {
  return kind !== 'same' || hasSameOutputs === false;
}

function CellView(
  props: CellsProps & { readonly cell: CellDifference }
): JSX.Element {
  const { cell, locale } = props;
  const { translator } = locale;
  const [isOpen, setOpen] = React.useState(false);
  const { after, before, index, kind } = cell;
  const title =
    index === null
      ? translator.__('Cell')
      : translator.__('Cell %1', index + 1);
  return (
    <li className={`jp-RetraceCells-cell jp-mod-${kind}`}>
      <div className="jp-RetraceCells-head">
        <DisclosureButton
          text={title}
          isOpen={isOpen}
          onToggle={() => setOpen(!isOpen)}
        />
        <span>{kindText(kind, translator)}</span>
        <span>{outputsText(cell, translator)}</span>
        <span className="jp-RetraceCells-times">{timesText(cell, locale)}</span>
        <bdi className="jp-RetraceCells-line" dir="ltr">
          {(after ?? before)?.execution.firstLine ?? ''}
        </bdi>
      </div>
      {isOpen && <CellDetail {...props} />}
    </li>
  );
}

/** Both codes and both outputs, line by line. */
function CellDetail(
  props: CellsProps & { readonly cell: CellDifference }
): JSX.Element {
  const { cell, locale } = props;
  const { translator } = locale;
  const { after, before } = cell;
  const texts = useOutputs(props);
  return (
    <div className="jp-RetraceCells-detail">
      <h3>{translator.__('Code')}</h3>
      <ChangesView
        code={before ? before.source : ''}
        present={after ? after.source : ''}
        locale={locale}
        words={{
          label: translator.__('Changes of the code'),
          equal: translator.__('The code is equal.'),
          lost: translator.__('The code of one run is lost.')
        }}
      />
      <h3>{translator.__('Outputs, as text')}</h3>
      {texts === null ? (
        <p>{translator.__('Reading…')}</p>
      ) : (
        <ChangesView
          code={texts.before}
          present={texts.after}
          locale={locale}
          words={{
            label: translator.__('Changes of the outputs'),
            equal: translator.__('The outputs are equal as text.'),
            lost: translator.__('The outputs of one run are lost.')
          }}
        />
      )}
    </div>
  );
}

type Texts = { readonly before: string | null; readonly after: string | null };

/** Null until they were read; null inside for what is lost. */
function useOutputs({
  cell,
  model
}: CellsProps & { readonly cell: CellDifference }): Texts | null {
  const [texts, setTexts] = React.useState<Texts | null>(null);
  const { after, before } = cell;
  React.useEffect(() => {
    let isCurrent = true;
    const read = async (
      side: CellDifference['before']
    ): Promise<readonly Output[] | null> =>
      side ? model.outputs(side.execution.executionId) : [];
    void Promise.all([read(before), read(after)]).then(([one, other]) => {
      if (isCurrent) {
        setTexts({
          before: one && outputText(one),
          after: other && outputText(other)
        });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [after, before, model]);
  return texts;
}

function kindText(
  kind: CellDifference['kind'],
  translator: Translator
): string {
  switch (kind) {
    case 'added':
      return translator.__('only in the second run');
    case 'removed':
      return translator.__('only in the first run');
    case 'changed':
      return translator.__('other code');
    case 'same':
      return translator.__('same code');
    default:
      return assertNever(kind);
  }
}

function outputsText(
  { hasSameOutputs }: CellDifference,
  translator: Translator
): string {
  return hasSameOutputs === null
    ? ''
    : hasSameOutputs
      ? translator.__('same output')
      : translator.__('other output');
}

function timesText({ after, before }: CellDifference, locale: Locale): string {
  return [before, after]
    .map(side => {
      const ms = side ? durationOf(side.execution) : null;
      return ms === null ? '–' : durationText(ms, locale);
    })
    .join(' → ');
}
