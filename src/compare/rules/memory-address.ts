import type { SpanRule } from './text-rule';

/** Where an object lies in memory, in a text that says that it is one; what is shortened in the middle may have lost its start. */
export const memoryAddress: SpanRule = {
  id: 'memory-address',
  label: 'memory addresses',
  blind: 'It cannot see whether two mentions were of one object.',
  kind: 'span',
  pattern:
    /(?=0x)(?<=\bat |<(?:environment|bytecode|pointer): )0x[0-9a-f]{4,16}\b|(?=[x\da-f]{6})(?<=<[\w.]{1,40}\.\.\.)x?[\da-f]{6,13}(?=>)/gi,
  accepts: () => true
};
