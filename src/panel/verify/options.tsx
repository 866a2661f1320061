// The body of the dialog before a replay: where it works, and how long a cell may take.
import { ReactWidget } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { ScratchKind, ScratchLimits } from '../../replay';
import { bytesText, type Locale } from '../runs/words';

/** What the user chose. */
export type VerifyChoice = {
  readonly folder: 'copy' | 'notebook';
  readonly cellSeconds: number;
  readonly asks: boolean;
};

/** What stands in the notebook's folder; null when the server does not tell. */
export type FolderFacts = {
  readonly files: number;
  readonly bytes: number;
  readonly isWhole: boolean;
} | null;

export type VerifyOptionsProps = {
  readonly choice: VerifyChoice;
  /** Counts when asked: that may take a moment. */
  readonly facts: Promise<FolderFacts>;
  /** What goes beyond is linked. */
  readonly copyLimits: ScratchLimits;
  /** What becomes of files beyond the limits; null where there is no way to make a copy for the kernel's language. */
  readonly copyKind: ScratchKind | null;
  readonly locale: Locale;
};

/** Longest time that may be set, in seconds. */
const LONGEST = 86_400;

/** A dialog body; JupyterLab reads its value when the dialog is accepted. */
export class VerifyOptions extends ReactWidget {
  constructor(private readonly _props: VerifyOptionsProps) {
    super();
    this.addClass('jp-RetraceVerifyOptions');
    this._choice = {
      ..._props.choice,
      folder: _props.copyKind === null ? 'notebook' : _props.choice.folder
    };
  }

  /** What stands in the form. */
  getValue(): VerifyChoice {
    return this._choice;
  }

  protected override render(): JSX.Element {
    return (
      <OptionsForm
        {...this._props}
        choice={this._choice}
        onChange={choice => {
          this._choice = choice;
        }}
      />
    );
  }

  private _choice: VerifyChoice;
}

function copySentence(
  kind: ScratchKind | null,
  { fileBytes, totalBytes }: ScratchLimits,
  locale: Locale
): string {
  const { translator } = locale;
  switch (kind) {
    case 'linked':
      return translator.__(
        'What cells write does not touch your files. Files up to %1 are copied, %2 in all; the rest is linked and read in place.',
        bytesText(fileBytes, locale),
        bytesText(totalBytes, locale)
      );
    case 'refused':
      return translator.__(
        'What cells write does not touch your files. Up to %1 are copied; a larger folder is not.',
        bytesText(totalBytes, locale)
      );
    case null:
      return translator.__('For kernels of this language no copy can be made.');
  }
}

function OptionsForm(
  props: VerifyOptionsProps & { onChange(choice: VerifyChoice): void }
): JSX.Element {
  const { copyKind, copyLimits, locale } = props;
  const { translator } = locale;
  const [choice, setChoice] = React.useState(props.choice);
  const change = (part: Partial<VerifyChoice>): void => {
    const changed = { ...choice, ...part };
    setChoice(changed);
    props.onChange(changed);
  };
  return (
    <>
      <p>
        {translator.__(
          'A fresh kernel runs the code once more and each output is compared. Your own kernel and notebook are not touched.'
        )}
      </p>
      <fieldset>
        <legend>{translator.__('Where it works')}</legend>
        <label>
          <input
            type="radio"
            name="retrace-verify-folder"
            checked={choice.folder === 'copy'}
            disabled={copyKind === null}
            onChange={() => change({ folder: 'copy' })}
          />
          <span>
            <strong>{translator.__('In a scratch copy of the folder')}</strong>
            <small>{copySentence(copyKind, copyLimits, locale)}</small>
            {copyKind !== null && <Facts facts={props.facts} locale={locale} />}
          </span>
        </label>
        <label>
          <input
            type="radio"
            name="retrace-verify-folder"
            checked={choice.folder === 'notebook'}
            onChange={() => change({ folder: 'notebook' })}
          />
          <span>
            <strong>{translator.__('In the notebook’s own folder')}</strong>
            <small>
              {translator.__(
                'Files that cells write are written again, over those that are there.'
              )}
            </small>
          </span>
        </label>
      </fieldset>
      <label className="jp-RetraceVerifyOptions-time">
        <span>{translator.__('Time limit of one cell, in seconds')}</span>
        <input
          type="number"
          className="jp-mod-styled"
          min={1}
          max={LONGEST}
          value={choice.cellSeconds}
          onChange={event => {
            const seconds = Number(event.currentTarget.value);
            if (seconds >= 1 && seconds <= LONGEST) {
              change({ cellSeconds: seconds });
            }
          }}
        />
      </label>
      <label className="jp-RetraceVerifyOptions-asks">
        <input
          type="checkbox"
          checked={choice.asks}
          onChange={event => change({ asks: event.currentTarget.checked })}
        />
        <span>{translator.__('Ask each time')}</span>
      </label>
    </>
  );
}

function Facts(props: {
  readonly facts: Promise<FolderFacts>;
  readonly locale: Locale;
}): JSX.Element {
  const { facts, locale } = props;
  const { translator } = locale;
  const [known, setKnown] = React.useState<FolderFacts | undefined>();
  React.useEffect(() => {
    let isHere = true;
    void facts.then(counted => {
      if (isHere) {
        setKnown(counted);
      }
    });
    return () => {
      isHere = false;
    };
  }, [facts]);
  if (known === undefined) {
    return <small>{translator.__('Counting what lies in the folder…')}</small>;
  }
  if (known === null) {
    return (
      <small>
        {translator.__('How much lies in the folder is not known.')}
      </small>
    );
  }
  const files = translator._n('%1 file', '%1 files', known.files);
  const size = bytesText(known.bytes, locale);
  return (
    <small>
      {known.isWhole
        ? translator.__('In the folder: %1, %2.', files, size)
        : translator.__('In the folder: more than %1, %2.', files, size)}
    </small>
  );
}
