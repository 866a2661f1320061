// The cells of a table that the replay showed otherwise.
import * as React from 'react';

import type { Difference, Translator } from '../../model';

type TableDifferences = Extract<Difference, { kind: 'table' }>;

/** One row for each cell that differs. */
export function TableView(props: {
  readonly difference: TableDifferences;
  readonly translator: Translator;
}): JSX.Element {
  const { difference, translator } = props;
  const { cells, total } = difference;
  const none = translator.__('none');
  return (
    <div className="jp-RetraceCells" tabIndex={0}>
      <table>
        <caption>
          {total > cells.length
            ? translator.__(
                'The first %1 of %2 cells that differ',
                cells.length,
                total
              )
            : translator._n('%1 cell differs', '%1 cells differ', total)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{translator.__('Row')}</th>
            <th scope="col">{translator.__('Column')}</th>
            <th scope="col">{translator.__('Recorded')}</th>
            <th scope="col">{translator.__('Replayed')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ column, recorded, replayed, row }, index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{row}</bdi>
              </th>
              <td>
                <bdi>{column}</bdi>
              </td>
              <td className="jp-mod-removed">
                <bdi>{recorded ?? none}</bdi>
              </td>
              <td className="jp-mod-added">
                <bdi>{replayed ?? none}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
