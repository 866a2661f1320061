// What is in an archive, with sizes, and how much data goes along.
import * as React from 'react';

import type { Translator } from '../../model';
import { listedFiles, sizeText, type PreviewContents } from './formats';

/** The list of contents; a lock file and the limit for data are asked for where there are packages and data. */
export function ContentsView(props: {
  readonly contents: PreviewContents;
  readonly fileName: string;
  readonly limitMegabytes: number;
  readonly asksIndex: boolean;
  readonly translator: Translator;
  onLimit(megabytes: number): void;
  onAsksIndex(asksIndex: boolean): void;
}): JSX.Element {
  const { asksIndex, contents, fileName, limitMegabytes, translator } = props;
  const { onAsksIndex, onLimit } = props;
  const canLock = contents.files.some(({ path }) => path === 'pylock.toml');
  const shown = asksIndex
    ? contents
    : {
        ...contents,
        files: contents.files.filter(({ path }) => path !== 'pylock.toml')
      };
  const files = listedFiles(shown, limitMegabytes * 1e6, translator);
  const total = files
    .filter(({ isIncluded }) => isIncluded)
    .reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
  return (
    <>
      {canLock && (
        <label className="jp-RetraceExport-choice">
          <input
            type="checkbox"
            checked={asksIndex}
            onChange={event => onAsksIndex(event.target.checked)}
          />
          {translator.__(
            'Ask the package index for a lock file; it learns the names and versions of the packages'
          )}
        </label>
      )}
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
