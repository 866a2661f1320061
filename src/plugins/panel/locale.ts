// What wording depends on besides the thing worded, as the application has it.
import type { ITranslator } from '@jupyterlab/translation';

import type { Locale } from '../../panel';

/** The translator's language; English stands for the browser's own formats. */
export function localeOf(translator: ITranslator): Locale {
  const code = translator.languageCode?.replace('_', '-');
  return {
    translator: translator.load('jupyterlab_retrace'),
    tag: code === undefined || code === 'en' ? undefined : code
  };
}
