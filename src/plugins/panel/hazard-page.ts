// The page about a kind of finding, in a dialog.
import { Dialog, showDialog } from '@jupyterlab/apputils';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';

import { hazardRules } from '../../hazards';
import type { Translator } from '../../model';
import { hazardPages } from './hazard-pages';

const MARKDOWN = 'text/markdown';

/** Shows what a rule finds, why it hurts and what helps; nothing for a code that no rule has. */
export async function showHazardPage(
  code: string,
  rendermime: IRenderMimeRegistry,
  trans: Translator
): Promise<void> {
  const rule = hazardRules.find(each => each.code === code);
  const text = rule && hazardPages[rule.name];
  if (!rule || text === undefined) {
    return;
  }
  const body = rendermime.createRenderer(MARKDOWN);
  body.addClass('jp-RetraceHazardPage');
  const model = rendermime.createModel({ data: { [MARKDOWN]: text } });
  await body.renderModel(model);
  await showDialog({
    title: `${rule.code} ${rule.name}`,
    body,
    buttons: [Dialog.okButton({ label: trans.__('Close') })]
  });
}
