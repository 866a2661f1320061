// The Verify view: what is being replayed, and what it came to.
import { refreshIcon, settingsIcon } from '@jupyterlab/ui-components';
import { UseSignal } from '@jupyterlab/ui-components';
import * as React from 'react';

import { PanelButton } from '../button';
import { verifyIcon } from './icons';
import { PreparingView, ProgressView } from './progress';
import { ResultView } from './result';
import type { IVerifyHost, VerifyState } from './subject';

/** Follows the host's state. */
export function VerifyView(props: { readonly host: IVerifyHost }): JSX.Element {
  return (
    <UseSignal signal={props.host.changed}>
      {() => <VerifyContent host={props.host} />}
    </UseSignal>
  );
}

function VerifyContent({ host }: { readonly host: IVerifyHost }): JSX.Element {
  const { state } = host;
  if (state.kind === 'empty') {
    return <EmptyView host={host} />;
  }
  return (
    <>
      <Toolbar state={state} host={host} />
      <div className="jp-RetraceVerify-content">
        <Body state={state} host={host} />
      </div>
    </>
  );
}

function Body(props: {
  readonly state: Exclude<VerifyState, { kind: 'empty' }>;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, state } = props;
  switch (state.kind) {
    case 'preparing':
      return <PreparingView state={state} host={host} />;
    case 'running':
      return <ProgressView state={state} host={host} />;
    case 'refused':
      return (
        <div className="jp-RetraceEmpty" role="alert">
          <verifyIcon.react tag="span" className="jp-RetraceEmpty-icon" />
          <p className="jp-RetraceEmpty-title">
            {host.locale.translator.__('It could not be verified')}
          </p>
          <p>{state.sentence}</p>
        </div>
      );
    case 'done':
      return (
        <ResultView key={state.shown.proof.proofId} state={state} host={host} />
      );
  }
}

function Toolbar(props: {
  readonly state: Exclude<VerifyState, { kind: 'empty' }>;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, state } = props;
  const { translator } = host.locale;
  const { notebookPath, title } = state.subject;
  const name = notebookPath.slice(notebookPath.lastIndexOf('/') + 1);
  const isOver = state.kind === 'done' || state.kind === 'refused';
  return (
    <div
      className="jp-RetraceView-toolbar"
      role="toolbar"
      aria-label={translator.__('Verify')}
    >
      <span className="jp-RetraceView-title" title={notebookPath}>
        <bdi>{name}</bdi>
        <span className="jp-RetraceView-subtitle">{title}</span>
      </span>
      {isOver && (
        <>
          <PanelButton
            icon={refreshIcon}
            text={translator.__('Verify again')}
            onClick={() => host.again()}
          />
          <PanelButton
            icon={settingsIcon}
            caption={translator.__('Verify again with other choices…')}
            onClick={() => host.againWithOptions()}
          />
        </>
      )}
    </div>
  );
}

function EmptyView({ host }: { readonly host: IVerifyHost }): JSX.Element {
  const { translator } = host.locale;
  return (
    <div className="jp-RetraceEmpty" role="status">
      <verifyIcon.react tag="span" className="jp-RetraceEmpty-icon" />
      <p className="jp-RetraceEmpty-title">
        {translator.__('Nothing verified yet')}
      </p>
      <p>
        {translator.__(
          'A fresh kernel runs the notebook from top to bottom, and each output is compared with the one that you see. Your own kernel and notebook are not touched.'
        )}
      </p>
      {host.canVerify && (
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Verify the notebook in front')}
          onClick={() => host.verifyNotebook()}
        />
      )}
    </div>
  );
}
