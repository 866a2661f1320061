import type { SpanRule } from './text-rule';

/** Where an object lies in memory, in a text that says that it is one. */
export const memoryAddress: SpanRule = {
  id: 'memory-address',
  label: 'memory addresses',
  blind: 'It cannot see whether two mentions were of one object.',
  kind: 'span',
  pattern:
    /(?=0x)(?<=\bat |<(?:environment|bytecode|pointer): )0x[0-9a-f]{4,16}\b/gi,
  accepts: () => true
};
