import type { SpanRule } from './text-rule';

/** Times and rates beside a progress bar; how far it got counts. */
export const progressTiming: SpanRule = {
  id: 'progress-timing',
  label: 'times and rates of progress bars',
  blind: 'It cannot see that a rate was the result.',
  kind: 'span',
  pattern: new RegExp(
    [
      /\[(?:\d{1,5}:)?\d\d:\d\d(?:<|, )[^\]\n]{0,80}\]/.source,
      /\b\d{1,6}s(?= \d{1,9}(?:\.\d{1,9})?[mµμun]?s\/(?:step|epoch|sample)\b)/
        .source,
      /\b\d{1,9}(?:\.\d{1,9})? ?(?:it\/s|s\/it|[kMG]?i?B\/s|[mµμun]?s\/(?:step|epoch|sample))(?!\w)/
        .source,
      /(?=\d)(?<=\beta:? {1,3})(?:\d{1,4}:)?\d{1,2}:\d\d\b/.source
    ].join('|'),
    'gi'
  ),
  accepts: () => true
};
