// The dialog before a replay.
import { Dialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

import { VerifyOptions, type Locale } from '../../panel';
import { USUAL_LIMITS, type ScratchKind } from '../../replay';
import type { VerifyChoices } from './choices';
import { folderSize } from './folder-size';

/** What is asked about. */
export type Question = {
  readonly title: string;
  readonly notebookPath: string;
  readonly choices: VerifyChoices;
  /** What a copy does beyond its limits; null where none can be made. */
  readonly copyKind: ScratchKind | null;
  readonly contents: Contents.IManager;
  readonly locale: Locale;
};

/** The choices; null when the user would rather not. */
export async function askChoices(
  question: Question
): Promise<VerifyChoices | null> {
  const { choices, contents, copyKind, locale, notebookPath, title } = question;
  const { translator } = locale;
  const body = new VerifyOptions({
    choice: choices,
    // Where the server tells nothing the dialog says so.
    facts: folderSize(contents, PathExt.dirname(notebookPath)).catch(
      () => null
    ),
    copyLimits: USUAL_LIMITS,
    copyKind,
    locale
  });
  const dialog = new Dialog({
    title,
    body,
    buttons: [
      Dialog.cancelButton({ label: translator.__('Cancel') }),
      Dialog.okButton({ label: translator.__('Verify') })
    ]
  });
  dialog.addClass('jp-RetraceVerifyDialog');
  const { button, value } = await dialog.launch();
  return button.accept ? value : null;
}
