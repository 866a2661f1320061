// What is in an archive, with sizes, and how much data goes along.
import * as React from 'react';

import type { Translator } from '../../model';
import { listedFiles, sizeText, type PreviewContents } from './formats';

/** The list of contents; the limit for data is asked for where the code reads data. */
export function ContentsView(props: {
  readonly contents: PreviewContents;
  readonly fileName: string;
  readonly limitMegabytes: number;
  readonly translator: Translator;
  onLimit(megabytes: number): void;
}): JSX.Element {
  const { contents, fileName, limitMegabytes, onLimit, translator } = props;
  const files = listedFiles(contents, limitMegabytes * 1e6, translator);
  const total = files
    .filter(({ isIncluded }) => isIncluded)
    .reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  return (
    <>
      {contents.data.length > 0 && (
        <label className="jp-RetraceExport-field">
          {translator.__('Data files up to (MB)')}
          <input
            className="jp-mod-styled"
            type="number"
            min={0}
            step={1}
            value={limitMegabytes}
            onChange={event => {
              const value = Number(event.target.value);
              onLimit(Number.isFinite(value) && value > 0 ? value : 0);
            }}
          />
        </label>
      )}
      <div
        className="jp-RetraceExport-contents"
        role="region"
        aria-label={translator.__('Contents of %1', fileName)}
        tabIndex={0}
      >
        <table>
          <caption>
            {translator.__(
              '%1 files, %2 before packing. Nothing else goes in.',
              files.filter(({ isIncluded }) => isIncluded).length,
              sizeText(total)
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">{translator.__('File')}</th>
              <th scope="col">{translator.__('What it is')}</th>
              <th scope="col">{translator.__('Size')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ about, bytes, isIncluded, path }) => (
              <tr
                key={path}
                className={isIncluded ? '' : 'jp-RetraceExport-absent'}
              >
                <td>{path}</td>
                <td>{about}</td>
                <td>{sizeText(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
