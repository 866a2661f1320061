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

  fileName(plan) {
    const extension = languageOf(plan.language)?.script?.extension ?? '.txt';
    return scriptFileName(plan.notebookPath, plan.runNumber, extension);
  },

  render(plan: ScriptPlan) {
    const syntax = languageOf(plan.language)?.script;
    if (!syntax) {
      return [];
    }
    const { mediaType } = syntax;
    const name = script.fileName(plan);
    return [{ name, content: syntax.render(plan), mediaType }];
  }
};
