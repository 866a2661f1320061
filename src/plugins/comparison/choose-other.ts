// Asks with which run another one is to be compared.
import { InputDialog, Notification } from '@jupyterlab/apputils';

import type { Run } from '../../model';
import { runTitle, type Locale } from '../../panel';
import type { IRunStore } from '../../tokens';

/** Runs to choose from, the newest ones. */
const CHOICES = 100;

/** Null when nothing was chosen, or there is nothing to choose from. */
export async function chooseOther(question: {
  readonly store: IRunStore;
  readonly run: Run;
  readonly serverRoot: string;
  readonly locale: Locale;
}): Promise<Run | null> {
  const { locale, run, serverRoot, store } = question;
  const { translator } = locale;
  const runs = await store.list({
    notebookPath: run.notebookPath,
    ...(serverRoot === '' ? {} : { serverRoot }),
    limit: CHOICES
  });
  const others = runs.filter(
    each => each.runId !== run.runId && each.executionCount > 0
  );
  if (others.length === 0) {
    Notification.info(
      translator.__('This notebook has no other run to compare with.')
    );
    return null;
  }
  const titles = others.map(each => runTitle(each, Date.now(), locale));
  const former = others.findIndex(each => each.number < run.number);
  const { value } = await InputDialog.getItem({
    title: translator.__('Compare run %1 with', run.number),
    items: titles,
    current: Math.max(0, former),
    okLabel: translator.__('Compare')
  });
  return value === null ? null : (others[titles.indexOf(value)] ?? null);
}
