// A script of what really ran, for every language that has a script syntax.
import { languageOf, scriptFileName } from '../languages';
import type { ScriptPlan } from '../lineage';
import type { Exporter } from './exporter';

/** One file that a fresh interpreter runs. */
export const script: Exporter = {
  id: 'script',
  label: 'Script',

  accepts: language => languageOf(language)?.script !== undefined,

  refusal(plan) {
    if (!languageOf(plan.language)?.script) {
      return plan.language
        ? `Retrace cannot write scripts for the language “${plan.language}”.`
        : 'The language of this kernel is not known.';
    }
    return plan.steps.length === 0
      ? 'Nothing ran here that a script could repeat.'
      : null;
  },

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
