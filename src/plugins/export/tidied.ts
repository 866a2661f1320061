// Has a formatter beside a notebook's kernel format a script, where one is there.
import { Notification } from '@jupyterlab/apputils';

import {
  decodeTidied,
  tidyCode,
  TIDY_SECONDS,
  type ExportFile,
  type TidiedScript
} from '../../exporters';
import type { Run } from '../../model';
import { askHelper, type HelperServices } from './ask-helper';

/** The file as a formatter has it; as it is, and the user is told why, where none could do that. */
export async function tidied(
  file: ExportFile,
  run: Run,
  { kernels, mask, translator }: HelperServices
): Promise<ExportFile> {
  const { content } = file;
  if (!kernels || typeof content !== 'string') {
    return file;
  }
  const errand = {
    code: tidyCode(content),
    seconds: TIDY_SECONDS + 30,
    notice: translator.__('Formatting the script…')
  };
  const answer = await askHelper(errand, run, kernels);
  const made: TidiedScript = answer.ok
    ? decodeTidied(answer.value)
    : { kind: 'none', why: answer.reason };
  if (made.kind === 'none') {
    Notification.warning(
      translator.__('The script is not formatted: %1.', mask(made.why)),
      { autoClose: 8000 }
    );
  }
  return made.kind === 'made' ? { ...file, content: made.text } : file;
}
