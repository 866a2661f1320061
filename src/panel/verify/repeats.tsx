// What several replays of the same gave: every number with its spread.
import * as React from 'react';

import type { Proof } from '../../model';
import type { IVerifyHost } from './subject';
import { spreadText } from './words';

/** Null for a single replay. */
export function RepeatsView(props: {
  readonly proof: Proof;
  readonly host: IVerifyHost;
}): JSX.Element | null {
  const { host, proof } = props;
  const { locale } = host;
  const { translator } = locale;
  const { metrics, repeats, varying } = proof;
  if (repeats < 2) {
    return null;
  }
  return (
    <section className="jp-RetraceRepeats">
      <h3>{translator.__('Over %1 replays', repeats)}</h3>
      <p>
        {varying.length === 0
          ? translator.__('Every cell showed the same each time.')
          : translator.__(
              'These did not show the same each time: %1.',
              varying
                .map(cellId => {
                  const place = host.placeOf(cellId);
                  return place === null
                    ? translator.__('a former cell')
                    : translator.__('cell %1', place + 1);
                })
                .join(', ')
            )}
      </p>
      {metrics.length === 0 ? (
        <p>
          {translator.__('The cells bound no numbers that could be followed.')}
        </p>
      ) : (
        <div className="jp-RetraceCells" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{translator.__('Number')}</th>
                <th scope="col">{translator.__('Mean ± deviation')}</th>
                <th scope="col">{translator.__('Replays')}</th>
              </tr>
            </thead>
            <tbody>
              {metrics.map((metric, index) => (
                <tr key={index}>
                  <th scope="row">
                    <code>{metric.name}</code>
                  </th>
                  <td className="jp-RetraceRepeats-number">
                    {spreadText(metric, locale)}
                  </td>
                  <td className="jp-RetraceRepeats-number">{metric.count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
