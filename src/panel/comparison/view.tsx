// Two runs beside each other: code, outputs, environment, values, files.
import { UseSignal } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { RunComparison, RunFacts } from '../../facts';
import type { IEnvironmentHost } from '../environment/host';
import { runStateText, timeText } from '../runs/words';
import { SectionView, type SectionHost } from '../sections';
import { CellsView, EmptyRunsView } from './cells';
import type { ComparisonModel } from './model';
import { comparisonSections } from './sections';

type ViewProps = {
  readonly model: ComparisonModel;
  readonly host: IEnvironmentHost;
};

/** Renders anew whenever the model says that something changed. */
export function ComparisonView(props: ViewProps): JSX.Element {
  const { host, model } = props;
  const { translator } = host.locale;
  return (
    <UseSignal signal={model.changed}>
      {() => {
        const { state } = model;
        return state !== null && state !== 'gone' ? (
          <Comparison {...props} comparison={state} />
        ) : (
          <p className="jp-RetraceEnvironment-empty" role="status">
            {state === null
              ? translator.__('Reading…')
              : translator.__('One of the runs was removed from the history.')}
          </p>
        );
      }}
    </UseSignal>
  );
}

function Comparison(
  props: ViewProps & { readonly comparison: RunComparison }
): JSX.Element {
  const { comparison, host, model } = props;
  const { after, before, cells } = comparison;
  const { locale } = host;
  const { translator } = locale;
  const sectionHost: SectionHost = {
    translator,
    copy: text => host.copy(text)
  };
  const empty = [before, after]
    .filter(({ executions }) => executions.length === 0)
    .map(({ history }) => history.run.number);
  const changed = cells.filter(({ kind }) => kind !== 'same').length;
  return (
    <>
      <div className="jp-RetraceEnvironment-head">
        <div className="jp-RetraceEnvironment-title">
          <h1>
            {translator.__(
              'Run %1 and run %2',
              before.history.run.number,
              after.history.run.number
            )}
          </h1>
          <bdi>{after.history.run.notebookPath}</bdi>
          <span>
            {[before, after].map(side => runText(side, host)).join(' → ')}
          </span>
        </div>
      </div>
      <div className="jp-RetraceEnvironment-page">
        <SectionView
          section={{
            id: 'cells',
            title: translator.__('Cells'),
            summary:
              empty.length > 0
                ? ''
                : translator._n(
                    '%1 with other code',
                    '%1 with other code',
                    changed
                  ),
            head: [],
            rows: [],
            empty: '',
            unknown: []
          }}
          host={sectionHost}
          showsAll={true}
        >
          {empty.length > 0 ? (
            <EmptyRunsView numbers={empty} locale={locale} />
          ) : (
            <CellsView cells={cells} model={model} locale={locale} />
          )}
        </SectionView>
        {comparisonSections(comparison, locale).map(section => (
          <SectionView
            key={section.id}
            section={section}
            host={sectionHost}
            showsAll={false}
          />
        ))}
      </div>
    </>
  );
}

function runText({ history }: RunFacts, host: IEnvironmentHost): string {
  const { locale } = host;
  const { run } = history;
  return [
    timeText(run.openedAt, host.now(), locale),
    runStateText(run, locale)
  ].join(', ');
}
