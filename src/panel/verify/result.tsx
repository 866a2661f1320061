// What a replay came to: score, circumstances, and every cell with its verdict.
import * as React from 'react';

import type { Proof } from '../../model';
import { PanelButton } from '../button';
import { OutcomeIcon } from './icons';
import { isTrouble, OutcomeView } from './outcome';
import { RepeatsView } from './repeats';
import type { IVerifyHost, ShownProof, VerifyState } from './subject';
import {
  circumstances,
  headline,
  isProven,
  lackingSentences,
  scoreText
} from './proof-words';
import { verdictText } from './words';

/** From so many cells on, those that need no look can be hidden. */
const MANY = 8;

/** The whole result. */
export function ResultView(props: {
  readonly state: Extract<VerifyState, { kind: 'done' }>;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, state } = props;
  const { proof } = state.shown;
  const { translator } = host.locale;
  const [isTroubleOnly, setTroubleOnly] = React.useState(false);
  const troubles = proof.outcomes.filter(isTrouble);
  const shown = isTroubleOnly ? troubles : proof.outcomes;
  return (
    <>
      <SummaryView shown={state.shown} host={host} />
      <DisagreementsView shown={state.shown} host={host} />
      <RepeatsView proof={proof} host={host} />
      {proof.outcomes.length > MANY &&
        troubles.length > 0 &&
        troubles.length < proof.outcomes.length && (
          <label className="jp-RetraceVerify-filter">
            <input
              type="checkbox"
              checked={isTroubleOnly}
              onChange={event => setTroubleOnly(event.target.checked)}
            />
            {translator.__('Only what did not come out again')}
          </label>
        )}
      {shown.length > 0 && (
        <ol
          className="jp-RetraceVerify-cells"
          aria-label={translator.__('Cells')}
        >
          {shown.map((outcome, index) => (
            <OutcomeView
              key={`${outcome.executionId ?? outcome.cellId ?? ''} ${index}`}
              outcome={outcome}
              varies={
                outcome.cellId !== null &&
                proof.varying.includes(outcome.cellId)
              }
              startsOpen={isTrouble(outcome) && outcome.verdict !== 'unrun'}
              host={host}
            />
          ))}
        </ol>
      )}
    </>
  );
}

function SummaryView(props: {
  readonly shown: ShownProof;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, shown } = props;
  const { locale } = host;
  const { translator } = locale;
  const { isCurrent, proof } = shown;
  const tone = toneOf(proof);
  return (
    <section className={`jp-RetraceVerify-summary jp-mod-${tone}`}>
      <OutcomeIcon
        verdict={tone}
        label={
          tone === 'unknown'
            ? headline(proof, locale)
            : verdictText(tone, locale)
        }
      />
      <div>
        <p className="jp-RetraceVerify-score" role="status">
          <span>{headline(proof, locale)}</span>
          {proof.compared > 0 && <strong>{scoreText(proof, locale)}</strong>}
        </p>
        {proof.stop && (
          <p className="jp-RetraceVerify-stop">{proof.stop.sentence}</p>
        )}
        {isCurrent === false && (
          <p className="jp-RetraceVerify-stop">
            {translator.__(
              'The notebook has changed since: this holds for an earlier version of it.'
            )}
          </p>
        )}
        <p className="jp-RetraceVerify-circumstances">
          {circumstances(proof, locale).join(' ')}
        </p>
        {lackingSentences(proof, locale).map(note => (
          <p key={note} className="jp-RetraceVerify-circumstances">
            {note}
          </p>
        ))}
      </div>
    </section>
  );
}

function toneOf(proof: Proof): 'identical' | 'different' | 'unknown' {
  if (isProven(proof)) {
    return 'identical';
  }
  return proof.proven < proof.compared && proof.stop?.kind !== 'cancelled'
    ? 'different'
    : 'unknown';
}

/** A forecast and a replay that say two things: one of them has a fault worth telling of. */
function DisagreementsView(props: {
  readonly shown: ShownProof;
  readonly host: IVerifyHost;
}): JSX.Element | null {
  const { host, shown } = props;
  const { translator } = host.locale;
  const { disagreements } = shown;
  if (disagreements.length === 0) {
    return null;
  }
  const cells = disagreements.map(({ cellId, forecast, proof }) => {
    const place = host.placeOf(cellId);
    const name =
      place === null
        ? translator.__('A former cell')
        : translator.__('Cell %1', place + 1);
    return translator.__(
      '%1: forecast “%2”, replay “%3”.',
      name,
      forecastText(forecast, host),
      verdictText(proof, host.locale)
    );
  });
  return (
    <section className="jp-RetraceVerify-disagreements">
      <p>
        {translator._n(
          'The forecast said something else of %1 cell:',
          'The forecast said something else of %1 cells:',
          disagreements.length
        )}
      </p>
      <ul>
        {cells.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <PanelButton
        className="jp-mod-framed"
        text={translator.__('Export this case')}
        caption={translator.__(
          'Save the history of this notebook with the result, for a report of a fault in the forecast. It holds code and outputs.'
        )}
        onClick={() => host.exportCase()}
      />
    </section>
  );
}

function forecastText(
  forecast: ShownProof['disagreements'][number]['forecast'],
  { locale: { translator } }: IVerifyHost
): string {
  switch (forecast) {
    case 'same':
      return translator.__('comes out again');
    case 'differs':
      return translator.__('comes out otherwise');
    case 'fails':
      return translator.__('fails');
    case 'random':
      return translator.__('differs each time');
    case 'unrun':
      return translator.__('not run');
    case 'unknown':
      return translator.__('not known');
  }
}
