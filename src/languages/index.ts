import type { Language } from './language';
import { python } from './python';
import { r } from './r';

export type { Language, Probe, ProbeLimits, ScriptSyntax } from './language';
export { pythonCall } from './python-call';
export { rString } from './r-script';
export {
  commentText,
  labelOf,
  neededPackages,
  omissionSentences,
  pythonSeries,
  requirementsOf,
  scriptFileName,
  showsTimes,
  warningSentences,
  type Requirements
} from './python-script';

/** Every language that Retrace knows something about. */
export const languages: readonly Language[] = [python, r];

/** The language that a kernelspec names; null for one that Retrace knows nothing about. */
export function languageOf(kernelLanguage: string): Language | null {
  return languages.find(({ matches }) => matches(kernelLanguage)) ?? null;
}
