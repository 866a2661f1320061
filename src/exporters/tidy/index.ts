// A script in the form that a formatter of the user's gives it, where one is there.
import { pythonCall } from '../../languages';
import { answerOf, oneLine } from '../tool-answer';
import { PYTHON_TIDY } from './tidy-python';

/** The formatted text, or an English clause that says why there is none. */
export type TidiedScript =
  | {
      readonly kind: 'made';
      readonly text: string;
      /** `ruff 0.14.1`. */
      readonly tool: string;
    }
  | { readonly kind: 'none'; readonly why: string };

/** Seconds that a formatter may take. */
export const TIDY_SECONDS = 30;

/** Code that prints a line for `decodeTidied`; it sends the script nowhere and leaves no file behind. */
export function tidyCode(script: string): string {
  return pythonCall(PYTHON_TIDY, 'retrace_tidy', {
    text: script,
    seconds: TIDY_SECONDS
  });
}

/** What such code printed. */
export function decodeTidied(printed: string): TidiedScript {
  const { text, tool, why } = answerOf(printed, 'retrace_tidy');
  if (text) {
    return { kind: 'made', text, tool: tool ?? 'a formatter' };
  }
  return {
    kind: 'none',
    why:
      why === null
        ? 'the program that formats did not finish'
        : oneLine(why).slice(0, 500)
  };
}
