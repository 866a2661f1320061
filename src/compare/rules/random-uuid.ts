import type { SpanRule } from './text-rule';

const FROM_CHANCE_OR_TIME = /^.{14}[1467]/;

/** Identifiers of the versions that are made from chance or time; those made from a name are content. */
export const randomUuid: SpanRule = {
  id: 'random-uuid',
  label: 'random identifiers',
  blind: 'It cannot see that an identifier was to be a certain one.',
  kind: 'span',
  pattern: /(?<![\w-])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])/gi,
  accepts: (a, b) => FROM_CHANCE_OR_TIME.test(a) && FROM_CHANCE_OR_TIME.test(b)
};
