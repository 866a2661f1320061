import type { SpanRule } from './text-rule';

/** Counts of a kernel in messages about a cell: a fresh kernel counts anew. */
export const promptCount: SpanRule = {
  id: 'prompt-count',
  label: 'counts of cells',
  blind: 'It cannot see that a message was about another cell.',
  kind: 'span',
  pattern: /(?=\d)(?<=\b(?:In|Out) ?\[)\d{1,7}(?=\])/g,
  accepts: () => true
};
