// Chance that reaches nothing of a value but the arrangement of what is in it: shuffles, and tables that count.
import type { Range } from '../analysis';

const SHUFFLE = /^\s*(?:[\w.]+\.)?shuffle\(\s*(\w+)\s*\)\s*;?\s*$/;
const PERMUTED =
  /^\s*(\w+)\s*=\s*[\w.]+\.(?:permutation|permuted)\([^\n]*\)\s*;?\s*$/;
const SAMPLED =
  /^\s*(\w+)\s*=\s*(?:[\w.]+\.)?sample\(\s*(\w+)\s*,\s*(?:k\s*=\s*)?len\(\s*\2\s*\)\s*\)\s*;?\s*$/;
const RESAMPLED =
  /^\s*(\w+)\s*=\s*[\w.]+\.sample\(\s*frac\s*=\s*1(?:\.0?)?\s*\)(?:\.reset_index\(\s*drop\s*=\s*True\s*\))?\s*;?\s*$/;
const COUNT =
  /^for\s[^\n]*:[ \t]*(?:\n[ \t]+)?([a-zA-Z_]\w*)\[[^\n]+\]\s*\+=\s*[\d.]+[ \t]*(?=\n\S|\n*$)/gm;

/** The name whose items the draw at a place puts into another order, when its line does nothing else. */
export function arrangedBy(
  source: string,
  { from, to }: Range
): readonly string[] {
  const start = source.lastIndexOf('\n', from - 1) + 1;
  const stop = source.indexOf('\n', to);
  const line = source.slice(start, stop < 0 ? source.length : stop);
  for (const form of [SHUFFLE, PERMUTED, SAMPLED, RESAMPLED]) {
    const name = form.exec(line)?.[1];
    if (name !== undefined) {
      return [name];
    }
  }
  return [];
}

/** Names of tables in which a loop at the margin does nothing but count: their keys and their total are given before. */
export function tallies(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (!source.includes('+=')) {
    return found;
  }
  for (const [, name = ''] of source.matchAll(COUNT)) {
    const isOpen = new RegExp(
      `^${name}\\s*=\\s*(?:\\w+\\.)?(?:defaultdict|Counter)\\(`,
      'm'
    );
    if (!isOpen.test(source)) {
      found.add(name);
    }
  }
  return found;
}
