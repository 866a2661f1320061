// The head of the page: what the run is, the search and the copies.
import { copyIcon, InputGroup } from '@jupyterlab/ui-components';
import * as React from 'react';

import { PanelButton } from '../button';
import { durationText, runStateText, timeText } from '../runs/words';
import { sectionMarkdown, sectionText, type Section } from '../sections';
import type { IEnvironmentHost } from './host';
import type { EnvironmentModel, EnvironmentState } from './model';
import { degreeText } from './words';

/** What every part of the page is given. */
export type ViewProps = {
  readonly model: EnvironmentModel;
  readonly host: IEnvironmentHost;
};

/** The page once the run is read. */
export type Ready = Extract<EnvironmentState, { readonly kind: 'ready' }>;

/** What the run is, the search and the copies. */
export function Toolbar(
  props: ViewProps & {
    readonly state: Ready;
    readonly sections: readonly Section[];
  }
): JSX.Element {
  const { host, model, sections, state } = props;
  const { locale } = host;
  const { translator } = locale;
  const { history, packages } = state.facts;
  const { run } = history;
  const name = run.notebookPath.slice(run.notebookPath.lastIndexOf('/') + 1);
  const title = translator.__('Environment & data of run %1', run.number);
  const head = [
    `${title}: ${name}`,
    translator.__(
      'Degree of reproducibility: %1',
      degreeText(state.degree, translator)
    )
  ];
  const requirements = host.requirements(
    (packages ?? []).flatMap(each =>
      each.version === null ? [] : [{ ...each, version: each.version }]
    ),
    run.kernel.language
  );
  return (
    <div className="jp-RetraceEnvironment-head">
      <div className="jp-RetraceEnvironment-title">
        <h1>{title}</h1>
        <bdi title={run.notebookPath}>{name}</bdi>
        <span>
          {[
            timeText(run.openedAt, host.now(), locale),
            runStateText(run, locale),
            translator._n('%1 execution', '%1 executions', run.executionCount),
            durationText(run.busyMs, locale)
          ].join(' · ')}
        </span>
      </div>
      <div
        className="jp-RetraceEnvironment-tools"
        role="toolbar"
        aria-label={title}
      >
        <InputGroup
          type="search"
          rightIcon="ui-components:search"
          value={model.query}
          placeholder={translator.__('Search this page')}
          aria-label={translator.__('Search this page')}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
            model.setQuery(event.target.value)
          }
        />
        <PanelButton
          className="jp-mod-framed"
          icon={copyIcon}
          text={translator.__('Text')}
          caption={translator.__('Copy the page as text')}
          name={translator.__('Copy the page as text')}
          onClick={() =>
            host.copy(
              [head.join('\n'), ...sections.map(sectionText)].join('\n\n')
            )
          }
        />
        <PanelButton
          className="jp-mod-framed"
          icon={copyIcon}
          text={translator.__('Markdown')}
          caption={translator.__('Copy the page as Markdown')}
          name={translator.__('Copy the page as Markdown')}
          onClick={() =>
            host.copy(
              [
                `# ${head[0] ?? ''}`,
                head[1],
                ...sections.map(sectionMarkdown)
              ].join('\n\n')
            )
          }
        />
        {requirements !== null && requirements !== '' && (
          <PanelButton
            className="jp-mod-framed"
            icon={copyIcon}
            text={translator.__('Requirements')}
            caption={translator.__(
              'Copy the installed packages as a requirements file'
            )}
            name={translator.__(
              'Copy the installed packages as a requirements file'
            )}
            onClick={() => host.copy(requirements)}
          />
        )}
      </div>
    </div>
  );
}
