// The body of the export dialog: the script as it would be saved, and what to know about it.
import { ReactWidget } from '@jupyterlab/apputils';
import * as React from 'react';

import type { ExportFile } from '../../exporters';
import type { Translator } from '../../model';
import type { LeftOut, Preview } from './model';

/** What the body shows. */
export type ExportPreviewProps = {
  readonly preview: Preview;
  /** The script, under the name that it would be saved as. */
  readonly file: ExportFile;
  readonly translator: Translator;
  /** Fills an empty element with coloured code, as text. */
  highlight(file: ExportFile, element: HTMLElement): Promise<void>;
};

/** A dialog body; disposed with its dialog. */
export class ExportPreview extends ReactWidget {
  constructor(private readonly _props: ExportPreviewProps) {
    super();
    this.addClass('jp-RetraceExport');
  }

  protected render(): JSX.Element {
    const { file, highlight, preview, translator } = this._props;
    const { leftOut, summary, warnings } = preview;
    return (
      <>
        <p className="jp-RetraceExport-summary">
          <strong>{file.name}</strong> {summary}
        </p>
        {warnings.length > 0 && (
          <Notes
            className="jp-RetraceExport-warnings"
            title={translator.__('Before you use it')}
            lines={warnings}
          />
        )}
        <Script
          file={file}
          highlight={highlight}
          label={translator.__('Script %1', file.name)}
        />
        {leftOut.length > 0 && (
          <Omitted leftOut={leftOut} translator={translator} />
        )}
      </>
    );
  }
}

function Script(props: {
  readonly file: ExportFile;
  readonly label: string;
  readonly highlight: ExportPreviewProps['highlight'];
}): JSX.Element {
  const { file, highlight, label } = props;
  const host = React.useRef<HTMLPreElement>(null);
  React.useEffect(() => {
    const element = host.current;
    if (element) {
      void paint(file, element, highlight);
    }
  }, [file, highlight]);
  return (
    <pre
      ref={host}
      className="jp-RetraceExport-script"
      role="region"
      aria-label={label}
      tabIndex={0}
    />
  );
}

/** Plain text first and whenever colours fail: a script must be readable before it is pretty. */
async function paint(
  file: ExportFile,
  element: HTMLElement,
  highlight: ExportPreviewProps['highlight']
): Promise<void> {
  element.textContent = file.content;
  const painted = document.createElement('code');
  try {
    await highlight(file, painted);
  } catch (error) {
    console.warn('Retrace could not colour a script.', error);
    return;
  }
  if (painted.textContent === file.content) {
    element.replaceChildren(painted);
  }
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

function Omitted(props: {
  readonly leftOut: readonly LeftOut[];
  readonly translator: Translator;
}): JSX.Element {
  const { leftOut, translator } = props;
  const count = leftOut.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <details className="jp-RetraceExport-leftOut">
      <summary>
        {translator._n(
          '%1 execution left out',
          '%1 executions left out',
          count
        )}
      </summary>
      {leftOut.map(({ items, reason }) => (
        <section key={reason}>
          <h3>{reason}</h3>
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
