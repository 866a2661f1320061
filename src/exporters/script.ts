// A script of what really ran, for every language that has a script syntax.
import { scriptFileName, languageOf } from '../languages';
import type { ScriptPlan } from '../lineage';
import type { Exporter } from './exporter';
import { refusalOf } from './refusal';

/** One file that a fresh interpreter runs. */
export const script: Exporter = {
  id: 'script',
  label: 'Script',

  accepts: language => languageOf(language)?.script !== undefined,

  refusal: plan => refusalOf(plan, 'scripts'),

  render(plan: ScriptPlan) {
    const syntax = languageOf(plan.language)?.script;
    if (!syntax) {
      return [];
    }
    const { extension, mediaType } = syntax;
    const name = scriptFileName(plan.notebookPath, plan.runNumber, extension);
    return [{ name, content: syntax.render(plan), mediaType }];
  }
};
