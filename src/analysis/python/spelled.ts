// The words of a cell, told from its tokens.

import type { Spelled } from '../spelled';

import type { LogicalLine } from './logical-lines';

/** Who starts programs, whose names and arguments stand in texts. */
const STARTING = [
  'system',
  'popen',
  'Popen',
  'run',
  'call',
  'check_call',
  'check_output',
  'getoutput',
  'getstatusoutput'
];
const WORD = /[^\W\d]\w*/gu;

/** Collects them. */
export function spelledIn(lines: readonly LogicalLine[]): Spelled {
  const words = new Set<string>();
  const literals: string[] = [];
  let hasMagic = false;
  for (const line of lines) {
    for (const { kind, text } of line) {
      if (kind === 'name') {
        words.add(text);
      } else if (kind === 'string' || kind === 'text') {
        literals.push(text);
      } else if (kind === 'magic') {
        hasMagic = true;
        text.match(WORD)?.forEach(word => words.add(word));
      }
    }
  }
  if (STARTING.some(word => words.has(word))) {
    literals
      .flatMap(text => text.match(WORD) ?? [])
      .forEach(word => words.add(word));
  }
  return { words, literals, hasMagic };
}
