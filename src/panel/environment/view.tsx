// The page of a run: the checklist, and everything that a re-run needs.
import { UseSignal } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { RunFacts } from '../../facts';
import {
  holdsWords,
  matchingSection,
  SectionView,
  wordsOf,
  type Section,
  type SectionHost
} from '../sections';
import { checklistSection, ChecklistView } from './checklist';
import { DegreeBadge } from './degree-badge';
import type { EnvironmentModel } from './model';
import { pageSections } from './page';
import { seriesLabel, SeriesView } from './series';
import { Toolbar, type Ready, type ViewProps } from './toolbar';
import { ValueActions, ValueControls } from './value-actions';
import { degreeMeaning } from './words';

/** Renders anew whenever the model says that something changed. */
export function EnvironmentView(props: ViewProps): JSX.Element {
  const { host, model } = props;
  const { translator } = host.locale;
  return (
    <UseSignal signal={model.changed}>
      {() => {
        const { state } = model;
        return state.kind === 'ready' ? (
          <PageView {...props} state={state} />
        ) : (
          <p className="jp-RetraceEnvironment-empty" role="status">
            {state.kind === 'loading'
              ? translator.__('Reading…')
              : translator.__('This run was removed from the history.')}
          </p>
        );
      }}
    </UseSignal>
  );
}

function PageView(props: ViewProps & { readonly state: Ready }): JSX.Element {
  const { host, model, state } = props;
  const { facts, rows } = state;
  const { translator } = host.locale;
  const notes = facts.context?.notes ?? {};
  const { notebookPath } = facts.history.run;
  const words = wordsOf(model.query);
  const sections = pageSections(
    facts,
    { values: model.choice, showsHidden: model.showsHidden },
    host.locale
  );
  const checklist = checklistSection(rows, notes, translator);
  const shownChecklist = matchingSection(checklist, model.query);
  const series = facts.series.filter(each =>
    holdsWords(seriesLabel(each, translator), words)
  );
  const shown = sections
    .map(section => matchingSection(section, model.query))
    .filter(section => section !== null);
  const sectionHost: SectionHost = {
    translator,
    copy: text => host.copy(text),
    goToExecution: executionId => host.goToExecution(executionId, notebookPath)
  };
  const isNothing =
    shown.length === 0 && series.length === 0 && shownChecklist === null;
  return (
    <>
      <Toolbar {...props} sections={[checklist, ...sections]} />
      <div className="jp-RetraceEnvironment-page">
        <Gaps {...props} />
        {shownChecklist && (
          <ChecklistPart
            {...props}
            checklist={checklist}
            shown={shownChecklist}
            notes={notes}
            host={sectionHost}
          />
        )}
        {shown.map(section => (
          <React.Fragment key={section.id}>
            <SectionView
              section={section}
              host={sectionHost}
              showsAll={words.length > 0}
              actions={
                section.id === 'values'
                  ? row => <ValueActions name={row.key} {...props} />
                  : undefined
              }
            >
              {section.id === 'values' && <ValueControls {...props} />}
            </SectionView>
            {section.id === 'values' && (
              <SeriesPart series={series} host={sectionHost} />
            )}
          </React.Fragment>
        ))}
        {!shown.some(({ id }) => id === 'values') && (
          <SeriesPart series={series} host={sectionHost} />
        )}
        {isNothing && (
          <p className="jp-RetraceEnvironment-empty" role="status">
            {translator.__('Nothing matches.')}
          </p>
        )}
      </div>
    </>
  );
}

function ChecklistPart(props: {
  readonly model: EnvironmentModel;
  readonly state: Ready;
  /** The whole of it, and what matches the search. */
  readonly checklist: Section;
  readonly shown: Section;
  readonly notes: { readonly [row: string]: string };
  readonly host: SectionHost;
}): JSX.Element {
  const { checklist, host, model, notes, shown, state } = props;
  const { translator } = host;
  const keys = new Set(shown.rows.map(({ key }) => key));
  return (
    <SectionView
      section={{ ...checklist, rows: [], empty: '' }}
      host={host}
      showsAll={true}
    >
      <div className="jp-RetraceEnvironment-level">
        <DegreeBadge degree={state.degree} translator={translator} />
        <span>{degreeMeaning(state.degree, translator)}</span>
      </div>
      <ChecklistView
        rows={state.rows.filter(({ id }) => keys.has(id))}
        notes={notes}
        translator={translator}
        onNote={(row, text) => model.keepNote(row, text)}
      />
    </SectionView>
  );
}

function SeriesPart(props: {
  readonly series: RunFacts['series'];
  readonly host: SectionHost;
}): JSX.Element | null {
  const { host, series } = props;
  const { translator } = host;
  return series.length === 0 ? null : (
    <SectionView
      section={{
        id: 'series',
        title: translator.__('Printed series'),
        summary: translator._n('%1 series', '%1 series', series.length),
        head: [],
        rows: [],
        empty: '',
        unknown: []
      }}
      host={host}
      showsAll={true}
    >
      <SeriesView series={series} host={host} />
    </SectionView>
  );
}

/** Why much may be missing: no probe, or nothing has run yet. */
function Gaps(
  props: ViewProps & { readonly state: Ready }
): JSX.Element | null {
  const { host, state } = props;
  const { translator } = host.locale;
  const { executions, history } = state.facts;
  const hasNoReports = executions.every(
    ({ execution }) => execution.report === null
  );
  const sentence =
    executions.length === 0
      ? translator.__('Nothing has run in this run yet.')
      : hasNoReports && !history.environment
        ? translator.__(
            'The kernel of this run did not report anything about itself: it has no probe, or the probe is off. What is below comes from the messages alone.'
          )
        : hasNoReports
          ? translator.__('The kernel did not report on its executions.')
          : '';
  return sentence === '' ? null : (
    <p className="jp-RetraceEnvironment-gap" role="status">
      {sentence}
    </p>
  );
}
