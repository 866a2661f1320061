// A replay on its way: how far it is, how long it will take, and a way to end it.
import * as React from 'react';

import { PanelButton } from '../button';
import { durationText } from '../runs/words';
import { OutcomeIcon } from './icons';
import type { IVerifyHost, VerifyState } from './subject';
import { leftText, stepText, verdictText } from './words';

type Running = Extract<VerifyState, { kind: 'running' }>;
type Preparing = Extract<VerifyState, { kind: 'preparing' }>;

/** Cells so far, the one that runs, and the time. */
export function ProgressView(props: {
  readonly state: Running;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, state } = props;
  const { locale } = host;
  const { translator } = locale;
  const { isCancelling, outcomes, progress, startedAt } = state;
  const { done, repeat, repeats, steps } = progress;
  const total = Math.max(1, steps * repeats);
  const step = stepText(progress, locale);
  return (
    <section className="jp-RetraceVerify-progress">
      <p className="jp-RetraceVerify-step" role="status">
        {isCancelling ? translator.__('Ending the kernel…') : step}
      </p>
      <progress
        max={total}
        value={(repeat - 1) * steps + done}
        aria-label={translator.__('Progress of the replay')}
      />
      <CurrentCell state={state} host={host} />
      <p className="jp-RetraceVerify-time">
        <Elapsed startedAt={startedAt} host={host} />
        <span>{progress.current && leftText(progress.leftMs, locale)}</span>
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Cancel')}
          caption={translator.__('End the replay and its kernel')}
          onClick={() => host.cancel()}
        />
      </p>
      {outcomes.length > 0 && (
        <ol
          className="jp-RetraceVerify-sofar"
          aria-label={translator.__('Cells so far')}
        >
          {outcomes.map(({ verdict }, index) => (
            <li key={index}>
              <OutcomeIcon
                verdict={verdict}
                label={verdictText(verdict, locale)}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What is done before the first cell runs, line by line. */
export function PreparingView(props: {
  readonly state: Preparing;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, state } = props;
  const { translator } = host.locale;
  const newest = state.lines[state.lines.length - 1];
  return (
    <section className="jp-RetraceVerify-progress">
      <p className="jp-RetraceVerify-step" role="status">
        {newest ?? translator.__('Getting ready…')}
      </p>
      <progress aria-label={translator.__('Getting ready')} />
      <p className="jp-RetraceVerify-time">
        <Elapsed startedAt={state.startedAt} host={host} />
        <PanelButton
          className="jp-mod-framed"
          text={translator.__('Cancel')}
          onClick={() => host.cancel()}
        />
      </p>
      {state.lines.length > 1 && (
        <pre
          className="jp-RetraceVerify-log"
          tabIndex={0}
          aria-label={translator.__('What was done so far')}
        >
          {state.lines.join('\n')}
        </pre>
      )}
    </section>
  );
}

function CurrentCell(props: {
  readonly state: Running;
  readonly host: IVerifyHost;
}): JSX.Element | null {
  const { host, state } = props;
  const { current } = state.progress;
  if (current === null || current.cellId === null) {
    return null;
  }
  const place = host.placeOf(current.cellId) ?? current.cellIndex;
  const line = host.firstLineOf(current.cellId);
  return (
    <p className="jp-RetraceVerify-current">
      {place !== null && (
        <span>{host.locale.translator.__('Cell %1:', place + 1)}</span>
      )}
      <code dir="ltr">{line}</code>
    </p>
  );
}

/** Ticks by itself, so that a cell that takes long does not look like a standstill. */
function Elapsed(props: {
  readonly startedAt: number;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, startedAt } = props;
  const [now, setNow] = React.useState(() => host.now());
  React.useEffect(() => {
    const timer = window.setInterval(() => setNow(host.now()), 1000);
    return () => window.clearInterval(timer);
  }, [host]);
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1000));
  return (
    <span className="jp-RetraceVerify-elapsed">
      {seconds === 0 ? '' : durationText(seconds * 1000, host.locale)}
    </span>
  );
}
