import type { SpanRule } from './text-rule';

/** File and line in front of a warning. */
export const warningPlace: SpanRule = {
  id: 'warning-place',
  label: 'where a warning came from',
  blind: 'It cannot see that the same warning came from elsewhere.',
  kind: 'span',
  pattern:
    /^(?:[A-Za-z]:)?[^\s:][^\n:]{0,400}:\d{1,7}: (?=[\w.]{0,80}Warning\b)/gm,
  accepts: () => true
};
