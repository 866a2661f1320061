import type { SpanRule } from './text-rule';

/** Numbers of processes and of the ports that a system gave them. */
export const processId: SpanRule = {
  id: 'process-id',
  label: 'process ids and local ports',
  blind: 'It cannot see whether two mentions were of one process.',
  kind: 'span',
  pattern:
    /(?=\d)(?:(?<=\bpid\b[ =:]{1,3}|\bprocess id\b[ =:]{1,3})\d{1,8}\b|(?<=(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1?\]):)\d{5}\b)/gi,
  accepts: () => true
};
