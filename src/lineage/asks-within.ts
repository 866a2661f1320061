// Bodies that ask for something, and whether they always come to ask.
import type { Step } from './version';

/** True when a body that stands behind what a step reads asks for it. */
export function asksWithin(step: Step, asks: RegExp): boolean {
  return codeWithin(step).some(code => asks.test(code));
}

/** True when it stands in a block that runs on a condition alone, wherever such a body asks for it. */
export function chooses(step: Step, asks: RegExp): boolean {
  return codeWithin(step).every(code => {
    const lines = code.split('\n');
    return lines.every(
      (line, at) =>
        !asks.test(line) || DEFINING.test(line) || isChosen(lines, at)
    );
  });
}

/** A line that names what it defines, and asks for nothing. */
const DEFINING = /^\s*(?:async )?(?:def|class)\b/;

/** Code of the cells whose bodies stand behind what a step reads. */
function codeWithin({ reads }: Step): readonly string[] {
  return reads.flatMap(
    ({ version }) =>
      version?.carried.map(({ analysis }) => analysis.normalised) ?? []
  );
}

/** True for a line that a condition stands before, in it or around it, as far as its body reaches. */
function isChosen(lines: readonly string[], at: number): boolean {
  let depth = Infinity;
  for (let above = at; above >= 0; above -= 1) {
    const [, indent = '', word = ''] =
      /^(\s*)(\w*)/.exec(lines[above] ?? '') ?? [];
    if (indent.length < depth) {
      depth = indent.length;
      if (/^(?:if|elif|else|while|except|case)$/.test(word)) {
        return true;
      }
    }
  }
  return false;
}
