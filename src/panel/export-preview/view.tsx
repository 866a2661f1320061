// The body of the export dialog: the format, where it goes, what would be saved, and what to know about it.
import { ReactWidget, type Dialog } from '@jupyterlab/apputils';
import * as React from 'react';

import type { Translator } from '../../model';
import { ContentsView } from './contents-view';
import type { ExportChoice, PreviewFormat } from './formats';
import type { LeftOut, Preview } from './model';
import { ScriptView, type Highlight } from './script-view';

const DATA_MEGABYTES = 50;

/** What the body shows. */
export type ExportPreviewProps = {
  readonly preview: Preview;
  /** At least one. */
  readonly formats: readonly PreviewFormat[];
  /** Chosen at first; the first format where there is none of this id. */
  readonly formatId: string;
  /** Folder of the notebook, empty or with `/` at its end. */
  readonly folder: string;
  readonly translator: Translator;
  readonly highlight: Highlight;
  /** False where no formatter can be asked. */
  readonly canTidy: boolean;
};

/** A dialog body; disposed with its dialog. */
export class ExportPreview
  extends ReactWidget
  implements Dialog.IBodyWidget<ExportChoice>
{
  constructor(private readonly _props: ExportPreviewProps) {
    super();
    this.addClass('jp-RetraceExport');
    const { folder, formatId, formats } = _props;
    this._format =
      formats.find(({ id }) => id === formatId) ?? formats[0] ?? null;
    this._path = folder + (this._format?.fileName ?? '');
  }

  /** What is chosen at the moment. */
  getValue(): ExportChoice {
    return {
      formatId: this._format?.id ?? '',
      path: this._path.trim(),
      dataLimitBytes: this._megabytes * 1e6,
      asksIndex: this._asksIndex,
      isTidied: this._isTidied
    };
  }

  protected render(): JSX.Element {
    const { formats, highlight, preview, translator } = this._props;
    const { included, leftOut, summary, warnings } = preview;
    const format = this._format;
    const contents = format?.contents();
    return (
      <>
        <fieldset className="jp-RetraceExport-formats">
          <legend>{translator.__('Format')}</legend>
          {formats.map(each => (
            <label key={each.id}>
              <input
                type="radio"
                name={`${this.id}-format`}
                checked={each === format}
                onChange={() => this._choose(each)}
              />
              {translator.__(each.label)}
            </label>
          ))}
        </fieldset>
        <label className="jp-RetraceExport-field">
          {translator.__('Save as')}
          <input
            className="jp-mod-styled"
            type="text"
            spellCheck={false}
            value={this._path}
            onChange={event => {
              this._path = event.target.value;
              this.update();
            }}
          />
        </label>
        <p className="jp-RetraceExport-summary">{summary}</p>
        {warnings.length > 0 && (
          <Notes
            className="jp-RetraceExport-warnings"
            title={translator.__('Before you use it')}
            lines={warnings}
          />
        )}
        {format?.id === 'script' && this._props.canTidy && (
          <label className="jp-RetraceExport-choice">
            <input
              type="checkbox"
              checked={this._isTidied}
              onChange={event => {
                this._isTidied = event.target.checked;
                this.update();
              }}
            />
            {translator.__(
              'Have ruff or black format it, if one is beside the kernel'
            )}
          </label>
        )}
        {format && contents?.text && (
          <ScriptView
            file={contents.text}
            highlight={highlight}
            label={translator.__('%1 %2', format.label, format.fileName)}
          />
        )}
        {format && contents && !contents.text && (
          <ContentsView
            contents={contents}
            fileName={format.fileName}
            limitMegabytes={this._megabytes}
            asksIndex={this._asksIndex}
            translator={translator}
            onAsksIndex={asksIndex => {
              this._asksIndex = asksIndex;
              this.update();
            }}
            onLimit={megabytes => {
              this._megabytes = megabytes;
              this.update();
            }}
          />
        )}
        <Steps
          title={translator._n(
            '%1 execution included',
            '%1 executions included',
            included.length
          )}
          groups={[{ reason: '', items: included }]}
        />
        {leftOut.length > 0 && (
          <Steps
            title={translator._n(
              '%1 execution left out',
              '%1 executions left out',
              leftOut.reduce((sum, { items }) => sum + items.length, 0)
            )}
            groups={leftOut}
          />
        )}
      </>
    );
  }

  /** Another format keeps the folder that was typed, and gets its own name. */
  private _choose(format: PreviewFormat): void {
    const folder = this._path.slice(0, this._path.lastIndexOf('/') + 1);
    const hasOwnFolder =
      folder !== '' || this._path === (this._format?.fileName ?? '');
    this._path = (hasOwnFolder ? folder : this._props.folder) + format.fileName;
    this._format = format;
    this.update();
  }

  private _format: PreviewFormat | null;
  private _path: string;
  private _megabytes = DATA_MEGABYTES;
  private _asksIndex = false;
  private _isTidied = false;
}

function Notes(props: {
  readonly className: string;
  readonly title: string;
  readonly lines: readonly string[];
}): JSX.Element {
  const { className, lines, title } = props;
  return (
    <section className={className}>
      <h3>{title}</h3>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Steps(props: {
  readonly title: string;
  readonly groups: readonly LeftOut[];
}): JSX.Element {
  return (
    <details className="jp-RetraceExport-leftOut">
      <summary>{props.title}</summary>
      {props.groups.map(({ items, reason }) => (
        <section key={reason}>
          {reason !== '' && <h3>{reason}</h3>}
          <ul>
            {items.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
